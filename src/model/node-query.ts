import type { ClusterNode } from './cluster.js';
import { NameRanks, type CompareNames } from './name-ranks.js';
import { matcher } from './search.js';
import type { Sort } from './sort.js';
import { isKnown } from './unknown.js';

/** The ready-made choices of nodes. */
export const NODE_FILTERS = ['all', 'active', 'inactive', 'gpu', 'wired', 'wireless'] as const;
/** One of {@link NODE_FILTERS}; `inactive` is every node that is not known to be alive. */
export type NodeFilter = (typeof NODE_FILTERS)[number];

/** What nodes can be sorted by. */
export const NODE_SORT_KEYS = ['name', 'state', 'cpu', 'memory', 'gpu'] as const;
/** One of {@link NODE_SORT_KEYS}. */
export type NodeSortKey = (typeof NODE_SORT_KEYS)[number];

/** A chosen order. Without one: alive first, the head node first, then by name. */
export type NodeSort = Sort<NodeSortKey>;

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
  const counts = { all: 0, active: 0, inactive: 0, gpu: 0, wired: 0, wireless: 0 };
  for (const node of nodes) {
    for (const filter of NODE_FILTERS) if (MATCHES[filter](node)) counts[filter] += 1;
  }
  return counts;
}

/** The nodes that pass the filter and hold every word of the search in name, IP or id. */
export function findNodes(
  nodes: readonly ClusterNode[],
  filter: NodeFilter,
  search: string,
): readonly ClusterNode[] {
  const matches = matcher(search);
  if (filter === 'all' && !matches) return nodes;
  return nodes.filter(MATCHES[filter]).filter(({ name, nodeIp, nodeId }) => {
    return !matches || matches(`${name}\n${isKnown(nodeIp) ? nodeIp : ''}\n${nodeId}`);
  });
}

/**
 * A sorted copy. Unknown figures stand last, whichever way the rest is sorted; equal ones stand in
 * the order of their names, and at last of their ids, so that rows do not jump between frames.
 */
export function sortNodes(
  nodes: readonly ClusterNode[],
  sort: NodeSort | undefined,
  compareNames: CompareNames,
): ClusterNode[] {
  const ranks = ranksBy(compareNames).of(nodes.map((node) => node.name));
  // Each node's keys are worked out once, and not in each of the many comparisons.
  const keyed = nodes.map((node) => {
    const rank = ranks.get(node.name) ?? 0;
    return { node, rank, key: sortKey(node, sort, rank) };
  });
  keyed.sort(
    (a, b) => a.key - b.key || a.rank - b.rank || (a.node.nodeId < b.node.nodeId ? -1 : 1),
  );
  return keyed.map(({ node }) => node);
}

/** The lower, the further up. */
function sortKey(node: ClusterNode, sort: NodeSort | undefined, rank: number): number {
  if (!sort) return 2 * stateRank(node) + (node.isHeadNode === true ? 0 : 1);
  const sign = sort.descending ? -1 : 1;
  if (sort.key === 'name') return sign * rank;
  if (sort.key === 'state') return sign * stateRank(node);
  const figure = node[`${sort.key}Percent`];
  return isKnown(figure) ? sign * figure : UNKNOWN_LAST;
}

/** Above every share, and unlike infinity the same when it is taken from itself. */
const UNKNOWN_LAST = 1000;

function stateRank(node: ClusterNode): number {
  if (node.state === 'ALIVE') return 0;
  return node.state === 'DEAD' ? 2 : 1;
}

/** A language's ranks serve all lists in it, from frame to frame. */
const ALL_RANKS = new WeakMap<CompareNames, NameRanks>();

function ranksBy(compare: CompareNames): NameRanks {
  let ranks = ALL_RANKS.get(compare);
  if (!ranks) ALL_RANKS.set(compare, (ranks = new NameRanks(compare)));
  return ranks;
}
