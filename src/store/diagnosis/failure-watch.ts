import { Alarm, type Clock } from '../../connection/clock.js';
import type { ProblemCode } from '../../connection/problem.js';
import type { ClusterState } from '../cluster-state.js';

/** A connection that has failed for so long is looked into, in ms. */
export const FAILING_FOR = 10_000;
/** Faults that take turns are looked into at most this often, in ms. */
export const LEAST_INTERVAL = 30_000;

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
  readonly #clock: Clock;
  readonly #due: () => void;
  readonly #alarm: Alarm;
  readonly #nextLook: Alarm;
  #lookedAt = -Infinity;
  /** What the last look was for; empty while all is well. */
  #seen = '';

  constructor(clock: Clock, due: () => void) {
    this.#clock = clock;
    this.#due = due;
    this.#alarm = new Alarm(clock);
    this.#nextLook = new Alarm(clock);
  }

  /** Whether the last look was for a failure that is not over. */
  get isFailing(): boolean {
    return this.#seen !== '';
  }

  /** Whether things have become worse, or well, since the last look, and the next one still waits. */
  isOverdue(hasFoundFault: boolean): boolean {
    return this.#nextLook.isSet && this.isFailing !== hasFoundFault;
  }

  look(state: ClusterState): void {
    const { phase, lastError, restError } = state.connection;
    const isWell = isShown(state);
    if (phase === 'paused') this.#alarm.clear();
    // A REST that fails beside a socket that delivers is asked hardly ever, and nobody hears of it.
    else if (isWell && !restError) {
      // Figures that are old are no failure yet, and end none.
      if (phase === 'live') this.#recovered();
    } else {
      const code = (lastError ?? restError)?.code;
      // What is live and not well names no nodes.
      if ((phase === 'live' && !isWell) || (code && DEFINITE.has(code))) this.#call(code ?? phase);
      else if (!this.#seen && !this.#alarm.isSet) {
        this.#alarm.set(FAILING_FOR, () => {
          this.#call(code ?? phase);
        });
      }
    }
  }

  /** Another address, another failure. */
  reset(): void {
    this.#over();
    this.#nextLook.clear();
  }

  #call(cause: string): void {
    this.#alarm.clear();
    if (cause === this.#seen) return;
    this.#seen = cause;
    this.#lookSoon();
  }

  #recovered(): void {
    const hasFailed = this.#seen !== '';
    this.#over();
    if (hasFailed) this.#lookSoon();
  }

  #over(): void {
    this.#alarm.clear();
    this.#seen = '';
  }

  /** At once, unless that was done a moment ago. */
  #lookSoon(): void {
    if (this.#nextLook.isSet) return;
    const wait = this.#lookedAt + LEAST_INTERVAL - this.#clock.now();
    const look = (): void => {
      this.#lookedAt = this.#clock.now();
      this.#due();
    };
    if (wait <= 0 || wait > LEAST_INTERVAL) look();
    else this.#nextLook.set(wait, look);
  }
}

function isShown({ connection: { phase }, snapshot }: ClusterState): boolean {
  return (phase === 'live' || phase === 'stale') && snapshot?.completeness !== 'none-reported';
}
