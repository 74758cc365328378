import type { ClusterNode } from '../../model/cluster.js';
import { findNodes } from '../../model/node-query.js';
import { asGone, HeldOrder } from './held-order.js';
import type { ListSettings } from './list-settings.js';

/** What decides on the rows besides the nodes and the settings. */
export interface ShowRequest {
  readonly settings: ListSettings;
  readonly compareNames: (a: string, b: string) => number;
  /** Somebody is among the rows: they stay where they are. */
  readonly isHeld: boolean;
  /** The node in whose row the focus is. */
  readonly focusedNode: string | undefined;
  /** What is said of a node that has left while its row had to stay. */
  readonly goneReason: string;
}

/** The nodes on the screen: those that were asked for, in the order that was asked for or is held. */
export class ShownNodes {
  readonly #order = new HeldOrder();

  get nodes(): readonly ClusterNode[] {
    return this.#order.shown;
  }

  /** Whether the chosen order would be another one than the one that is held. */
  get isOutOfOrder(): boolean {
    return this.#order.isOutOfOrder;
  }

  find(nodeId: string): ClusterNode | undefined {
    return this.nodes.find((node) => node.nodeId === nodeId);
  }

  update(all: readonly ClusterNode[], request: ShowRequest): void {
    const { settings, compareNames, isHeld } = request;
    const found = findNodes(all, settings.filter, settings.search);
    const kept = isHeld ? this.#kept(all, found, request) : undefined;
    const nodes = kept ? [...found, kept] : found;
    this.#order.arrange(nodes, { sort: settings.sort, compareNames, isHeld });
  }

  /** The row in which the focus is stays, also when its node matches no longer or is gone. */
  #kept(
    all: readonly ClusterNode[],
    found: readonly ClusterNode[],
    { focusedNode, goneReason }: ShowRequest,
  ): ClusterNode | undefined {
    const last = focusedNode === undefined ? undefined : this.find(focusedNode);
    const isFocused = (node: ClusterNode): boolean => node.nodeId === focusedNode;
    if (!last || found.some(isFocused)) return undefined;
    return all.find(isFocused) ?? asGone(last, goneReason);
  }
}
