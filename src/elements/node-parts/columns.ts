import { html } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeSortKey } from '../../model/node-query.js';
import { isKnown } from '../../model/unknown.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { ColumnId, ColumnIds } from './column-choice.js';
import { shortId } from './node-buttons.js';
import {
  labelTexts,
  networkMark,
  objectStoreText,
  reason,
  stateMark,
  workText,
} from './node-marks.js';
import { nodeFigure } from './node-figures.js';
import type { NodeItem } from './node-item.js';

/** One column of the table, or one fact of a card: all that is said in it and of it. */
export interface Column {
  readonly id: ColumnId;
  readonly title: (text: NodesMessages) => string;
  /** What a click on the header sorts by. */
  readonly sortKey?: NodeSortKey;
  /** What stands in it; the name is the row's header, which the row itself draws. */
  readonly cell?: (item: NodeItem) => unknown;
  /** What is exported with it. */
  readonly fields: readonly (keyof ClusterNode)[];
}

const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  name: { ...sortable('name'), fields: ['name', 'isHeadNode'] },
  state: {
    ...sortable('state'),
    cell: ({ node, text }) => html`${stateMark(node, text)}${reason(node)}`,
    fields: ['state', 'stateMessage'],
  },
  cpu: {
    ...sortable('cpu'),
    cell: (item) => nodeFigure('cpu', item),
    fields: ['cpuPercent', 'cpuCores'],
  },
  memory: {
    ...sortable('memory'),
    cell: (item) => nodeFigure('memory', item),
    fields: ['memoryPercent', 'memoryBytes'],
  },
  gpu: {
    ...sortable('gpu'),
    cell: (item) => nodeFigure('gpu', item),
    fields: ['gpuPercent', 'gpuCount'],
  },
  address: {
    id: 'address',
    title: (text) => text.node.address,
    cell: (item) =>
      html`<div class="cut">
          ${isKnown(item.node.nodeIp) ? item.node.nodeIp : item.text.unknown}
        </div>
        ${shortId(item)}`,
    fields: ['nodeIp', 'nodeId'],
  },
  work: {
    id: 'work',
    title: (text) => text.node.workStatus,
    cell: ({ node, text }) => workText(node, text),
    fields: ['workStatus'],
  },
  network: {
    id: 'network',
    title: (text) => text.node.network,
    cell: ({ node, text }) => networkMark(node, text),
    fields: ['connectionType'],
  },
  labels: { id: 'labels', title: (text) => text.node.labels, cell: labels, fields: ['taskLabels'] },
  'object-store': {
    id: 'object-store',
    title: (text) => text.cluster.objectStore,
    cell: objectStoreText,
    fields: ['objectStoreBytes'],
  },
};

export function columnTitle(id: ColumnId, text: NodesMessages): string {
  return COLUMNS[id].title(text);
}

/** What is exported with columns that were chosen, also where no node has anything in one. */
export function exportedFields(chosen: ColumnIds): readonly (keyof ClusterNode)[] {
  return chosen.flatMap((id) => COLUMNS[id].fields);
}

/** The columns that are shown: those that were chosen, without the GPU's where no node may have one. */
export class ShownColumns {
  #columns: readonly Column[] = [];
  #hasGpu = false;

  /** The same array while nothing about it changes. */
  get all(): readonly Column[] {
    return this.#columns;
  }

  /** Whether a node has a GPU, or may have one. */
  get hasGpu(): boolean {
    return this.#hasGpu;
  }

  update(chosen: ColumnIds, nodes: readonly ClusterNode[]): void {
    this.#hasGpu = nodes.some(mayHaveGpu);
    const ids = chosen.filter((id) => id !== 'gpu' || this.#hasGpu);
    if (ids.join() === this.#columns.map(({ id }) => id).join()) return;
    this.#columns = ids.map((id) => COLUMNS[id]);
  }
}

/** A node of which it is not known yet may have one, but of a dead one nothing will be shown. */
function mayHaveGpu({ gpuCount, state }: ClusterNode): boolean {
  return isKnown(gpuCount) ? gpuCount > 0 : state !== 'DEAD';
}

function sortable(key: NodeSortKey) {
  return { id: key, title: (text: NodesMessages) => sortTitle(key, text), sortKey: key };
}

export function sortTitle(key: NodeSortKey, text: NodesMessages): string {
  return key === 'name' || key === 'state' ? text.node[key] : text.cluster[key];
}

function labels({ node, text }: NodeItem): unknown {
  const words = labelTexts(node, text).join(' · ');
  return html`<span class="labels small" title=${words}>${words || text.none}</span>`;
}
