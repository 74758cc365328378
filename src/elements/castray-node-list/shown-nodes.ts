import type { ClusterNode } from '../../model/cluster.js';
import { countByFilter, findNodes, type NodeFilter } from '../../model/node-query.js';
import { sameFields } from '../../model/reuse.js';
import type { CompareNames } from '../../model/name-ranks.js';
import { UNKNOWN } from '../../model/unknown.js';
import { HeldOrder } from './held-order.js';
import type { ListSettings } from './list-settings.js';

/** What decides on the rows besides the nodes. */
export interface ShowRequest {
  readonly settings: ListSettings;
  readonly compareNames: CompareNames;
  /** Somebody is among the rows: they stay where they are. */
  readonly isHeld: boolean;
  /** The node in whose row the focus is. */
  readonly focusedNode: string | undefined;
  /** What is said of a node that has left while its row had to stay. */
  readonly goneReason: string;
}

/** The nodes of the list: those that were asked for, in the order that was asked for or is held. */
export class ShownNodes {
  readonly #order = new HeldOrder();
  #all: readonly ClusterNode[] = [];
  #request: ShowRequest | undefined;
  #kept: ReadonlySet<ClusterNode> = new Set();
  #counts: Readonly<Record<NodeFilter, number>> = countByFilter([]);

  get nodes(): readonly ClusterNode[] {
    return this.#order.shown;
  }

  /** Those that have left, or match no longer, while their rows had to stay. They are not counted. */
  get kept(): ReadonlySet<ClusterNode> {
    return this.#kept;
  }

  /** Without {@link kept}. */
  get reported(): readonly ClusterNode[] {
    return this.#kept.size > 0 ? this.nodes.filter((node) => !this.#kept.has(node)) : this.nodes;
  }

  /** How many nodes each filter would show. */
  get counts(): Readonly<Record<NodeFilter, number>> {
    return this.#counts;
  }

  /** Whether the chosen order would be another one than the one that is held. */
  get isOutOfOrder(): boolean {
    return this.#order.isOutOfOrder;
  }

  find(nodeId: string): ClusterNode | undefined {
    return this.nodes[this.indexOf(nodeId)];
  }

  /** -1 where the node is not shown. */
  indexOf(nodeId: string | undefined): number {
    return nodeId === undefined ? -1 : this.nodes.findIndex((node) => node.nodeId === nodeId);
  }

  /** Does nothing while all is as it was: scrolling draws the list again and again. */
  update(all: readonly ClusterNode[], request: ShowRequest): void {
    if (all !== this.#all) this.#counts = countByFilter(all);
    else if (this.#request && sameFields(this.#request, request)) return;
    this.#all = all;
    this.#request = request;
    const { settings, compareNames, isHeld } = request;
    const found = findNodes(all, settings.filter, settings.search);
    const keep = this.#keeper(request);
    this.#order.arrange(found, { sort: settings.sort, compareNames, isHeld, keep });
  }

  /**
   * A row that is held stays, also when its node matches no longer or is gone. Under a pointer that rests
   * for hours far too many would gather: all but the one with the focus are then let go.
   */
  #keeper({
    focusedNode,
    goneReason,
  }: ShowRequest): (last: ClusterNode) => ClusterNode | undefined {
    const all = this.#all;
    const areTooMany = this.#kept.size > all.length + 100;
    const kept = new Set<ClusterNode>();
    this.#kept = kept;
    let byId: Map<string, ClusterNode> | undefined;
    return (last) => {
      if (areTooMany && last.nodeId !== focusedNode) return undefined;
      byId ??= new Map(all.map((node) => [node.nodeId, node])); // most frames keep none
      const isGone = last.stateMessage === goneReason;
      const node = byId.get(last.nodeId) ?? (isGone ? last : asGone(last, goneReason));
      kept.add(node);
      return node;
    };
  }
}

/** A node that is no longer reported, for as long as its row cannot be taken away. */
function asGone(node: ClusterNode, reason: string): ClusterNode {
  return Object.freeze({
    ...node,
    state: UNKNOWN,
    stateMessage: reason,
    workStatus: UNKNOWN,
    cpuPercent: UNKNOWN,
    memoryPercent: UNKNOWN,
    gpuPercent: UNKNOWN,
    taskLabels: Object.freeze([]),
  });
}
