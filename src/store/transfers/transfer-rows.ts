import type { Clock } from '../../connection/clock.js';
import { mayBeDone, type Problem } from '../../connection/problem.js';
import type { TransferReport } from '../../model/transfer.js';
import { UNKNOWN } from '../../model/unknown.js';
import { Pace } from '../pace.js';
import { Standstill } from './standstill.js';
import {
  advance,
  isOf,
  isOver,
  ordered,
  recorded,
  type Motion,
  type Transfer,
  type TransferOrder,
  type UnknownReason,
} from './transfer.js';

/** Failed looks in a row after which contact is lost. */
const LOST_AFTER = 5;

/** So many that have ended stay, the newest, although the service lists them no more: with the weeks they might be any number. */
const MAX_GONE = 100;

interface Row extends Motion {
  transfer: Transfer;
  misses: number;
  /** When its start was answered: a list that was asked for before cannot hold it. */
  acceptedAt: number;
  /** A list was read before the start, so that a record without a row may be this one. */
  readonly mayAdopt: boolean;
  /** A list named what may be this one, or another, before the start was answered. */
  hasRival: boolean;
}

/** What is known of each transfer, put together from orders, looks and lists. */
export class TransferRows {
  readonly #clock: Clock;
  /** Newest first. */
  #rows: Row[] = [];
  readonly #dismissed = new Set<string>();
  #lastKey = 0;
  #endedSince = false;
  #hasMerged = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get all(): readonly Transfer[] {
    return this.#rows.map(({ transfer }) => transfer);
  }

  /** Those the service has named, and that may go on. */
  get running(): readonly Transfer[] {
    return this.all.filter(({ id, state }) => id && !isOver(state));
  }

  /** Whether one has come to its end since this was asked last. */
  someEnded(): boolean {
    const ended = this.#endedSince;
    this.#endedSince = false;
    return ended;
  }

  get(key: string): Transfer | undefined {
    return this.#row(key)?.transfer;
  }

  /** The key of a new row. */
  order(order: TransferOrder): string {
    return this.#add((key) => ordered(key, order, this.#clock.now())).transfer.key;
  }

  /** Returns whether a list has named what was left until now. */
  accepted(key: string, report: TransferReport): boolean {
    const row = this.#row(key);
    if (!row) return false;
    row.acceptedAt = this.#clock.now();
    this.#tell(row, report);
    return row.hasRival;
  }

  /** Refused, or nobody answered: then it may have been started all the same. */
  refused(key: string, problem: Problem): void {
    const isNo = problem.code === 'service-error' || !mayBeDone(problem);
    const row = this.#row(key);
    if (row) this.#set(row, { ...row.transfer, state: isNo ? 'failed' : 'unknown', problem });
    if (row && !isNo) this.#doubt(row, 'no-answer');
  }

  looked(key: string, report: TransferReport): void {
    const row = this.#row(key);
    if (!row) return;
    if (!report.fileName) this.#doubt(row, 'no-record');
    else if (isOf(report, row.transfer)) this.#tell(row, report);
    else this.#doubt(row, 'shared-id');
  }

  missed(key: string, problem: Problem | undefined): void {
    const row = this.#row(key);
    if (!row) return;
    row.misses += 1;
    const state = row.misses < LOST_AFTER ? row.transfer.state : 'lost-contact';
    this.#set(row, { ...row.transfer, state, problem });
  }

  /** All that the service has a record of, as of when it was asked. */
  merge(reports: readonly TransferReport[], requestedAt: number): void {
    const told = new Set<Row>();
    // A service that has run for weeks lists thousands, which must not be compared each with each.
    const byId = new Map<string, Row[]>();
    for (const row of this.#rows) {
      const same = byId.get(row.transfer.id);
      if (same) same.push(row);
      else byId.set(row.transfer.id, [row]);
    }
    for (const report of reports) {
      if (!report.fileName) continue;
      const free = (id: string): readonly Row[] =>
        (byId.get(id) ?? []).filter((row) => !told.has(row) && isOf(report, row.transfer));
      const row = free(report.id)[0] ?? this.#discover(report, free(''));
      if (!row) continue;
      told.add(row);
      this.#tell(row, report);
    }
    this.#hasMerged = true;
    const ids = new Set(reports.map(({ id }) => id));
    for (const row of this.#rows) {
      const { id, state } = row.transfer;
      const isNews = id !== '' && row.acceptedAt < requestedAt && !isOver(state);
      if (!told.has(row) && isNews) this.#doubt(row, ids.has(id) ? 'shared-id' : 'no-record');
    }
    let spare = MAX_GONE;
    this.#rows = this.#rows.filter((row) => {
      return told.has(row) || !isOver(row.transfer.state) || (spare -= 1) >= 0;
    });
  }

  dismiss(which: (transfer: Transfer) => boolean): void {
    this.#rows = this.#rows.filter(({ transfer }) => {
      if (!which(transfer)) return true;
      this.#dismissed.add(identity(transfer));
      return false;
    });
  }

  empty(): void {
    this.#rows = [];
    this.#hasMerged = false;
  }

  #row(key: string): Row | undefined {
    return this.#rows.find(({ transfer }) => transfer.key === key);
  }

  #discover(report: TransferReport, free: readonly Row[]): Row | undefined {
    if (this.#dismissed.has(identity(report))) return undefined;
    // Quicker than the answer to a start of the page: that one will tell whose this is.
    const starting = free.find(({ transfer: { state } }) => state === 'starting');
    if (starting) {
      starting.hasRival = true;
      return undefined;
    }
    const lost = free.find(({ transfer: { id, reason }, mayAdopt }) => {
      return mayAdopt && !id && reason === 'no-answer';
    });
    return lost ?? this.#add((key) => recorded(key, report));
  }

  #add(make: (key: string) => Transfer): Row {
    this.#lastKey += 1;
    const transfer = Object.freeze(make(`t${this.#lastKey}`));
    const row: Row = {
      transfer,
      pace: new Pace(),
      standstill: new Standstill(),
      misses: 0,
      acceptedAt: -Infinity,
      mayAdopt: this.#hasMerged,
      hasRival: false,
    };
    this.#rows.unshift(row);
    return row;
  }

  #tell(row: Row, report: TransferReport): void {
    row.misses = 0;
    this.#set(row, advance(row.transfer, report, row, this.#clock.now()));
  }

  #doubt(row: Row, reason: UnknownReason): void {
    if (isOver(row.transfer.state) && row.transfer.state !== 'unknown') return; // that was proven
    this.#set(row, {
      ...row.transfer,
      state: 'unknown',
      reason,
      speed: UNKNOWN,
      remainingMs: UNKNOWN,
    });
  }

  #set(row: Row, next: Transfer): void {
    this.#endedSince ||= isOver(next.state) && !isOver(row.transfer.state);
    row.transfer = Object.freeze(next);
  }
}

/** An id is not enough: two starts in one millisecond share it. */
function identity({ id, sourceNode, targetNode, fileName }: Transfer | TransferReport): string {
  return JSON.stringify([id, sourceNode, targetNode, fileName]);
}
