import { parseDashboard, parseFrame } from '../../src/model/parse-report.js';
import type { ClusterReport } from '../../src/model/report.js';
import { reportIn } from './captures.js';

/** A node as CastRay spells it. */
export type WireNode = Readonly<Record<string, unknown>>;

/** A healthy worker; `number` makes its id and name. */
export function wireNode(number: number, more: WireNode = {}): WireNode {
  const id = number.toString(16).padStart(56, '0');
  return {
    id: id.slice(-8),
    name: `Worker-${number}`,
    nodeIp: `127.0.0.${number}`,
    nodeId: id,
    state: 'ALIVE',
    isHeadNode: false,
    cpu: 20,
    memory: 60,
    gpu: 0,
    tasks: ['空闲'],
    status: 'active',
    stateMessage: null,
    connectionType: 'wired',
    workStatus: 'idle',
    resources: { totalCpu: 4, totalMemory: 16, totalGpu: 0, objectStore: 0 },
    ...more,
  };
}

/** So many healthy workers. */
export function wireNodes(count: number): readonly WireNode[] {
  return Array.from({ length: count }, (_, index) => wireNode(index + 1));
}

/** A frame of `/ws`, as text. */
export function frameText(nodes: readonly unknown[], summary?: unknown): string {
  return JSON.stringify({ type: 'cluster_status', data: { nodes, summary } });
}

/** A frame, read. */
export function frameReport(nodes: readonly unknown[], at = 0, summary?: unknown): ClusterReport {
  return reportIn(parseFrame(frameText(nodes, summary), at));
}

/** An answer of `/api/ray-dashboard`, read; `records` are Ray's own. */
export function dashboardReport(
  nodes: readonly unknown[],
  records: readonly unknown[],
  at = 0,
): ClusterReport {
  const data = { nodes, result: { result: records } };
  return reportIn(parseDashboard(JSON.stringify({ result: true, data }), at));
}

/** Ray's own record of a node, with its custom resources. */
export function rayRecord(node: WireNode, resources: Readonly<Record<string, number>>): unknown {
  return { node_id: node['nodeId'], resources_total: resources };
}
