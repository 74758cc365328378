import type { ClusterNode } from './cluster.js';

/** The fields of a node as a table has them, in order; the names are those of {@link ClusterNode}. */
const FIELDS: readonly (keyof ClusterNode)[] = [
  'name',
  'state',
  'stateMessage',
  'isHeadNode',
  'workStatus',
  'connectionType',
  'cpuPercent',
  'cpuCores',
  'memoryPercent',
  'memoryBytes',
  'gpuPercent',
  'gpuCount',
  'objectStoreBytes',
  'taskLabels',
  'nodeIp',
  'nodeId',
];

/** So that spreadsheets take it for UTF-8, Chinese names and all. */
const BYTE_ORDER_MARK = '\uFEFF';

/** As RFC 4180 has it. What is unknown is `unknown`, as everywhere. */
export function nodesAsCsv(nodes: readonly ClusterNode[], fields = FIELDS): string {
  const lines = nodes.map((node) =>
    fields
      .map((field) =>
        csvCell(field === 'taskLabels' ? plainLabels(node).join('; ') : String(node[field])),
      )
      .join(','),
  );
  return `${BYTE_ORDER_MARK}${[fields.join(','), ...lines].join('\r\n')}\r\n`;
}

export function plainLabels({ taskLabels }: ClusterNode): readonly string[] {
  return taskLabels.map((label) => (typeof label === 'object' ? label.text : label));
}

function csvCell(value: string): string {
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A name that begins like a formula would be one in a spreadsheet, and could send the sheet away. With
 * an apostrophe it is text. Excel takes the wide signs of East Asia for the same; a quote at the start goes
 * when it is pasted, and takes all up to the next one into its cell. Where lines are split at semicolons or
 * tabs, what follows one is a start, too.
 */
export function harmless(value: string): string {
  return value.replace(/(^|[;\t] ?)(?=\s*["=+\-@＝＋－＠])/g, "$1'");
}
