import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeSort, NodeSortKey } from '../../model/node-query.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { Formats } from '../../text/formats.js';
import type { CopyOutcome } from './id-copier.js';

/** What every view of the nodes needs besides the nodes themselves. */
export interface NodeViewOptions {
  /** What the nodes are called as a whole. */
  readonly title: string;
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly sort: NodeSort | undefined;
  /** The user wants another order, by the header of a column. */
  readonly sortBy: (key: NodeSortKey) => void;
  readonly isSelected: (nodeId: string) => boolean;
  readonly isOpen: (nodeId: string) => boolean;
  readonly copyOutcomeOf: (nodeId: string) => CopyOutcome | undefined;
}

/** One node as one row or card shows it. */
export interface NodeItem {
  readonly node: ClusterNode;
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly copyOutcome: CopyOutcome | undefined;
}

/**
 * One node's picture, made anew only when something on which it depends has changed. Rows are reused
 * by their place and not by their node: moving a thousand rows costs the browser far more than
 * writing other words into them (570 ms against 350 a frame, sorted by CPU).
 */
export function nodeItem(
  node: ClusterNode,
  { text, format, isSelected, isOpen, copyOutcomeOf }: NodeViewOptions,
  draw: (item: NodeItem) => TemplateResult,
): unknown {
  const item: NodeItem = {
    node,
    text,
    format,
    isSelected: isSelected(node.nodeId),
    isOpen: isOpen(node.nodeId),
    copyOutcome: copyOutcomeOf(node.nodeId),
  };
  return guard(Object.values(item), () => draw(item));
}
