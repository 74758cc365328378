import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Situation } from './situation.js';

/** How long a loss must last before it is shown, in ms. */
const HOLD = 1000;

/** What may pass by itself. A pause, or an end for good, is shown at once. */
const PASSING: ReadonlySet<ConnectionPhase> = new Set([
  'connecting',
  'stale',
  'polling',
  'reconnecting',
]);

/** Which phase to show: a loss that is over within a second is not, so that no word blinks and no line comes and goes. */
export class SteadyPhase implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: ConnectionPhase | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  show(phase: ConnectionPhase): ConnectionPhase {
    if (this.#shown === 'live' && PASSING.has(phase)) {
      this.#timer ??= setTimeout(() => {
        this.reset();
        this.#host.requestUpdate();
      }, HOLD);
      return 'live';
    }
    this.reset();
    this.#shown = phase;
    return phase;
  }

  /** The same for all that is said of figures. */
  showSituation(now: Situation): Situation {
    if (now.empty) this.reset();
    const phase = now.empty ? now.phase : this.show(now.phase);
    return phase === now.phase ? now : { ...now, phase, oldSince: undefined, problem: undefined };
  }

  /** Forgets what was shown. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = undefined;
  }
}
