import type { ConnectionPhase } from '../../connection/connection-state.js';
import { QuietTimer } from '../parts/quiet-timer.js';

/**
 * When a screen reader is told of the connection: of transitions only, and of the newest one where
 * several come within 10 s. A page that loads as it should says nothing.
 */
export class Announcer {
  readonly #say: () => void;
  readonly #timer = new QuietTimer();
  #heard = '';
  /** What a listener believes; empty while the first connection is still under way. */
  #told = '';

  /** `say` is called when the state of that moment is to be announced. */
  constructor(say: () => void) {
    this.#say = say;
  }

  /** `isFailing`: attempts have failed; a first connection stays `connecting` however often. */
  hear(phase: ConnectionPhase, isFailing: boolean): void {
    const news = phase === 'connecting' && isFailing ? 'failing' : phase;
    if (news === this.#heard) return;
    this.#heard = news;
    this.#timer.clear();
    if (!this.#told) {
      if (news === 'connecting' || news === 'unconfigured') return;
      if (news === 'live' || news === 'paused') this.#told = news;
    }
    if (news === this.#told) return;
    this.#timer.set(() => {
      this.#told = news;
      this.#say();
      return true;
    });
  }

  /** The next state is the first one again. */
  reset(): void {
    this.#timer.clear();
    this.#heard = this.#told = '';
  }
}
