/** A running timer of a {@link Clock}. */
export type Timer = ReturnType<typeof setTimeout>;

/** Time and chance, so that a test can hold both still. */
export interface Clock {
  /** ms since 1970. */
  now(): number;
  setTimeout(callback: () => void, ms: number): Timer;
  clearTimeout(timer: Timer | undefined): void;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** The longest wait that timers know, in ms, some 25 days: a longer one would be over at once. */
export const LONGEST_WAIT = 2 ** 31 - 1;

/** One timer of a clock. Set again, it forgets what it was set for. */
export class Alarm {
  readonly #clock: Clock;
  #timer: Timer | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isSet(): boolean {
    return this.#timer !== undefined;
  }

  /** `ms`: at most {@link LONGEST_WAIT}; it rings then where more is asked for. */
  set(ms: number, ring: () => void): void {
    this.clear();
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = undefined;
        ring();
      },
      Math.min(ms, LONGEST_WAIT),
    );
  }

  clear(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The real one. Looks the functions up at every call, since a page may patch them late. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (timer) => {
    clearTimeout(timer);
  },
  random: () => Math.random(),
};
