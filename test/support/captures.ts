import { parseDashboard, parseFrame, type ParsedReport } from '../../src/model/parse-report.js';
import type { ClusterReport } from '../../src/model/report.js';

/** What the real CastRay sent, as text; see test/fixtures/captures. */
export async function capture(name: string): Promise<string> {
  const response = await fetch(`/test/fixtures/captures/${name}`);
  if (!response.ok) throw new Error(`no capture ${name}`);
  return response.text();
}

/** The frames of a capture of `/ws`, without the `pong` in it. */
export async function capturedFrames(name: string): Promise<readonly string[]> {
  const lines = (await capture(name)).split('\n');
  return lines.filter((line) => line.startsWith('{'));
}

/** Frames of a capture, read, as if they came every 3 s from `firstAt` on. */
export async function capturedReports(name: string, firstAt = 0): Promise<ClusterReport[]> {
  const frames = await capturedFrames(name);
  return frames.map((text, index) => reportIn(parseFrame(text, firstAt + 3000 * index)));
}

/** A capture of REST, read. */
export async function capturedDashboard(name: string, at = 0): Promise<ClusterReport> {
  return reportIn(parseDashboard(await capture(name), at));
}

/** The report in a text that was read. */
export function reportIn(parsed: ParsedReport): ClusterReport {
  if (parsed.kind !== 'report') throw new Error(`no report, but ${JSON.stringify(parsed)}`);
  return parsed.report;
}

/** The body of one of the file calls that were captured, by its case. */
export async function fileEndpoint(name: string): Promise<unknown> {
  const all = JSON.parse(await capture('http-file-endpoints.json')) as readonly {
    readonly case: string;
    readonly response: { readonly body: unknown };
  }[];
  return all.find((one) => one.case === name)?.response.body;
}

/** A folder's listing as a real file server sent it; see test/fixtures/listings. */
export async function listing(name: string): Promise<string> {
  const response = await fetch(`/test/fixtures/listings/${name}`);
  if (!response.ok) throw new Error(`no listing ${name}`);
  return response.text();
}
