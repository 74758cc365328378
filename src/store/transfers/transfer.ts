import type { Problem } from '../../connection/problem.js';
import { harmlessText, MAX_TEXT } from '../../model/harmless-text.js';
import type { TransferMode, TransferReport } from '../../model/transfer.js';
import { isKnown, UNKNOWN, type Maybe } from '../../model/unknown.js';
import type { Pace } from '../pace.js';
import type { Standstill } from './standstill.js';

/**
 * - `starting`: asked for, not answered yet;
 * - `running`: the service has a record of it, in progress;
 * - `finishing`: every byte is there, and the service still calls it in progress;
 * - `stalled`: in progress, and at the same percentage for 30 s of looks; it may well go on;
 * - `lost-contact`: five looks in a row failed; it may well go on;
 * - `completed`, `failed`: the service says so, and has a record of it;
 * - `unknown`: nobody knows what became of it; `reason` says why.
 */
export type TransferState =
  | 'starting'
  | 'running'
  | 'finishing'
  | 'stalled'
  | 'lost-contact'
  | 'completed'
  | 'failed'
  | 'unknown';

/** `no-record`: the service does not know it (any more); `shared-id`: another one has its id. */
export type UnknownReason = 'no-record' | 'shared-id' | 'no-answer';

/** In which transfers are shown: `failed` holds those of which nobody knows as well, `running` all that may go on. */
export const TRANSFER_GROUPS = ['running', 'completed', 'failed'] as const;
/** One of {@link TRANSFER_GROUPS}. */
export type TransferGroup = (typeof TRANSFER_GROUPS)[number];

/** What is asked for. Nodes by name: several may share one IP. */
export interface TransferOrder {
  readonly sourceNode: string;
  readonly targetNode: string;
  /** As CastRay reads it: from the folder in which it runs, `demo_files/a.txt`. */
  readonly filePath: string;
  readonly mode: TransferMode;
}

/** One transfer as far as it is known. Frozen; another object whenever something is new. */
export interface Transfer {
  /** Of the page's own: two transfers can share the service's id. */
  readonly key: string;
  /** Empty until the service has named it. */
  readonly id: string;
  readonly state: TransferState;
  readonly reason?: UnknownReason | undefined;
  /** A node's name. */
  readonly sourceNode: string;
  /** A node's name. */
  readonly targetNode: string;
  /** Without folders. */
  readonly fileName: string;
  /** On the source, as CastRay tells it. */
  readonly filePath: string;
  /** On the target, as CastRay tells it; empty until it does. */
  readonly targetPath: string;
  /** Bytes. */
  readonly fileSize: Maybe<number>;
  readonly mode: Maybe<TransferMode>;
  /** 0–100; never falls. */
  readonly progress: Maybe<number>;
  /** Bytes a second: lately while it runs, the mean once it has ended. */
  readonly speed: Maybe<number>;
  /** Estimated from the speed, in ms. */
  readonly remainingMs: Maybe<number>;
  /** ms since 1970, by the service's clock; by the page's until it is told. */
  readonly startedAt: Maybe<number>;
  /** ms since 1970, by the service's clock. */
  readonly endedAt: Maybe<number>;
  /** The service's own words. Untrusted text. */
  readonly error: string;
  /** Why it could not be started, or the last look failed. */
  readonly problem?: Problem | undefined;
}

export function groupOf({ state }: Transfer): TransferGroup {
  return state === 'completed' ? state : isOver(state) ? 'failed' : 'running';
}

export function isOver(state: TransferState): boolean {
  return state === 'completed' || state === 'failed' || state === 'unknown';
}

/** Whether starting it once more makes sense: it has not arrived, and does not move. */
export function mayRepeat(transfer: Transfer): boolean {
  return transfer.state === 'stalled' || groupOf(transfer) === 'failed';
}

/** What a path ends in, as a record of it is read: else the two would not be one transfer. */
const baseName = (path: string): string =>
  harmlessText((path.split('/').at(-1) ?? '').trim(), MAX_TEXT);

