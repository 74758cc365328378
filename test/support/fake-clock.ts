import type { Clock, Timer } from '../../src/connection/clock.js';

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  readonly #alarms = new Map<number, Alarm>();
  #now: number;
  #lastId = 0;
  /** What `random()` says. */
  chance = 0.5;

  constructor(now = 1_800_000_000_000) {
    this.#now = now;
  }

  /** Timers that have neither run nor been cleared. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** ms until the next timer runs. */
  get nextIn(): number | undefined {
    const next = this.#next(Infinity);
    return next && next[1].at - this.#now;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  setTimeout(callback: () => void, ms: number): Timer {
    this.#lastId += 1;
    this.#alarms.set(this.#lastId, { at: this.#now + Math.max(0, ms), callback });
    return this.#lastId as unknown as Timer;
  }

  clearTimeout(timer: Timer | undefined): void {
    this.#alarms.delete(timer as unknown as number);
  }

  /** Lets time pass, and runs what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      const [id, { at, callback }] = next;
      this.#alarms.delete(id);
      this.#now = Math.max(this.#now, at);
      callback();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes, and no timer runs before it is over. */
  sleep(ms: number): void {
    this.#now += ms;
    this.advance(0);
  }

  /** Somebody sets the clock, back or forward: timers run when they would have run. */
  set(by: number): void {
    this.#now += by;
    for (const [id, { at, callback }] of this.#alarms) {
      this.#alarms.set(id, { at: at + by, callback });
    }
  }

  #next(end: number): [number, Alarm] | undefined {
    const due = [...this.#alarms].filter(([, { at }]) => at <= end);
    return due.sort(([idA, a], [idB, b]) => a.at - b.at || idA - idB)[0];
  }
}
