import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { NODE_FIGURES } from '../../model/shares.js';
import { isKnown } from '../../model/unknown.js';
import type { ColumnId } from '../node-parts/column-choice.js';
import { detailsButton, nameButton, shortId } from '../node-parts/node-buttons.js';
import { fact, nodeDetails } from '../node-parts/node-details.js';
import { reason, roleMark, stateMark } from '../node-parts/node-marks.js';
import { figureName, nodeFigure } from '../node-parts/node-figures.js';
import { newsMark } from './news-mark.js';
import { nodeItems, type ListedNode, type NodeViewOptions } from './node-view.js';

/** The nodes as cards, as many side by side as there is room. */
export function nodeCards(nodes: readonly ClusterNode[], options: NodeViewOptions): TemplateResult {
  return html`<div class="card-area">
    ${spacer}
    <ul class="cards" part="cards" aria-label=${options.title} data-rows>
      ${nodeItems(nodes, options, card)}
    </ul>
    ${spacer}
  </div>`;
}

const spacer = html`<div class="spacer"></div>`;

function card(item: ListedNode): TemplateResult {
  const { node, text, isSelected, isOpen, columns } = item;
  const has = (id: ColumnId) => columns.some((column) => column.id === id);
  return html`<li
    class="node-card ${item.isParked ? 'parked' : ''}"
    aria-posinset=${item.place}
    aria-setsize=${item.count}
    part=${isSelected ? 'card selected-card' : 'card'}
    data-node=${node.nodeId}
    data-state=${node.state}
    aria-current=${isSelected || nothing}
  >
    <div class="card-head">
      ${nameButton(item)} ${roleMark(node, text)} ${newsMark(item.news, text)}
      ${has('state') ? stateMark(node, text) : nothing} ${detailsButton(item)}
    </div>
    ${isOpen ? nodeDetails(item) : [figures(item), facts(item, has)]}
    ${
      isOpen || !has('address')
        ? nothing
        : html`<div class="card-foot">
            <span class="cut">
              <span class="visually-hidden">${text.node.ip}</span>
              ${isKnown(node.nodeIp) ? node.nodeIp : text.unknown}
            </span>
            ${shortId(item)}
          </div>`
    }
  </li>`;
}

function figures(item: ListedNode): unknown {
  const shown = item.columns.flatMap(({ id }) => NODE_FIGURES.filter((figure) => figure === id));
  if (shown.length === 0) return nothing;
  return html`<dl class="card-row card-figures">
    ${shown.map((figure) => fact(figureName(figure, item.text), nodeFigure(figure, item)))}
  </dl>`;
}

/**
 * All cards are of one height: each fact has a line, the load one to itself. Of a dead node, which has
 * no load, the reason stands there; or in the place of another fact.
 */
function facts(item: ListedNode, has: (id: ColumnId) => boolean): unknown {
  const { node, text } = item;
  const shown = item.columns.filter(({ id }) => FACTS.includes(id));
  if (shown.length === 0) return nothing;
  const isReasoned = node.stateMessage && has('state');
  const reasoned = isReasoned && (shown.find(({ id }) => id === 'labels') ?? shown[0]);
  return html`<dl class="card-row">
    ${shown.map((column) => {
      const { id, title, cell } = column;
      const width = id === 'labels' ? 'wide' : '';
      return column === reasoned
        ? fact(text.node.reason, reason(node), width)
        : fact(title(text), cell?.(item), width);
    })}
  </dl>`;
}

const FACTS: readonly ColumnId[] = ['work', 'network', 'labels', 'object-store'];
