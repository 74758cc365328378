import {
  asFields,
  cleanText,
  readAmount,
  readPercent,
  readText,
  readWord,
  type Fields,
} from './fields.js';
import { MAX_SENTENCE } from './harmless-text.js';
import type { OddityList } from './oddity.js';
import type { RayRecord, NodeReport } from './report.js';
import { singleLabel, taskLabel, type TaskLabel } from './task-label.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';
import { GIB } from './units.js';

/** No node has so many GiB: a size above this came in another unit, in bytes say. */
const MOST_GIB = 2 ** 20;
/** What is above 100 by more than rounding is no share: with 100 for it, a node could look idle. */
const MOST_PERCENT = 101;
const MAX_LABELS = 16;
const STATES = ['ALIVE', 'DEAD'] as const;
const CONNECTION_TYPES = ['wired', 'wireless'] as const;
const WORK_STATUSES = ['idle', 'detecting', 'sending'] as const;
const PLACEHOLDER = 'node:';
/** Resources that Ray or the campus sets on many nodes; what is left is a node's name. */
const NOT_A_NAME =
  /^(?:CPU|GPU|memory|object_store_memory|Wired|Wireless|node:.*|accelerator_type:.*)$/;

/** One node object of `data.nodes`, in REST and in frames alike. */
export function parseNode(value: unknown, odd: OddityList): NodeReport | undefined {
  const fields = asFields(value);
  if (!fields) {
    odd.add('node-not-an-object');
    return undefined;
  }
  const resources = asFields(fields['resources']) ?? {};
  const amount = (key: string, most?: number) => readAmount(resources, key, odd, most);
  const percent = (key: string) => readPercent(fields, key, odd, MOST_PERCENT);
  const cpuPercent = percent('cpu');
  const name = readName(fields, odd);
  if (fields['state'] === 'DEAD' && isKnown(cpuPercent)) odd.add('dead-node-usage', 'cpu');
  return {
    nodeId: readNodeId(fields, name, odd),
    name,
    nodeIp: readText(fields, 'nodeIp', odd) ?? UNKNOWN,
    state: readWord(fields, 'state', STATES, odd),
    stateMessage: readText(fields, 'stateMessage', odd, MAX_SENTENCE) ?? '',
    isHeadNode: typeof fields['isHeadNode'] === 'boolean' ? fields['isHeadNode'] : UNKNOWN,
    connectionType: readWord(fields, 'connectionType', CONNECTION_TYPES, odd),
    workStatus: readWord(fields, 'workStatus', WORK_STATUSES, odd),
    cpuPercent,
    cpuCores: amount('totalCpu'),
    memoryFigure: percent('memory'),
    memoryBytes: gibibytes(amount('totalMemory', MOST_GIB)),
    gpuPercent: percent('gpu'),
    gpuCount: amount('totalGpu'),
    objectStoreBytes: gibibytes(amount('objectStore', MOST_GIB)),
    taskLabels: readLabels(fields['tasks'], odd),
  };
}

/** One of Ray's raw records, `data.result.result` of REST. */
export function parseFacts(value: unknown, odd: OddityList): RayRecord | undefined {
  const fields = asFields(value) ?? {};
  const resources = asFields(fields['resources_total']);
  const nodeId = readText(fields, 'node_id', odd);
  if (!resources || nodeId === undefined) return undefined;
  const names = Object.keys(resources);
  if (names.length === 0) return undefined; // says nothing, not even that there is no GPU
  const custom = names.filter((name) => !NOT_A_NAME.test(name));
  return {
    nodeId,
    customResources: cleanTexts(custom, 'resources_total', odd).sort(),
    // Ray leaves out what a node does not have.
    gpuCount: 'GPU' in resources ? readAmount(resources, 'GPU', odd) : 0,
    objectStoreBytes: readAmount(resources, 'object_store_memory', odd),
  };
}

function readNodeId(fields: Fields, name = '', odd: OddityList): string {
  const id = readText(fields, 'nodeId', odd);
  if (id !== undefined) return id;
  odd.add('node-without-id');
  // Better a row that may change its identity than a node that nobody sees, but never one's name over
  // another's figures.
  return readText(fields, 'id', odd) ?? `${odd.place} ${name}`.trim();
}

function readName(fields: Fields, odd: OddityList): string | undefined {
  const name = readText(fields, 'name', odd);
  if (name?.startsWith(PLACEHOLDER) !== true) return name;
  odd.add('placeholder-name', 'name');
  return undefined;
}

/** The service rounds, object stores even to whole GiB, so that 0 only says "less than one step". */
function gibibytes(amount: Maybe<number>): Maybe<number> {
  return isKnown(amount) && amount > 0 ? amount * GIB : UNKNOWN;
}

function readLabels(value: unknown, odd: OddityList): readonly TaskLabel[] {
  if (!Array.isArray(value)) return [];
  const words = value as readonly unknown[];
  return singleLabel(words) ?? cleanTexts(words.slice(0, MAX_LABELS), 'tasks', odd).map(taskLabel);
}

function cleanTexts(values: readonly unknown[], key: string, odd: OddityList): string[] {
  return values.map((value) => cleanText(value, key, odd)).filter((text) => text !== undefined);
}
