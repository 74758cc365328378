import { css, html, nothing, type TemplateResult } from 'lit';
import type { Transition } from '../../store/phase-log.js';
import type { ConnectionMessages } from '../../text/connection.js';
import type { Formats } from '../../text/formats.js';
import { problemText } from '../../text/problem-text.js';
import { phaseBadge } from '../parts/phase-badge.js';

/** The last transitions, newest first: when, into which phase, and why where that is known. */
export function phaseLog(
  transitions: readonly Transition[],
  text: ConnectionMessages,
  format: Formats,
): TemplateResult {
  // It scrolls, so the keyboard must get into it.
  return html`<ul id="log" part="log" tabindex="0" aria-label=${text.connection.log}>
    ${transitions.toReversed().map(
      ({ phase, at, cause }) =>
        html`<li part="log-entry">
          <time class="muted" datetime=${new Date(at).toISOString()}>${format.time(at)}</time>
          ${phaseBadge(phase, text)}
          ${cause ? html`<span class="cause">${problemText(cause, text)}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

export const phaseLogStyles = css`
  #log {
    max-block-size: 240px;
    margin-block-start: var(--_space);
    padding: var(--_space) 0;
    overflow: auto;
    border-block-start: 1px solid var(--_border);
    font-size: var(--_font-size-small);
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0 calc(2 * var(--_space));
    padding: 2px 0;
  }

  time {
    font-variant-numeric: tabular-nums;
  }
`;