/** Whether a record is of this transfer; an id alone does not tell. */
export function isOf(report: TransferReport, transfer: Transfer): boolean {
  return (
    report.sourceNode === transfer.sourceNode &&
    report.targetNode === transfer.targetNode &&
    report.fileName === transfer.fileName
  );
}

/** A transfer of which nothing is known but what was asked for. */
export function ordered(key: string, order: TransferOrder, now: number): Transfer {
  return {
    key,
    id: '',
    state: 'starting',
    ...order,
    fileName: baseName(order.filePath),
    targetPath: '',
    fileSize: UNKNOWN,
    progress: UNKNOWN,
    speed: UNKNOWN,
    remainingMs: UNKNOWN,
    startedAt: now,
    endedAt: UNKNOWN,
    error: '',
  };
}

/** A transfer of which the page hears for the first time. */
export function recorded(key: string, report: TransferReport): Transfer {
  const { sourceNode, targetNode, filePath, mode } = report;
  const order = { sourceNode, targetNode, filePath, mode: isKnown(mode) ? mode : 'auto' } as const;
  return { ...ordered(key, order, 0), mode, startedAt: UNKNOWN };
}

/** How it has moved so far. */
export interface Motion {
  readonly pace: Pace;
  readonly standstill: Standstill;
}

/** The transfer after the service's latest word. Progress never falls, and an end is an end. */
export function advance(
  last: Transfer,
  report: TransferReport,
  { pace, standstill }: Motion,
  now: number,
): Transfer {
  const known = <T>(next: Maybe<T>, before: Maybe<T>): Maybe<T> => (isKnown(next) ? next : before);
  const fileSize = known(report.fileSize, last.fileSize);
  const startedAt = known(report.startedAt, last.startedAt);
  const endedAt = known(report.endedAt, last.endedAt);
  const progress = Math.max(
    isKnown(last.progress) ? last.progress : 0,
    isKnown(report.progress) ? report.progress : 0,
  );
  const isStill = standstill.note(report.progress, now);
  const state = stateOf(
    last,
    report,
    isStill ? 'stalled' : progress === 100 ? 'finishing' : 'running',
  );
  const next: Transfer = {
    ...last,
    id: report.id,
    state,
    reason: undefined,
    problem: undefined,
    fileName: report.fileName,
    filePath: report.filePath || last.filePath,
    targetPath: report.targetPath || last.targetPath,
    mode: known(report.mode, last.mode),
    error: report.error || last.error,
    fileSize,
    startedAt,
    endedAt,
    progress: isKnown(report.progress) ? progress : last.progress,
  };
  if (isOver(state)) {
    // A start by the page's clock and an end by the service's make no duration.
    const ms = isKnown(endedAt) && isKnown(report.startedAt) ? endedAt - report.startedAt : 0;
    const isMeasured = state === 'completed' && isKnown(fileSize) && ms > 0;
    const told = isOver(last.state) ? last.speed : UNKNOWN;
    const speed = isMeasured ? (fileSize / ms) * 1000 : told;
    return { ...next, speed, remainingMs: UNKNOWN };
  }
  if (isKnown(fileSize)) pace.note((fileSize * progress) / 100, now);
  if (isStill) return { ...next, speed: UNKNOWN, remainingMs: UNKNOWN };
  if (!isKnown(fileSize)) return { ...next, speed: report.speed };
  const left = fileSize * (1 - progress / 100);
  return {
    ...next,
    speed: known(pace.speed, report.speed),
    remainingMs: progress < 100 ? pace.remaining(left) : UNKNOWN,
  };
}

function stateOf(
  { state }: Transfer,
  { status }: TransferReport,
  otherwise: TransferState,
): TransferState {
  if (state === 'completed' || state === 'failed') return state;
  if (status === 'completed' || status === 'failed') return status;
  return otherwise;
}
