import type { ClusterNode } from './cluster.js';
import { loadBand } from './load-band.js';
import type { KnownNode } from './node-ledger.js';
import type { NodeReport } from './report.js';
import { reuse, reuseFields } from './reuse.js';
import type { TaskLabel } from './task-label.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/**
 * What the service's `memory` figure means. Every CastRay that was observed sends the *available*
 * share (it reads the wrong field of Ray's answer); a repaired one would send the *used* share. The
 * figure itself cannot tell, the owner of the service can.
 */
export type MemoryFigure = 'available' | 'used';

/**
 * The node as it is now: the report put together with what was known. Returns the node as it was
 * last shown where nothing changed.
 */
export function reconcileNode(
  report: NodeReport,
  known: KnownNode,
  meaning: MemoryFigure,
  receivedAt: number,
): ClusterNode {
  const { name, nameSource } = known.name(report);
  const gpuCount = known.figure(report, 'gpuCount');
  const memoryPercent = usedShare(report.memoryFigure, meaning);
  // A usage that CastRay cannot find it replaces by a random number: always so for the dead.
  const believed = report.state === 'ALIVE' && !known.isSettling(receivedAt);
  const { shown } = known;
  const taskLabels = believed ? labels(report.taskLabels, meaning, memoryPercent) : NO_LABELS;
  // Field by field: of 10,000 nodes, objects spread into each other take five times as long. First
  // come those that change, so that two nodes that differ are soon told apart.
  return reuseFields<ClusterNode>(shown, {
    cpuPercent: believed ? report.cpuPercent : UNKNOWN,
    memoryPercent: believed ? memoryPercent : UNKNOWN,
    gpuPercent: believed && gpuCount !== 0 ? report.gpuPercent : UNKNOWN,
    taskLabels: reuse(shown?.taskLabels, taskLabels),
    workStatus: believed ? report.workStatus : UNKNOWN,
    state: report.state,
    stateMessage: report.stateMessage,
    nodeId: report.nodeId,
    name,
    nameSource,
    nodeIp: report.nodeIp,
    isHeadNode: report.isHeadNode,
    connectionType: report.connectionType,
    cpuCores: report.cpuCores,
    // Of a node that it cannot measure, CastRay tells what Ray may give to tasks: another quantity.
    memoryBytes: believed ? report.memoryBytes : (shown?.memoryBytes ?? UNKNOWN),
    gpuCount,
    // Ray's records count bytes; the reports round to whole GiB.
    objectStoreBytes: known.figure(report, 'objectStoreBytes'),
  });
}

const NO_LABELS: readonly TaskLabel[] = Object.freeze([]);

/** To the service's decimals: 100 − 92.4 must not read 7.599999999999994. */
function usedShare(figure: Maybe<number>, meaning: MemoryFigure): Maybe<number> {
  if (!isKnown(figure) || meaning === 'used') return figure;
  return Math.round((100 - figure) * 1e6) / 1e6;
}

/**
 * The service calls a node memory-intensive, or idle, by the same figure: the first label falls with
 * it, the second where the memory is in fact nearly full.
 */
function labels(
  words: readonly TaskLabel[],
  meaning: MemoryFigure,
  memoryPercent: Maybe<number>,
): readonly TaskLabel[] {
  const isFull = loadBand(memoryPercent) === 'critical';
  const isWrong = (label: TaskLabel) =>
    label === 'memory-intensive' || (isFull && label === 'idle');
  if (meaning === 'used' || !words.some(isWrong)) return words;
  return words.length === 1 ? NO_LABELS : words.filter((label) => !isWrong(label));
}
