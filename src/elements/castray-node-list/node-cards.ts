import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { isKnown } from '../../model/unknown.js';
import { detailsButton, nameButton, shortId } from './node-buttons.js';
import { fact, nodeDetails } from './node-details.js';
import { labelTexts, networkMark, reason, roleMark, stateMark, workText } from './node-facts.js';
import { figureName, NODE_FIGURES, nodeFigure } from './node-figures.js';
import { nodeItems, type ListedNode, type NodeItem, type NodeViewOptions } from './node-view.js';

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
  const { node, text, isSelected, isOpen } = item;
  const words = text.node;
  return html`<li
    class="node-card ${item.isParked ? 'parked' : ''}"
    aria-posinset=${item.place}
    aria-setsize=${item.count}
    part=${isSelected ? 'card selected-card' : 'card'}
    data-node=${node.nodeId}
    data-state=${node.state}
    aria-current=${isSelected ? 'true' : nothing}
  >
    <div class="card-head">
      ${nameButton(item)} ${roleMark(node, text)} ${stateMark(node, text)} ${detailsButton(item)}
    </div>
    ${isOpen ? nodeDetails(item) : [figures(item), facts(item)]}
    ${
      isOpen
        ? nothing
        : html`<div class="card-foot">
            <span class="cut">
              <span class="visually-hidden">${words.ip}</span>
              ${isKnown(node.nodeIp) ? node.nodeIp : text.unknown}
            </span>
            ${shortId(item)}
          </div>`
    }
  </li>`;
}

function figures(item: NodeItem): TemplateResult {
  return html`<dl class="card-row card-figures">
    ${NODE_FIGURES.map((figure) => fact(figureName(figure, item.text), nodeFigure(figure, item)))}
  </dl>`;
}

/** All cards are of one height: of a dead node, whose load is unknown, the reason stands there. */
function facts({ node, text }: NodeItem): TemplateResult {
  const labels = labelTexts(node, text).join(' · ');
  const words = text.node;
  if (node.stateMessage) {
    return html`<dl class="card-row reasoned">
      ${fact(words.reason, reason(node))} ${fact(words.network, networkMark(node, text))}
    </dl>`;
  }
  return html`<dl class="card-row">
    ${fact(words.workStatus, workText(node, text))} ${fact(words.network, networkMark(node, text))}
    ${fact(words.labels, html`<span class="labels" title=${labels}>${labels || text.none}</span>`)}
  </dl>`;
}
