import { Alarm, type Clock } from '../connection/clock.js';

/** At most four commits a second, in ms between two of them. */
export const COMMIT_INTERVAL = 250;

/** Paces commits: the first is made at once, what follows in the next moment is made together. */
export class CommitPacer {
  readonly #clock: Clock;
  readonly #commit: () => void;
  readonly #alarm: Alarm;
  #committedAt = -Infinity;

  constructor(clock: Clock, commit: () => void) {
    this.#clock = clock;
    this.#commit = commit;
    this.#alarm = new Alarm(clock);
  }

  /** Commits now, or as soon as the last commit is long enough ago. */
  request(): void {
    if (this.#alarm.isSet) return;
    const wait = this.#committedAt + COMMIT_INTERVAL - this.#clock.now();
    const isClockSetBack = wait > COMMIT_INTERVAL;
    if (wait <= 0 || isClockSetBack) this.flush();
    else {
      this.#alarm.set(wait, () => {
        this.flush();
      });
    }
  }

  /** Commits now. */
  flush(): void {
    this.#alarm.clear();
    this.#committedAt = this.#clock.now();
    this.#commit();
  }
}
