import type { Clock, Timer } from './clock.js';

/** The usual time between two polls, in ms. */
export const POLL_INTERVAL = 10_000;
/** The shortest that a page may ask for, in ms. */
export const MIN_POLL_INTERVAL = 1000;
/** Each wait is longer or shorter by up to this share, so that pages do not ask in step. */
const SPREAD = 0.2;

/** Asks again and again, with the next wait starting when the last answer is in. */
export class Poller {
  readonly #clock: Clock;
  readonly #poll: () => Promise<void>;
  #timer: Timer | undefined;
  /** Which start the running round belongs to; 0 while stopped. */
  #run = 0;
  #runs = 0;
  #polledAt = -Infinity;
  /** ms. */
  interval = POLL_INTERVAL;

  constructor(clock: Clock, poll: () => Promise<void>) {
    this.#clock = clock;
    this.#poll = poll;
  }

  get running(): boolean {
    return this.#run > 0;
  }

  /** The first poll is at once. */
  start(): void {
    if (this.running) return;
    this.#runs += 1;
    this.#run = this.#runs;
    void this.#round(this.#run);
  }

  /** Does not wait out the interval; does nothing while stopped, or just after a poll. */
  hurry(): void {
    const age = this.#clock.now() - this.#polledAt;
    if (!this.running || (age >= 0 && age < MIN_POLL_INTERVAL)) return;
    this.stop();
    this.start();
  }

  stop(): void {
    this.#run = 0;
    this.#clock.clearTimeout(this.#timer);
  }

  async #round(run: number): Promise<void> {
    this.#polledAt = this.#clock.now();
    await this.#poll();
    // Stopped, or stopped and started again, while the answer was on its way.
    if (this.#run !== run) return;
    const spread = 1 + SPREAD * (2 * this.#clock.random() - 1);
    this.#timer = this.#clock.setTimeout(() => void this.#round(run), this.interval * spread);
  }
}
