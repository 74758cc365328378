/** Data is never called stale before this age, in ms. */
export const STALE_FLOOR = 10_000;
/** Data is stale when this many usual intervals have passed without any. */
const MISSED_INTERVALS = 3;
/** A longer gap, in ms, is no rhythm: the machine slept, or the page was frozen. */
const LONGEST_GAP = 60_000;
/** Weight of the newest interval in the moving average. */
const WEIGHT = 0.3;

/**
 * How often data usually comes, and from that, when it is late. A service that is slow by habit is
 * thereby never called stale for its habit.
 */
export class FrameRhythm {
  #lastAt: number | undefined;
  /** The usual interval between two frames, in ms; `undefined` until two have come. */
  #interval: number | undefined;

  frame(at: number): void {
    const gap = Math.max(0, at - (this.#lastAt ?? -Infinity));
    if (gap <= LONGEST_GAP) {
      const usual = this.#interval ?? gap;
      this.#interval = usual + WEIGHT * (gap - usual);
    }
    this.#lastAt = at;
  }

  /** The next gap says nothing about the rhythm: the connection was away in between. */
  interrupt(): void {
    this.#lastAt = undefined;
  }

  /** Age in ms from which data counts as stale. */
  staleAfter(floor: number): number {
    return Math.max(floor, MISSED_INTERVALS * (this.#interval ?? 0));
  }
}
