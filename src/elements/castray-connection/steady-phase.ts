import type { ConnectionPhase } from '../../connection/connection-state.js';

/** How long a loss must last before it is shown, in ms. */
const HOLD = 1000;

/** What may pass by itself. A pause, or an end for good, is shown at once. */
const PASSING: ReadonlySet<ConnectionPhase> = new Set([
  'connecting',
  'stale',
  'polling',
  'reconnecting',
]);

/** Which phase to show: a loss that is over within a second is not, so that no word blinks. */
export class SteadyPhase {
  readonly #due: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: ConnectionPhase | undefined;

  /** `due` is called when another phase is to be shown though nothing has happened. */
  constructor(due: () => void) {
    this.#due = due;
  }

  show(phase: ConnectionPhase): ConnectionPhase {
    if (this.#shown === 'live' && PASSING.has(phase)) {
      this.#timer ??= setTimeout(() => {
        this.reset();
        this.#due();
      }, HOLD);
      return 'live';
    }
    this.reset();
    this.#shown = phase;
    return phase;
  }

  /** Forgets what was shown. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = undefined;
  }
}
