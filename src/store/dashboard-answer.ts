import { makeProblem, type Problem } from '../connection/problem.js';
import type { RestResult } from '../connection/rest-client.js';
import { parseDashboard } from '../model/parse-report.js';
import type { ClusterReport } from '../model/report.js';

/** Where REST has the cluster, under the address of CastRay. */
export const DASHBOARD = '/api/ray-dashboard';

/** The report in an answer of REST, or the reason why there is none. */
export type DashboardAnswer =
  | { readonly ok: true; readonly report: ClusterReport; readonly requestedAt: number }
  | { readonly ok: false; readonly problem: Problem };

/** Reads what `GET /api/ray-dashboard` brought. */
export function readDashboardAnswer(result: RestResult): DashboardAnswer {
  if (!result.ok) return result;
  const { text, address, requestedAt, receivedAt } = result;
  const parsed = parseDashboard(text, receivedAt);
  if (parsed.kind === 'report') return { ok: true, report: parsed.report, requestedAt };
  const { reason, detail } = parsed;
  const isNamed = reason === 'not-json' || reason === 'too-large' || reason === 'service-error';
  const code = isNamed ? reason : 'not-castray';
  return { ok: false, problem: makeProblem(code, address, receivedAt, { detail }) };
}
