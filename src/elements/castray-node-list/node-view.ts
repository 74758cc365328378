import { nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeSort, NodeSortKey } from '../../model/node-query.js';
import type { StateSince } from '../../store/node-news.js';
import type { AllNews, NodeNews } from '../../store/node-news.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { Formats } from '../../text/formats.js';
import type { Column } from '../node-parts/columns.js';
import type { NodeItem } from '../node-parts/node-item.js';
import type { CopyOutcome } from '../parts/copier.js';
import type { ListWindow } from './list-window.js';
import { slots } from './slots.js';

/** What every view of the nodes needs besides the nodes themselves. */
export interface NodeViewOptions {
  /** What the nodes are called as a whole. */
  readonly title: string;
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly columns: readonly Column[];
  /** Which nodes have joined or died of late, where that is to be marked. */
  readonly news: AllNews | undefined;
  readonly sort: NodeSort | undefined;
  /** The user wants another order, by the header of a column. */
  readonly sortBy: (key: NodeSortKey) => void;
  readonly isSelected: (nodeId: string) => boolean;
  readonly isOpen: (nodeId: string) => boolean;
  /** Which of the nodes are drawn. */
  readonly window: ListWindow;
  /** Index of the node whose buttons the Tab key reaches. */
  readonly tabStop: number;
  readonly copyOutcomeOf: (nodeId: string) => CopyOutcome | undefined;
  readonly sinceOf: (node: ClusterNode) => StateSince | undefined;
}

/** One node as it stands in the list. */
export interface ListedNode extends NodeItem {
  /** Its place in the whole list, from 1 on, and how long that is. */
  readonly place: number;
  readonly count: number;
  readonly columns: readonly Column[];
  readonly news: NodeNews | undefined;
  /** Far from what can be seen, and drawn only to keep the focus. */
  readonly isParked: boolean;
}

/**
 * One node's picture, made anew only when something on which it depends has changed. Rows are reused
 * by their place and not by their node: moving a thousand rows costs the browser far more than
 * writing other words into them (570 ms against 350 a frame, sorted by CPU).
 */
function nodeItem(
  nodes: readonly ClusterNode[],
  index: number,
  {
    text,
    format,
    columns,
    news,
    isSelected,
    isOpen,
    window,
    tabStop,
    copyOutcomeOf,
    sinceOf,
  }: NodeViewOptions,
  draw: (item: ListedNode) => TemplateResult,
): unknown {
  const node = nodes[index];
  if (!node) return nothing;
  const item: ListedNode = {
    node,
    text,
    format,
    isSelected: isSelected(node.nodeId),
    isOpen: isOpen(node.nodeId),
    place: index + 1,
    count: nodes.length,
    columns,
    news: news?.get(node.nodeId),
    isParked: window.isParked(index),
    isTabStop: index === tabStop,
    copyOutcome: copyOutcomeOf(node.nodeId),
    since: sinceOf(node),
  };
  return guard(Object.values(item), () => draw(item));
}

/** The nodes that are drawn. */
export function nodeItems(
  nodes: readonly ClusterNode[],
  options: NodeViewOptions,
  draw: (item: ListedNode) => TemplateResult,
): unknown {
  const { indices, kept } = options.window;
  return slots(indices, kept, (index) => nodeItem(nodes, index, options, draw));
}
