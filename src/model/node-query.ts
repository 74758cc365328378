import type { ClusterNode } from './cluster.js';
import { isKnown, type Maybe } from './unknown.js';

/** The ready-made choices of nodes. */
export const NODE_FILTERS = ['all', 'active', 'inactive', 'gpu', 'wired', 'wireless'] as const;
export type NodeFilter = (typeof NODE_FILTERS)[number];

/** What nodes can be sorted by. */
export const NODE_SORT_KEYS = ['name', 'state', 'cpu', 'memory', 'gpu'] as const;
export type NodeSortKey = (typeof NODE_SORT_KEYS)[number];

/** A chosen order. Without one: alive first, the head node first, then by name. */
export interface NodeSort {
  readonly key: NodeSortKey;
  readonly descending: boolean;
}

const MATCHES: Readonly<Record<NodeFilter, (node: ClusterNode) => boolean>> = {
  all: () => true,
  active: (node) => node.state === 'ALIVE',
  // A node of which Ray says nothing is not one to count on.
  inactive: (node) => node.state !== 'ALIVE',
  gpu: (node) => isKnown(node.gpuCount) && node.gpuCount > 0,
  wired: (node) => node.connectionType === 'wired',
  wireless: (node) => node.connectionType === 'wireless',
};

/** How many nodes each filter would show. */
export function countByFilter(nodes: readonly ClusterNode[]): Readonly<Record<NodeFilter, number>> {
  const counts = NODE_FILTERS.map((filter) => [filter, nodes.filter(MATCHES[filter]).length]);
  return Object.fromEntries(counts) as Record<NodeFilter, number>;
}

/** The nodes that pass the filter and hold every word of the search in name, IP or id. */
export function findNodes(
  nodes: readonly ClusterNode[],
  filter: NodeFilter,
  search: string,
): readonly ClusterNode[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (filter === 'all' && words.length === 0) return nodes;
  return nodes.filter(MATCHES[filter]).filter((node) => {
    const ip = isKnown(node.nodeIp) ? node.nodeIp : '';
    const text = `${node.name}\n${ip}\n${node.nodeId}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * A sorted copy. Unknown figures stand last, whichever way the rest is sorted; equal ones stand in
 * the order of their names, and at last of their ids, so that rows do not jump between frames.
 */
export function sortNodes(
  nodes: readonly ClusterNode[],
  sort: NodeSort | undefined,
  compareNames: (a: string, b: string) => number,
): ClusterNode[] {
  const sign = sort?.descending ? -1 : 1;
  const first = (a: ClusterNode, b: ClusterNode): number => {
    if (!sort) return stateRank(a) - stateRank(b) || headRank(a) - headRank(b);
    if (sort.key === 'name') return sign * compareNames(a.name, b.name);
    if (sort.key === 'state') return sign * (stateRank(a) - stateRank(b));
    const figure = `${sort.key}Percent` as const;
    return compareKnown(a[figure], b[figure], sign);
  };
  const byName = (a: ClusterNode, b: ClusterNode) =>
    compareNames(a.name, b.name) || (a.nodeId < b.nodeId ? -1 : 1);
  return [...nodes].sort((a, b) => first(a, b) || byName(a, b));
}

function stateRank(node: ClusterNode): number {
  if (node.state === 'ALIVE') return 0;
  return node.state === 'DEAD' ? 2 : 1;
}

const headRank = (node: ClusterNode): number => (node.isHeadNode === true ? 0 : 1);

function compareKnown(a: Maybe<number>, b: Maybe<number>, sign: number): number {
  if (isKnown(a) && isKnown(b)) return sign * (a - b);
  return Number(isKnown(b)) - Number(isKnown(a));
}
