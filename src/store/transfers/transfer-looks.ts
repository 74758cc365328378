import { Alarm, type Clock } from '../../connection/clock.js';
import type { Problem } from '../../connection/problem.js';
import type { TransferRows } from './transfer-rows.js';
import type { TransferService } from './transfer-service.js';
import type { Transfer } from './transfer.js';

/** More than this run: one look at the list instead of one at each. */
const LOOKS_AT_ONE = 3;
/** The shortest and the longest wait between two looks, in ms. */
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 5000;
/** The longest where only the list is still to be read, in ms. */
const LONGEST_IDLE_WAIT = 60_000;

export interface LooksOptions {
  readonly service: TransferService;
  readonly rows: TransferRows;
  readonly clock: Clock;
  /** Whether anybody wants to know. */
  readonly mayLook: () => boolean;
  /** Whether the service answers, as far as the connection knows. */
  readonly isUp: () => boolean;
  /** Something was seen. */
  readonly seen: () => void;
}

/** Looks at the transfers of one service, as often as is worth it, and writes down what it sees. */
export class TransferLooks {
  readonly #options: LooksOptions;
  readonly #alarm: Alarm;
  #isLooking = false;
  #isOver = false;
  #wantsList = true;
  #misses = 0;
  /** Whether the service's list has been read. */
  isLoaded = false;
  /** Why the last look at the list failed. */
  problem: Problem | undefined;

  constructor(options: LooksOptions) {
    this.#options = options;
    this.#alarm = new Alarm(options.clock);
  }

  /** Whether the list is to be read with the next look. */
  get wantsList(): boolean {
    return this.#wantsList;
  }

  /** Looks now, unless it is looking; `list`: at all of them. */
  look(list = false): void {
    if (list) this.#wantsList = true;
    const { rows, mayLook, isUp } = this.#options;
    if (this.#isOver || this.#isLooking || !mayLook()) return;
    const { running } = rows;
    if (running.length === 0 && !(this.#wantsList && isUp())) return;
    this.#isLooking = true;
    this.#alarm.clear();
    void this.#round(running);
  }

  end(): void {
    this.#isOver = true;
    this.#alarm.clear();
  }

  async #round(running: readonly Transfer[]): Promise<void> {
    const { rows, seen } = this.#options;
    const ids = new Set(running.map(({ id }) => id));
    const needsList = this.#wantsList || running.length > LOOKS_AT_ONE || ids.size < running.length;
    this.#wantsList = false;
    const good = needsList
      ? await this.#readList()
      : (await Promise.all(running.map((one) => this.#readOne(one)))).every(Boolean);
    if (this.#isOver) return;
    this.#isLooking = false;
    this.#misses = good ? 0 : this.#misses + 1;
    // Only the list knows when something began and ended.
    if (rows.someEnded()) this.#wantsList = true;
    seen();
    const isWaiting = this.#wantsList && good;
    const wait = SHORTEST_WAIT * (Math.floor(running.length / 4) + 2 ** this.#misses);
    const longest = running.length > 0 ? LONGEST_WAIT : LONGEST_IDLE_WAIT;
    this.#alarm.set(isWaiting ? 0 : Math.min(longest, wait), () => {
      this.look();
    });
  }

  async #readList(): Promise<boolean> {
    const { service, rows } = this.#options;
    const told = await service.list();
    if (this.#isOver) return false;
    if (told.value) {
      this.problem = undefined;
      this.isLoaded = true;
      rows.merge(told.value, told.requestedAt);
      return true;
    }
    this.problem = told.problem;
    this.#wantsList = true;
    for (const { key } of rows.running) rows.missed(key, told.problem);
    return false;
  }

  async #readOne({ key, id }: Transfer): Promise<boolean> {
    const { service, rows } = this.#options;
    const told = await service.status(id);
    if (this.#isOver) return false;
    if (told.value) rows.looked(key, told.value);
    else rows.missed(key, told.problem);
    return told.value !== undefined;
  }
}
