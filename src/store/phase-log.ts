import type { ConnectionPhase, ConnectionState } from '../connection/connection-state.js';
import { sameProblem, type Problem } from '../connection/problem.js';

/** How many transitions are remembered. */
const LIMIT = 20;

/** One phase that the connection went into. Frozen. */
export interface Transition {
  readonly phase: ConnectionPhase;
  /** When it began, in ms since 1970. */
  readonly at: number;
  /** What was wrong during it: the last that was found, which comes closest to the cause. */
  readonly cause: Problem | undefined;
}

/** The log with this state in it: the same log where nothing in it is new. Oldest first. */
export function logPhase(
  log: readonly Transition[],
  state: ConnectionState,
): readonly Transition[] {
  const { phase, since, lastError } = state;
  const last = log.at(-1);
  if (last?.phase !== phase) {
    const entry = Object.freeze({ phase, at: since, cause: lastError });
    return Object.freeze([...log, entry].slice(-LIMIT));
  }
  if (!lastError || sameProblem(last.cause, lastError)) return log;
  return Object.freeze([...log.slice(0, -1), Object.freeze({ ...last, cause: lastError })]);
}
