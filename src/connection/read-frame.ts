import type { ParsedReport } from '../model/parse-report.js';

/** A frame that was read where it came, in a worker. */
export class ReadFrame {
  readonly #parsed: ParsedReport;

  constructor(parsed: ParsedReport) {
    this.#parsed = parsed;
  }

  /** As read when it reached the page. */
  at(receivedAt: number): ParsedReport {
    const parsed = this.#parsed;
    return parsed.kind === 'report'
      ? { kind: 'report', report: { ...parsed.report, receivedAt } }
      : parsed;
  }
}
