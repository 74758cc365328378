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
/** The longest before a list that failed is asked for again, in ms. */
const LONGEST_LIST_WAIT = 60_000;

export interface PollerOptions {
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
export class TransferPoller {
  readonly #options: PollerOptions;
  readonly #alarm: Alarm;
  /** Set while a failed list waits for its retry. */
  readonly #listAlarm: Alarm;
  #isLooking = false;
  #isOver = false;
  #wantsList = true;
  #misses = 0;
  #listMisses = 0;
  /** Whether the service's list has been read. */
  isLoaded = false;
  /** Why the last look at the list failed. */
  problem: Problem | undefined;

  constructor(options: PollerOptions) {
    this.#options = options;
    this.#alarm = new Alarm(options.clock);
    this.#listAlarm = new Alarm(options.clock);
  }

  /** Looks now, unless it is looking; `list`: at all of them. */
  look(list = false): void {
    if (list) {
      this.#wantsList = true;
      this.#listAlarm.clear();
    }
    const { rows, mayLook, isUp } = this.#options;
    if (this.#isOver || this.#isLooking || !mayLook()) return;
    const { running } = rows;
    if (running.length === 0 && !(this.#isListDue && isUp())) return;
    this.#isLooking = true;
    this.#alarm.clear();
    void this.#round(running);
  }

  end(): void {
    this.#isOver = true;
    this.#alarm.clear();
    this.#listAlarm.clear();
  }

  get #isListDue(): boolean {
    return this.#wantsList && !this.#listAlarm.isSet;
  }

  async #round(running: readonly Transfer[]): Promise<void> {
    const { rows, seen } = this.#options;
    const ids = new Set(running.map(({ id }) => id));
    const needsList = running.length > LOOKS_AT_ONE || ids.size < running.length;
    let good = (needsList || this.#isListDue) && (await this.#readList());
    if (needsList && !good) for (const { key } of running) rows.missed(key, this.problem);
    // A list that fails says nothing of what runs.
    if (!needsList && !good)
      good = (await Promise.all(running.map((one) => this.#readOne(one)))).every(Boolean);
    if (this.#isOver) return;
    this.#isLooking = false;
    this.#misses = good ? 0 : this.#misses + 1;
    // Only the list knows when something began and ended.
    if (rows.someEnded()) this.#wantsList = true;
    seen();
    if (rows.running.length === 0 && !this.#isListDue) return;
    const wait = SHORTEST_WAIT * (Math.floor(running.length / 4) + 2 ** this.#misses);
    this.#alarm.set(this.#isListDue ? 0 : Math.min(LONGEST_WAIT, wait), this.#ring);
  }

  readonly #ring = (): void => {
    this.look();
  };

  async #readList(): Promise<boolean> {
    const { service, rows } = this.#options;
    this.#wantsList = false;
    const told = await service.list();
    if (this.#isOver) return false;
    if (told.ok) {
      this.problem = undefined;
      this.isLoaded = true;
      this.#listMisses = 0;
      rows.merge(told.value, told.requestedAt);
      return true;
    }
    this.problem = told.problem;
    this.#wantsList = true;
    this.#listMisses += 1;
    const wait = SHORTEST_WAIT * 2 ** this.#listMisses;
    this.#listAlarm.set(Math.min(LONGEST_LIST_WAIT, wait), this.#ring);
    return false;
  }

  async #readOne({ key, id }: Transfer): Promise<boolean> {
    const { service, rows } = this.#options;
    const told = await service.status(id);
    if (told.ok) rows.looked(key, told.value);
    else rows.missed(key, told.problem);
    return told.ok;
  }
}
