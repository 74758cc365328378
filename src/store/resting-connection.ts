import type { ConnectionState } from '../connection/connection-state.js';
import type { Problem } from '../connection/problem.js';
import { UNKNOWN } from '../model/unknown.js';

/** The state of a connection that is none: nothing is open, requested or planned. */
export function restingConnection(
  phase: 'unconfigured' | 'paused',
  last: ConnectionState | undefined,
  facts: { now: number; lastError: Problem | undefined; lastDataAt: number | undefined },
): ConnectionState {
  return Object.freeze({
    phase,
    since: last?.phase === phase ? last.since : facts.now,
    attempt: 0,
    nextAttemptAt: undefined,
    lastError: facts.lastError,
    lastDataAt: facts.lastDataAt,
    roundTripMs: UNKNOWN,
    droppedFrames: 0,
  });
}
