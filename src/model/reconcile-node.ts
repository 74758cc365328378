import type { ClusterNode } from './cluster.js';
import type { NodeLedger } from './node-ledger.js';
import type { NodeReport } from './report.js';
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
  memoryFigure: MemoryFigure,
  receivedAt: number,
): ClusterNode {
  const { name, source } = ledger.nameOf(report);
  // A usage that CastRay cannot find it replaces by a random number: always so for the dead.
  const believed = report.state === 'ALIVE' && !ledger.isSettling(report.nodeId, receivedAt);
  const gpuCount = ledger.gpuCount(report);
  const node: ClusterNode = {
    nodeId: report.nodeId,
    name,
    nameSource: source,
    nodeIp: report.nodeIp,
    state: report.state,
    stateMessage: report.stateMessage,
    isHeadNode: report.isHeadNode,
    connectionType: report.connectionType,
    workStatus: believed ? report.workStatus : UNKNOWN,
    cpuPercent: believed ? report.cpuPercent : UNKNOWN,
    cpuCores: report.cpuCores,
    memoryPercent: believed ? usedShare(report.memoryFigure, memoryFigure) : UNKNOWN,
    memoryBytes: report.memoryBytes,
    gpuPercent: believed && gpuCount !== 0 ? report.gpuPercent : UNKNOWN,
    gpuCount,
    objectStoreBytes: ledger.objectStoreBytes(report),
    taskLabels: believed ? labels(report.taskLabels, memoryFigure) : [],
  };
  if (previous && sameNode(previous, node)) return previous;
  Object.freeze(node.taskLabels);
  return Object.freeze(node);
}

/** One decimal, as the service has it: 100 − 92.4 must not read 7.599999999999994. */
function usedShare(figure: Maybe<number>, meaning: MemoryFigure): Maybe<number> {
  if (!isKnown(figure) || meaning === 'used') return figure;
  return Math.round((100 - figure) * 1e6) / 1e6;
}

/** The service calls a node memory-intensive by the same figure, so that label falls with it. */
function labels(words: readonly TaskLabel[], meaning: MemoryFigure): readonly TaskLabel[] {
  return meaning === 'used' ? words : words.filter((label) => label !== 'memory-intensive');
}

function sameNode(a: ClusterNode, b: ClusterNode): boolean {
  for (const key in b) {
    const field = key as keyof ClusterNode;
    if (a[field] !== b[field] && field !== 'taskLabels') return false;
  }
  return (
    a.taskLabels.length === b.taskLabels.length &&
    a.taskLabels.every((label, i) => sameLabel(label, b.taskLabels[i]))
  );
}

function sameLabel(a: TaskLabel, b: TaskLabel | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.text === b.text);
}
