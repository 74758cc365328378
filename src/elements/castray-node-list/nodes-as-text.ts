import type { ClusterNode } from '../../model/cluster.js';
import { harmless } from '../../model/nodes-as-csv.js';
import { isKnown, type Maybe } from '../../model/unknown.js';
import type { Formats } from '../../text/formats.js';
import type { NodesMessages } from '../../text/nodes.js';
import { labelTexts } from '../node-parts/node-marks.js';

/** A field's title, and what is said of it of one node. */
type Field = readonly [title: string, of: (node: ClusterNode) => string];

/** A line for each node, its fields apart by tabs: it can be read, and pasted into a table. */
export function nodesAsText(
  nodes: readonly ClusterNode[],
  names: readonly string[] | undefined,
  text: NodesMessages,
  format: Formats,
): string {
  const all = fieldsIn(text, format);
  const fields = names
    ? names.flatMap((name) => (all[name] ? [all[name]] : []))
    : Object.values(all);
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => harmless(cell.replace(/\s+/g, ' '))).join('\t');
  const titles = fields.map(([title]) => title);
  return [titles, ...nodes.map((node) => fields.map(([, of]) => of(node)))].map(line).join('\n');
}

function fieldsIn(text: NodesMessages, format: Formats): Readonly<Record<string, Field>> {
  const { node: words, cluster, unknown } = text;
  const write = <T>(value: Maybe<T>, toText: (known: T) => string): string =>
    isKnown(value) ? toText(value) : unknown;
  const { percent } = format;
  return {
    name: [words.name, (node) => node.name],
    state: [words.state, (node) => words.states[node.state]],
    stateMessage: [words.reason, (node) => node.stateMessage],
    workStatus: [words.workStatus, (node) => words.work[node.workStatus]],
    cpuPercent: [cluster.cpu, (node) => write(node.cpuPercent, percent)],
    memoryPercent: [cluster.memory, (node) => write(node.memoryPercent, percent)],
    gpuPercent: [
      cluster.gpu,
      (node) => (node.gpuCount === 0 ? words.noGpu : write(node.gpuPercent, percent)),
    ],
    connectionType: [words.network, (node) => words.connection[node.connectionType]],
    taskLabels: [words.labels, (node) => labelTexts(node, text).join(' · ')],
    objectStoreBytes: [cluster.objectStore, (node) => write(node.objectStoreBytes, format.bytes)],
    nodeIp: [words.ip, (node) => write(node.nodeIp, (ip) => ip)],
    nodeId: [words.id, (node) => node.nodeId],
  };
}
