import { Alarm, type Clock } from './clock.js';

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
  readonly #alarm: Alarm;
  /** The running round of asking; `undefined` while stopped. */
  #run: symbol | undefined;
  #polledAt = -Infinity;
  #interval = POLL_INTERVAL;

  constructor(clock: Clock, poll: () => Promise<void>) {
    this.#clock = clock;
    this.#poll = poll;
    this.#alarm = new Alarm(clock);
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** ms. */
  get interval(): number {
    return this.#interval;
  }

  /** A shorter one is followed at once: the wait that is under way might be an hour's. */
  set interval(ms: number) {
    const isShorter = ms < this.#interval;
    this.#interval = ms;
    if (!isShorter || !this.#alarm.isSet) return;
    this.#wait();
    this.hurry();
  }

  /** The first poll is at once, or by chance within so many ms: many pages may begin in one moment. */
  start(within = 0): void {
    if (this.running) return;
    this.#run = Symbol('run');
    if (within) this.#alarm.set(within * this.#clock.random(), () => void this.#round());
    else void this.#round();
  }

  /** Does not wait out the interval; does nothing while stopped, or just after a poll. */
  hurry(): void {
    const age = this.#clock.now() - this.#polledAt;
    if (!this.running || (age >= 0 && age < MIN_POLL_INTERVAL)) return;
    this.stop();
    this.start();
  }

  stop(): void {
    this.#run = undefined;
    this.#alarm.clear();
  }

  async #round(): Promise<void> {
    const run = this.#run;
    this.#polledAt = this.#clock.now();
    await this.#poll();
    // Stopped, or stopped and started again, while the answer was on its way.
    if (this.#run === run) this.#wait();
  }

  /** It ends with the run: `stop()` clears it. */
  #wait(): void {
    const spread = 1 + SPREAD * (2 * this.#clock.random() - 1);
    this.#alarm.set(this.#interval * spread, () => void this.#round());
  }
}
