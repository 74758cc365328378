import type { Clock, Timer } from '../connection/clock.js';

/** At most four commits a second, in ms between two of them. */
export const COMMIT_INTERVAL = 250;

/** Paces commits: the first is made at once, what follows in the next moment is made together. */
export class CommitPacer {
  readonly #clock: Clock;
  readonly #commit: () => void;
  #committedAt = -Infinity;
  #timer: Timer | undefined;

  constructor(clock: Clock, commit: () => void) {
    this.#clock = clock;
    this.#commit = commit;
  }

  /** Commits now, or as soon as the last commit is long enough ago. */
  request(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#committedAt + COMMIT_INTERVAL - this.#clock.now();
    const isClockSetBack = wait > COMMIT_INTERVAL;
    if (wait <= 0 || isClockSetBack) this.flush();
    else {
      this.#timer = this.#clock.setTimeout(() => {
        this.flush();
      }, wait);
    }
  }

  /** Commits now. */
  flush(): void {
    this.#cancel();
    this.#committedAt = this.#clock.now();
    this.#commit();
  }

  /** What was requested is not made; the next one is made at once. */
  reset(): void {
    this.#cancel();
    this.#committedAt = -Infinity;
  }

  #cancel(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
