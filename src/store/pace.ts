import { UNKNOWN, type Maybe } from '../model/unknown.js';

/** Nothing has moved for so long: it is called stalled, in ms. */
export const STALL = 30_000;
/** What happened this long ago hardly counts any more, in ms. */
const MEMORY = 3000;
/** Two looks closer to each other than this say nothing of speed, in ms. */
const TOO_CLOSE = 200;

/** The speed at which a number of bytes grows, smoothed: one slow second is no forecast. */
export class Pace {
  #bytes = 0;
  #at: number | undefined;
  /** Bytes a second. */
  speed: Maybe<number> = UNKNOWN;

  /** How many bytes had gone by then. */
  note(bytes: number, at: number): void {
    if (this.#at === undefined || at < this.#at || bytes < this.#bytes) {
      this.#at = at;
      this.#bytes = bytes;
      return;
    }
    const ms = at - this.#at;
    if (ms < TOO_CLOSE) return;
    const latest = ((bytes - this.#bytes) / ms) * 1000;
    const weight = 1 - Math.exp(-ms / MEMORY);
    this.speed = this.speed === UNKNOWN ? latest : this.speed + (latest - this.speed) * weight;
    this.#at = at;
    this.#bytes = bytes;
  }

  /** How long, in ms, until that many more bytes have gone. */
  remaining(bytes: number): Maybe<number> {
    return this.speed === UNKNOWN || this.speed < 1 ? UNKNOWN : (bytes / this.speed) * 1000;
  }
}
