import { Alarm, type Clock } from '../../connection/clock.js';
import type { ProblemCode } from '../../connection/problem.js';
import type { ClusterState } from '../cluster-state.js';

/** A connection that has failed for so long is looked into, in ms. */
export const FAILING_FOR = 10_000;

/** Faults that waiting does not mend. */
const DEFINITE: ReadonlySet<ProblemCode> = new Set([
  'bad-address',
  'not-readable',
  'not-json',
  'not-castray',
  'unauthorized',
  'service-error',
  'socket-blocked',
  'closed-for-good',
]);

/**
 * Says when the connection is worth looking into: once for each failure that lasts, at once where it
 * is clear already, and again when it is over.
 */
export class FailureWatch {
  readonly #due: () => void;
  readonly #alarm: Alarm;
  /** What the last look was for; empty while all is well. */
  #seen = '';

  constructor(clock: Clock, due: () => void) {
    this.#due = due;
    this.#alarm = new Alarm(clock);
  }

  look(state: ClusterState): void {
    const { phase, lastError } = state.connection;
    if (phase === 'paused') this.#alarm.clear();
    else if (isWell(state)) this.#recovered();
    else {
      const code = lastError?.code;
      // What is live and not well names no nodes.
      if (phase === 'live' || (code && DEFINITE.has(code))) this.#call(code ?? phase);
      else if (!this.#seen && !this.#alarm.isSet) {
        this.#alarm.set(FAILING_FOR, () => {
          this.#call(code ?? phase);
        });
      }
    }
  }

  /** Another address, another failure. */
  reset(): void {
    this.#alarm.clear();
    this.#seen = '';
  }

  #call(cause: string): void {
    this.#alarm.clear();
    if (cause === this.#seen) return;
    this.#seen = cause;
    this.#due();
  }

  #recovered(): void {
    const hasFailed = this.#seen !== '';
    this.reset();
    if (hasFailed) this.#due();
  }
}

function isWell({ connection: { phase }, snapshot }: ClusterState): boolean {
  return (phase === 'live' || phase === 'stale') && snapshot?.completeness !== 'none-reported';
}
