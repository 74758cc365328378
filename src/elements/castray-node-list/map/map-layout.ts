import type { ClusterNode } from '../../../model/cluster.js';

/** By what the cells stand together. */
export const MAP_GROUPS = ['state', 'connection', 'none'] as const;
export type MapGrouping = (typeof MAP_GROUPS)[number];

/** Trouble first: below thousands of nodes that are well nobody would see it. */
const ORDER = {
  state: ['DEAD', 'unknown', 'ALIVE'],
  connection: ['wired', 'wireless', 'unknown'],
  none: [''],
} as const;
export type GroupKey = (typeof ORDER)[MapGrouping][number];

export interface MapGroup {
  readonly key: GroupKey;
  readonly nodes: readonly ClusterNode[];
  /** Index of its first node among all, and of its first row. */
  readonly start: number;
  readonly firstRow: number;
}

export interface Place {
  readonly group: MapGroup;
  readonly row: number;
  readonly column: number;
}

/** Where each node stands in the map: groups below one another, each in rows of the same length. */
export class MapLayout {
  readonly groups: readonly MapGroup[];
  readonly columns: number;
  readonly rows: number;
  /** In the order of the cells. */
  readonly nodes: readonly ClusterNode[];

  constructor(nodes: readonly ClusterNode[], by: MapGrouping, columns: number) {
    const sorted = new Map<GroupKey, ClusterNode[]>(ORDER[by].map((key) => [key, []]));
    for (const node of nodes) sorted.get(groupOf(node, by))?.push(node);
    const groups: MapGroup[] = [];
    let start = 0;
    let firstRow = 0;
    for (const [key, members] of sorted) {
      if (members.length === 0) continue;
      groups.push({ key, nodes: members, start, firstRow });
      start += members.length;
      firstRow += Math.ceil(members.length / columns);
    }
    this.groups = groups;
    this.columns = columns;
    this.rows = firstRow;
    this.nodes = groups.flatMap((group) => group.nodes);
  }

  /** -1 where the node is not in the map. */
  indexOf(nodeId: string): number {
    return this.nodes.findIndex((node) => node.nodeId === nodeId);
  }

  placeOf(index: number): Place | undefined {
    const group = this.groups.findLast(({ start }) => start <= index);
    if (!group || index < 0) return undefined;
    const column = (index - group.start) % this.columns;
    const row = group.firstRow + (index - group.start - column) / this.columns;
    return { group, row, column };
  }

  /** The cell there, or the last one of a row that ends before. */
  at(row: number, column: number): number {
    const group = this.groups.findLast(({ firstRow }) => firstRow <= row) ?? this.groups[0];
    if (!group) return -1;
    const first = group.start + Math.max(0, row - group.firstRow) * this.columns;
    const end = group.start + group.nodes.length - 1;
    return Math.min(first + Math.min(column, this.columns - 1), end);
  }

  /** Where a key leads to; `undefined` for keys that lead nowhere. */
  step(index: number, key: string, wholeMap: boolean): number | undefined {
    const { row, column } = this.placeOf(index) ?? { row: 0, column: 0 };
    const last = this.nodes.length - 1;
    const inRow = (to: number): number => this.at(Math.max(0, Math.min(this.rows - 1, to)), column);
    switch (key) {
      case 'ArrowLeft':
        return Math.max(0, index - 1);
      case 'ArrowRight':
        return Math.min(last, index + 1);
      case 'ArrowUp':
        return inRow(row - 1);
      case 'ArrowDown':
        return inRow(row + 1);
      case 'PageUp':
        return inRow(row - PAGE);
      case 'PageDown':
        return inRow(row + PAGE);
      case 'Home':
        return wholeMap ? 0 : this.at(row, 0);
      case 'End':
        return wholeMap ? last : this.at(row, this.columns);
      default:
        return undefined;
    }
  }
}

/** Rows that a page key goes on by. */
const PAGE = 10;

function groupOf(node: ClusterNode, by: MapGrouping): GroupKey {
  if (by === 'none') return '';
  return by === 'state' ? node.state : node.connectionType;
}
