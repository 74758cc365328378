import { parseFrame, type ParsedReport } from './parse-report.js';
import type { ClusterReport } from './report.js';

/** Reads the frames of one socket. One that is the last one to the letter is not read again. */
export class FrameReader {
  #text: string | undefined;
  #report: ClusterReport | undefined;

  /** As {@link parseFrame}; the nodes are the same list as before where the text is the same. */
  read(text: string, receivedAt: number): ParsedReport {
    if (this.#report && text === this.#text) {
      return { kind: 'report', report: { ...this.#report, receivedAt } };
    }
    const parsed = parseFrame(text, receivedAt, this.#report?.nodes);
    if (parsed.kind === 'report') {
      this.#text = text;
      this.#report = parsed.report;
    }
    return parsed;
  }
}
