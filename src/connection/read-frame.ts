import type { ParsedReport } from '../model/parse-report.js';

/** A frame that was read where it came, in a worker. */
export class ReadFrame {
  readonly #parsed: ParsedReport;
  readonly #receivedAt: number;

  /** `receivedAt` is when it came there, in ms since 1970. */
  constructor(parsed: ParsedReport, receivedAt: number) {
    this.#parsed = parsed;
    this.#receivedAt = receivedAt;
  }

  /** What it says, as received when it was; not after `now`, in ms, when it reached the page. */
  at(now: number): ParsedReport {
    const parsed = this.#parsed;
    const receivedAt = Math.min(now, this.#receivedAt);
    return parsed.kind === 'report'
      ? { kind: 'report', report: { ...parsed.report, receivedAt } }
      : parsed;
  }
}
