import { css, html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../text/common.js';
import { icon, type IconName } from './icons.js';
import { problemText } from '../../text/problem-text.js';
import type { EmptyReason, Situation } from './situation.js';

/** A picture, a title, a sentence, and what to do: what stands where there is nothing to show. */
export function panel(
  picture: IconName,
  title: string,
  help: string,
  action: unknown = nothing,
): TemplateResult {
  return html`<div class="panel" part="empty">
    <span class="picture">${icon(picture)}</span>
    <p class="panel-title">${title}</p>
    <p class="muted">${help}</p>
    ${action}
  </div>`;
}

export interface EmptyPanelOptions {
  readonly text: Messages;
  /** The value of its `provider` attribute. */
  readonly provider: string;
  readonly reconnect: () => void;
  readonly resume: () => void;
}

/** Says why there is no data at all. */
export function emptyPanel(
  reason: EmptyReason,
  { problem, address }: Situation,
  { text, provider, reconnect, resume }: EmptyPanelOptions,
): TemplateResult {
  const words = text.empty;
  const cause = problem ? problemText(problem, text) : undefined;
  const retry = html`<button type="button" @click=${reconnect}>${text.retry}</button>`;
  switch (reason) {
    case 'no-provider':
      return panel('unplugged', words.noProvider, words.noProviderHelp);
    case 'provider-not-found':
      return panel('unplugged', words.providerNotFound(provider), words.noProviderHelp);
    case 'unconfigured':
      // A refused address is said by the provider itself, once for all its widgets.
      return panel('settings', words.unconfigured, words.unconfiguredHelp);
    case 'paused':
      return panel(
        'pause',
        text.phases.paused,
        text.age.none,
        html`<button type="button" @click=${resume}>${text.resume}</button>`,
      );
    case 'stopped':
      return panel('warning', words.stopped, cause ?? '', retry);
    case 'connecting':
      return html`<div aria-busy="true">
        ${panel(
          cause ? 'warning' : 'refresh',
          words.connecting,
          cause ?? words.connectingHelp(address),
          cause ? retry : nothing,
        )}
      </div>`;
  }
}

export const panelStyles = css`
  .panel {
    display: grid;
    justify-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(6 * var(--_space)) calc(4 * var(--_space));
    text-align: center;
    overflow-wrap: anywhere;
  }

  .panel p {
    max-inline-size: 60ch;
    text-wrap: balance;
  }

  .panel-title {
    font-weight: 600;
  }

  .picture {
    color: var(--_text-muted);
  }

  .picture svg {
    inline-size: 32px;
    block-size: 32px;
  }
`;
