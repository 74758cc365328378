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

  set(ms: number, ring: () => void): void {
    this.clear();
    this.#timer = this.#clock.setTimeout(() => {
      this.#timer = undefined;
      ring();
    }, ms);
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
