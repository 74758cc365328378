import type { ReportSource } from './cluster.js';
import { asFields, readText, type Fields } from './fields.js';
import { MAX_SENTENCE } from './harmless-text.js';
import { parseJson } from './json.js';
import { OddityList } from './oddity.js';
import { parseFacts, parseNode } from './parse-node.js';
import { parseTotals } from './parse-totals.js';
import type { ClusterReport, RayRecord, NodeReport } from './report.js';
import { isTooLong } from './too-many.js';

/** Why a text from the service carries no report. */
export type UnusableReason =
  'not-json' | 'not-an-object' | 'other-type' | 'missing-nodes' | 'too-large' | 'service-error';

/** A text of the service, read. Never an exception, whatever the text was. */
export type ParsedReport = ParsedAnswer | { readonly kind: 'pong' };

/** An answer of REST, which is never a pong. */
export type ParsedAnswer =
  | { readonly kind: 'report'; readonly report: ClusterReport }
  | {
      readonly kind: 'unusable';
      readonly reason: UnusableReason;
      /** The `type` of a frame that is none of ours, or the service's own words for its error. */
      readonly detail: string;
    };

const unusable = (reason: UnusableReason, detail = ''): ParsedAnswer => ({
  kind: 'unusable',
  reason,
  detail,
});

/**
 * A text frame of the WebSocket `/ws`: `{type: "cluster_status", data: {nodes, summary}}`. `last` are
 * the nodes of the frame before, which mostly are the same ones in the same order.
 */
export function parseFrame(
  text: string,
  receivedAt: number,
  last?: readonly NodeReport[],
): ParsedReport {
  if (text.length < 16 && text.trim() === 'pong') return { kind: 'pong' };
  return parseEnvelope(text, (fields, odd) => {
    const type = readText(fields, 'type', odd);
    if (type !== 'cluster_status') return unusable('other-type', type ?? '');
    return readReport('websocket', fields, receivedAt, odd, last);
  });
}

/** The body of `GET /api/ray-dashboard`: `{result, msg, data: {nodes, summary, result: {result}}}`. */
export function parseDashboard(text: string, receivedAt: number): ParsedAnswer {
  return parseEnvelope(text, (fields, odd) => {
    if (fields['result'] === false) {
      return unusable('service-error', readText(fields, 'msg', odd, MAX_SENTENCE) ?? '');
    }
    return readReport('rest', fields, receivedAt, odd);
  });
}

function parseEnvelope(
  text: string,
  read: (fields: Fields, odd: OddityList) => ParsedAnswer,
): ParsedAnswer {
  const json = parseJson(text);
  if (!json.ok) return unusable('not-json');
  const fields = asFields(json.value);
  if (!fields) return unusable('not-an-object');
  const odd = new OddityList();
  if (json.hadNaN) odd.add('nan-in-json');
  return read(fields, odd);
}

function readReport(
  source: ReportSource,
  envelope: Fields,
  receivedAt: number,
  odd: OddityList,
  last?: readonly NodeReport[],
): ParsedAnswer {
  const data = asFields(envelope['data']);
  const list = data?.['nodes'];
  if (!data || !Array.isArray(list)) return unusable('missing-nodes');
  const records = asFields(data['result'])?.['result'];
  if (isTooLong(list) || isTooLong(records)) return unusable('too-large');
  const report: ClusterReport = {
    source,
    receivedAt,
    nodes: readNodes(list, odd, last),
    listedNodes: list.length,
    facts: readFacts(records, odd),
    totals: parseTotals(data['summary'], odd),
    oddities: odd.toArray(),
  };
  return { kind: 'report', report };
}

function readNodes(
  list: readonly unknown[],
  odd: OddityList,
  last: readonly NodeReport[] | undefined,
): readonly NodeReport[] {
  if (list.length === 0) odd.add('empty-node-list', 'nodes');
  const nodes = list.map((item, index) => {
    odd.at('nodes', index);
    return parseNode(item, odd);
  });
  return last && areTheSame(nodes, last) ? nodes : mergeTwins(nodes, odd);
}

/** Ten thousand ids are compared with those of the last frame in a tenth of the time of a look-up. */
function areTheSame(
  nodes: readonly (NodeReport | undefined)[],
  last: readonly NodeReport[],
): nodes is readonly NodeReport[] {
  return (
    nodes.length === last.length &&
    nodes.every((node, index) => node?.nodeId === last[index]?.nodeId)
  );
}

/** Two entries with one id are one node; the living one is believed. */
function mergeTwins(
  nodes: readonly (NodeReport | undefined)[],
  odd: OddityList,
): readonly NodeReport[] {
  const byId = new Map<string, NodeReport>();
  nodes.forEach((node, index) => {
    if (!node) return;
    const twin = byId.get(node.nodeId);
    odd.at('nodes', index);
    if (twin) odd.add('duplicate-node');
    if (!twin || (twin.state !== 'ALIVE' && node.state === 'ALIVE')) byId.set(node.nodeId, node);
  });
  return [...byId.values()];
}

function readFacts(records: unknown, odd: OddityList): readonly RayRecord[] {
  if (!Array.isArray(records)) return [];
  return (records as readonly unknown[])
    .map((record, index) => {
      odd.at('result.result', index);
      return parseFacts(record, odd);
    })
    .filter((facts) => facts !== undefined);
}
