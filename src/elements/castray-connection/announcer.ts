import type { ConnectionPhase } from '../../connection/connection-state.js';

/** What is over sooner is not announced, in ms. */
const SETTLE = 1000;
/** The least time between two announcements, in ms. */
const QUIET = 10_000;

/**
 * When a screen reader is told of the connection: of transitions only, and of the newest one where
 * several come within 10 s. A page that loads as it should says nothing.
 */
export class Announcer {
  readonly #say: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heard = '';
  /** What a listener believes; empty while the first connection is still under way. */
  #told = '';
  #toldAt = -Infinity;

  /** `say` is called when the state of that moment is to be announced. */
  constructor(say: () => void) {
    this.#say = say;
  }

  /** `isFailing`: attempts have failed; a first connection stays `connecting` however often. */
  hear(phase: ConnectionPhase, isFailing: boolean): void {
    const news = phase === 'connecting' && isFailing ? 'failing' : phase;
    if (news === this.#heard) return;
    this.#heard = news;
    clearTimeout(this.#timer);
    if (!this.#told) {
      if (news === 'connecting' || news === 'unconfigured') return;
      if (news === 'live' || news === 'paused') this.#told = news;
    }
    if (news === this.#told) return;
    // The upper bound is for a clock that was set back.
    const rest = Math.min(QUIET, this.#toldAt + QUIET - Date.now());
    this.#timer = setTimeout(
      () => {
        this.#told = news;
        this.#toldAt = Date.now();
        this.#say();
      },
      Math.max(SETTLE, rest),
    );
  }

  /** The next state is the first one again. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#heard = this.#told = '';
  }
}
