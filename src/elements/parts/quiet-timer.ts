/** What is over sooner is not announced; and a burst is told of as a whole. In ms. */
const SETTLE = 1000;
/** The least time between two announcements, in ms. */
const QUIET = 10_000;

/** Counts out what a screen reader is told: nothing at once, and nothing soon after the last. */
export class QuietTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAt = -Infinity;

  get isSet(): boolean {
    return this.#timer !== undefined;
  }

  /** `tell` is called when it is time, in place of what was to be called until now; gives whether it told anything. */
  set(tell: () => boolean): void {
    this.clear();
    const rest = Math.min(QUIET, this.#toldAt + QUIET - Date.now()); // the clock may be set back
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (tell()) this.#toldAt = Date.now();
      },
      Math.max(SETTLE, rest),
    );
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
