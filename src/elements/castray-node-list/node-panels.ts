import { css, html, nothing, type TemplateResult } from 'lit';
import type { NodesMessages } from '../../text/nodes.js';
import { emptyPanel, panel, type EmptyPanelOptions } from '../parts/empty-panel.js';
import type { EmptyReason, Situation } from '../parts/situation.js';

/** What stands there before there is a first node: while waiting, the shape of what is to come. */
export function noDataPanel(
  reason: EmptyReason,
  now: Situation,
  options: EmptyPanelOptions,
): TemplateResult {
  const isWaiting = reason === 'connecting' && !now.problem;
  return html`${emptyPanel(reason, now, options)} ${isWaiting ? skeleton : nothing}`;
}

const skeleton = html`<div class="skeleton" part="skeleton" aria-hidden="true"></div>`;

/** There is no node, because Ray cannot be asked; unless that is not known: of old figures, or of what cannot be read. */
export function noNodesPanel(text: NodesMessages, isCauseUnknown: boolean): TemplateResult {
  return panel('empty', text.empty.noNodes, isCauseUnknown ? '' : text.empty.noNodesHelp);
}

/** There are nodes, and none of them was asked for. */
export function noMatchPanel(text: NodesMessages, clear: () => void): TemplateResult {
  const words = text.empty;
  return panel(
    'search',
    words.noMatch,
    words.noMatchHelp,
    html`<button type="button" part="clear-button" @click=${clear}>${words.clearFilters}</button>`,
  );
}

/** Five rows, drawn by the background alone. */
export const nodePanelStyles = css`
  .skeleton {
    block-size: 215px;
    margin: 0 calc(4 * var(--_space));
    background: repeating-linear-gradient(
      transparent 0 16px,
      var(--_track) 16px 26px,
      transparent 26px 43px
    );
  }
`;
