import { css, html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../text/catalogues.js';
import { emptyPanel, panel, type EmptyPanelOptions } from '../parts/empty-panel.js';
import type { EmptyReason, Situation } from '../parts/situation.js';

const SKELETON_ROWS = [0, 1, 2, 3, 4];

/** What stands there before there is a first node: while waiting, the shape of what is to come. */
export function noDataPanel(
  reason: EmptyReason,
  now: Situation,
  options: EmptyPanelOptions,
): TemplateResult {
  const isWaiting = reason === 'connecting' && !now.problem;
  return html`${emptyPanel(reason, now, options)} ${isWaiting ? skeleton : nothing}`;
}

const skeleton = html`<div class="skeleton" part="skeleton" aria-hidden="true">
  ${SKELETON_ROWS.map(() => html`<div><i></i><i></i><i></i><i></i></div>`)}
</div>`;

/** The service answers, and knows of no node. */
export function noNodesPanel(text: Messages): TemplateResult {
  return panel('empty', text.empty.noNodes, text.empty.noNodesHelp);
}

/** There are nodes, and none of them was asked for. */
export function noMatchPanel(text: Messages, clear: () => void): TemplateResult {
  const words = text.empty;
  return panel(
    'search',
    words.noMatch,
    words.noMatchHelp,
    html`<button type="button" part="clear-button" @click=${clear}>${words.clearFilters}</button>`,
  );
}

export const nodePanelStyles = css`
  .skeleton > div {
    display: grid;
    grid-template-columns: 2fr 1fr 1.5fr 1.5fr;
    gap: calc(6 * var(--_space));
    padding: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }

  .skeleton i {
    block-size: 10px;
    border-radius: 5px;
    background: var(--_track);
  }
`;
