import type { ClusterNode } from './cluster.js';
import { loadBand } from './load-band.js';
import type { NodeLedger } from './node-ledger.js';
import type { NodeReport } from './report.js';
import { reuse } from './reuse.js';
import type { TaskLabel } from './task-label.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/**
 * What the service's `memory` figure means. Every CastRay that was observed sends the *available*
 * share (it reads the wrong field of Ray's answer); a repaired one would send the *used* share. The
 * figure itself cannot tell, the owner of the service can.
 */
export type MemoryFigure = 'available' | 'used';

/**
 * The node as it is now: the report put together with what was known. Returns `previous` itself
 * where nothing changed.
 */
export function reconcileNode(
  report: NodeReport,
  previous: ClusterNode | undefined,
  ledger: NodeLedger,
  meaning: MemoryFigure,
  receivedAt: number,
): ClusterNode {
  const { name, nameSource } = ledger.nameOf(report);
  const gpuCount = ledger.known(report, 'gpuCount');
  const memoryPercent = usedShare(report.memoryFigure, meaning);
  // A usage that CastRay cannot find it replaces by a random number: always so for the dead.
  const believed = report.state === 'ALIVE' && !ledger.isSettling(report.nodeId, receivedAt);
  // Field by field: of 10,000 nodes, objects spread into each other take five times as long.
  return reuse<ClusterNode>(previous, {
    nodeId: report.nodeId,
    name,
    nameSource,
    nodeIp: report.nodeIp,
    state: report.state,
    stateMessage: report.stateMessage,
    isHeadNode: report.isHeadNode,
    connectionType: report.connectionType,
    workStatus: believed ? report.workStatus : UNKNOWN,
    cpuPercent: believed ? report.cpuPercent : UNKNOWN,
    cpuCores: report.cpuCores,
    memoryPercent: believed ? memoryPercent : UNKNOWN,
    memoryBytes: report.memoryBytes,
    gpuPercent: believed && gpuCount !== 0 ? report.gpuPercent : UNKNOWN,
    gpuCount,
    // Ray's records count bytes; the reports round to whole GiB.
    objectStoreBytes: ledger.known(report, 'objectStoreBytes'),
    taskLabels: believed ? labels(report.taskLabels, meaning, memoryPercent) : [],
  });
}

/** One decimal, as the service has it: 100 − 92.4 must not read 7.599999999999994. */
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
  return words.filter((label) => meaning === 'used' || !isWrong(label));
}
