import type { ClusterNode } from '../../model/cluster.js';
import type { CompareNames } from '../../model/name-ranks.js';
import { sortNodes, type NodeSort } from '../../model/node-query.js';

/** How the nodes are to be put in order. */
export interface OrderRequest {
  readonly sort: NodeSort | undefined;
  readonly compareNames: CompareNames;
  /** Rows stay where they are; only new nodes are added, at the end. */
  readonly isHeld: boolean;
  /** What stands in a held row whose node is not among the nodes; `undefined` takes the row away. */
  readonly keep: (last: ClusterNode) => ClusterNode | undefined;
}

/** Remembers in which order the nodes stand on the screen. */
export class HeldOrder {
  #shown: readonly ClusterNode[] = [];
  #isOutOfOrder = false;

  /** The nodes as they stand on the screen. */
  get shown(): readonly ClusterNode[] {
    return this.#shown;
  }

  /** Whether the chosen order would be another one than the one that is held. */
  get isOutOfOrder(): boolean {
    return this.#isOutOfOrder;
  }

  arrange(nodes: readonly ClusterNode[], request: OrderRequest): void {
    const sorted = sortNodes(nodes, request.sort, request.compareNames);
    this.#shown = request.isHeld ? this.#hold(sorted, request.keep) : sorted;
    this.#isOutOfOrder = request.isHeld && this.#shown.some((node, i) => node !== sorted[i]);
  }

  #hold(sorted: readonly ClusterNode[], keep: OrderRequest['keep']): readonly ClusterNode[] {
    const left = new Map(sorted.map((node) => [node.nodeId, node]));
    const carried: ClusterNode[] = [];
    for (const last of this.#shown) {
      const node = left.get(last.nodeId) ?? keep(last);
      left.delete(last.nodeId);
      if (node) carried.push(node);
    }
    return [...carried, ...left.values()];
  }
}
