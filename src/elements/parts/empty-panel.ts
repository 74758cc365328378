import { css, html, nothing, type TemplateResult } from 'lit';
import type { ClusterController } from '../../context/cluster-controller.js';
import type { Messages } from '../../text/common.js';
import { icon, type IconName } from './icons.js';
import { retryButton } from './notices.js';
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
  readonly cluster: Pick<ClusterController<unknown>, 'reconnect' | 'togglePause'>;
}

/** That there is no provider, or none of that id. */
export function withoutProvider({ empty }: Messages, id: string): string {
  return id ? empty.providerNotFound(id) : empty.noProvider;
}

/** Says why there is no data at all. */
export function emptyPanel(
  reason: EmptyReason,
  { problem, address }: Situation,
  { text, provider, cluster }: EmptyPanelOptions,
): TemplateResult {
  const words = text.empty;
  const cause = problem ? problemText(problem, text) : undefined;
  const retry = retryButton(text, cluster.reconnect);
  switch (reason) {
    case 'no-provider':
    case 'provider-not-found':
      return panel('unplugged', withoutProvider(text, provider), words.noProviderHelp);
    case 'unconfigured':
      // A refused address is said by the provider itself, once for all its widgets.
      return panel('settings', words.unconfigured, words.unconfiguredHelp);
    case 'paused':
      return panel(
        'pause',
        text.phases.paused,
        text.age.none,
        html`<button type="button" @click=${cluster.togglePause}>${text.resume}</button>`,
      );
    case 'stopped':
      return panel('warning', words.stopped, cause ?? '', retry);
    case 'connecting':
      return html`<div aria-busy="true">
        ${panel(
          cause ? 'warning' : 'refresh',
          cause ? words.retrying : words.connecting,
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
