import { html } from 'lit';
import { isKnown } from '../../model/unknown.js';
import type { NodeSortKey } from '../../model/node-query.js';
import type { NodesMessages } from '../../text/nodes.js';
import { shortId } from './node-buttons.js';
import { labelTexts, networkMark, reason, stateMark, workText } from './node-facts.js';
import { nodeFigure } from './node-figures.js';
import type { NodeItem } from './node-view.js';

/** One column of the table. */
export interface Column {
  readonly id: string;
  readonly title: (text: NodesMessages) => string;
  /** What a click on the header sorts by. */
  readonly sortKey?: NodeSortKey;
  /** What stands in it; the name is the row's header, which the row itself draws. */
  readonly cell?: (item: NodeItem) => unknown;
}

/** In order. The first four have room everywhere, the others as far as the width allows. */
export const COLUMNS: readonly Column[] = [
  sortable('name'),
  {
    ...sortable('state'),
    cell: ({ node, text }) => html`${stateMark(node, text)}${reason(node)}`,
  },
  { ...sortable('cpu'), cell: (item) => nodeFigure('cpu', item) },
  { ...sortable('memory'), cell: (item) => nodeFigure('memory', item) },
  { ...sortable('gpu'), cell: (item) => nodeFigure('gpu', item) },
  {
    id: 'work',
    title: (text) => text.node.workStatus,
    cell: ({ node, text }) => workText(node, text),
  },
  {
    id: 'network',
    title: (text) => text.node.network,
    cell: ({ node, text }) => networkMark(node, text),
  },
  {
    id: 'address',
    title: (text) => text.node.address,
    cell: (item) =>
      html`<div class="cut">
          ${isKnown(item.node.nodeIp) ? item.node.nodeIp : item.text.unknown}
        </div>
        ${shortId(item)}`,
  },
  { id: 'labels', title: (text) => text.node.labels, cell: labels },
];

function sortable(key: NodeSortKey) {
  return { id: key, title: (text: NodesMessages) => sortTitle(key, text), sortKey: key };
}

export function sortTitle(key: NodeSortKey, text: NodesMessages): string {
  return key === 'name' || key === 'state' ? text.node[key] : text.cluster[key];
}

function labels({ node, text }: NodeItem): unknown {
  const words = labelTexts(node, text).join(' · ');
  return html`<span class="labels small" title=${words}>${words}</span>`;
}
