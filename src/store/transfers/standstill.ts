import { isKnown, UNKNOWN, type Maybe } from '../../model/unknown.js';
import { STALL } from '../pace.js';

/** So much of the time between two looks counts, in ms: while nobody looked it may have moved. */
const COUNTED = 5000;

/** How long a transfer has been looked at without any change of its progress. */
export class Standstill {
  #progress: Maybe<number> = UNKNOWN;
  #at = 0;
  #ms = 0;

  /** The service tells of its progress. Returns whether it stands still. */
  note(progress: Maybe<number>, now: number): boolean {
    const hasMoved = !isKnown(progress) || progress !== this.#progress;
    const since = Math.min(COUNTED, Math.max(0, now - this.#at));
    this.#ms = hasMoved ? 0 : this.#ms + since;
    this.#progress = progress;
    this.#at = now;
    return this.#ms >= STALL;
  }
}
