import { css, html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../connection/problem.js';
import type { Messages } from '../../text/common.js';
import { problemText } from '../../text/problem-text.js';
import { icon } from './icons.js';
import type { Situation } from './situation.js';

/** A line that stands above figures which are not as they should be. */
export function notice(content: unknown): TemplateResult {
  return html`<p class="notice" part="notice">${icon('warning')}<span>${content}</span></p>`;
}

/** What is wrong, and what to do about it. */
export function problemNotice(problem: Problem, text: Messages): TemplateResult {
  return notice(problemText(problem, text));
}

/** Tries again at once. */
export function retryButton(text: Messages, reconnect: () => void): TemplateResult {
  return html`<button type="button" @click=${reconnect}>${text.retry}</button>`;
}

/** The same of figures that are shown; where nothing is tried by itself any more, with the button for it. */
export function problemLine(
  { problem, phase }: Situation,
  text: Messages,
  reconnect: () => void,
): TemplateResult | typeof nothing {
  if (!problem) return nothing;
  const retry = phase === 'stopped' ? retryButton(text, reconnect) : nothing;
  return notice(html`${problemText(problem, text)} ${retry}`);
}

/** All that has to be said about figures that are shown; nothing while all is well. */
export function notices(
  { oldSince, phase, completeness, unread }: Situation,
  text: Messages,
  ago: (at: number) => string,
): TemplateResult | typeof nothing {
  const lines: TemplateResult[] = [];
  if (oldSince !== undefined) {
    lines.push(notice(oldWords(phase, text)(ago(oldSince))));
  }
  if (completeness === 'unconfirmed') lines.push(notice(text.notice.unconfirmed));
  if (completeness === 'perhaps-cut') lines.push(notice(text.notice.perhapsCut));
  if (unread > 0) lines.push(notice(text.notice.unread({ count: unread })));
  return lines.length > 0 ? html`<div class="notices">${lines}</div>` : nothing;
}

function oldWords(phase: Situation['phase'], { notice: words }: Messages): (ago: string) => string {
  return phase === 'paused' || phase === 'stale' ? words[phase] : words.reconnecting;
}

export const noticeStyles = css`
  .notices {
    display: grid;
    gap: var(--_space);
  }

  .notice {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
    border-inline-start: 3px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-surface);
    overflow-wrap: anywhere;
  }

  .notice .icon {
    flex: none;
    margin-block-start: 2px;
    color: var(--_warning);
  }
`;
