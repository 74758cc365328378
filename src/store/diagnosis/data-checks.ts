import type { Check, CheckId, Finding } from '../../connection/diagnosis.js';
import { RAY_NODE_LIMIT } from '../../model/cluster-history.js';
import type { MemoryFigure } from '../../model/reconcile-node.js';
import type { ClusterReport } from '../../model/report.js';
import { isKnown } from '../../model/unknown.js';
import { check, running, type Evidence } from './evidence.js';

/** Every node uses more of its memory than this, in percent … */
const FULL_MEMORY = 85;
/** … while none uses more of its CPU than this: hardly a coincidence. */
const LOW_CPU = 30;

const IDS = ['ray', 'sameNodes', 'names', 'summary', 'limit', 'memory'] as const;

/** What is odd about the figures themselves. */
export function dataChecks(e: Evidence): readonly Check[] {
  const { dashboard } = e;
  if (dashboard === undefined) return IDS.map((id) => running(id, 'data'));
  const report = dashboard?.report;
  if (dashboard?.problem?.code === 'service-error') {
    const { problem } = dashboard;
    return [check('ray', 'data', 'failed', 'problem', { problem }), ...skipped(IDS.slice(1))];
  }
  if (!report) return skipped(IDS);
  if (report.nodes.length === 0) {
    return [check('ray', 'data', 'failed', 'ray-unreachable'), ...skipped(IDS.slice(1))];
  }
  return [
    check('ray', 'data', 'passed', 'ray-answers', { facts: { n: report.nodes.length } }),
    sameNodes(report, e),
    names(report),
    verdict('summary', !has(report, 'zero-summary'), 'totals', 'zero-totals', 'passed'),
    verdict('limit', report.listedNodes !== RAY_NODE_LIMIT, 'all-nodes', 'perhaps-cut'),
    memory(report, e.memoryFigure),
  ];
}

const skipped = (ids: readonly CheckId[]): readonly Check[] =>
  ids.map((id) => check(id, 'data', 'skipped', 'no-data'));

function verdict(
  id: CheckId,
  isGood: boolean,
  good: Finding,
  bad: Finding,
  state: 'passed' | 'warned' = 'warned',
): Check {
  return check(id, 'data', isGood ? 'passed' : state, isGood ? good : bad);
}

const has = ({ oddities }: ClusterReport, code: string): boolean =>
  oddities.some((oddity) => oddity.code === code);

/** CastRay reads two settings for Ray's address, so that its two sides can tell of two clusters. */
function sameNodes({ nodes }: ClusterReport, { socket }: Evidence): Check {
  const ids = socket?.nodeIds;
  if (socket === undefined) return running('sameNodes', 'data');
  if (!ids || ids.length === 0) return check('sameNodes', 'data', 'skipped', 'no-data');
  const onSocket = new Set(ids);
  const both = nodes.filter(({ nodeId }) => onSocket.has(nodeId)).length;
  const facts = { n: nodes.length - both, of: onSocket.size - both };
  if (both === 0) return check('sameNodes', 'data', 'failed', 'other-cluster', { facts });
  const isSame = facts.n + facts.of === 0;
  return isSame
    ? check('sameNodes', 'data', 'passed', 'same-nodes')
    : check('sameNodes', 'data', 'warned', 'other-nodes', { facts });
}

/** A placeholder is mended where Ray's own record of the node has a name for it. */
function names(report: ClusterReport): Check {
  const placeholders = report.nodes.filter(({ name }) => name === undefined);
  const named = new Set(
    report.facts.filter((facts) => facts.customResources.length > 0).map(({ nodeId }) => nodeId),
  );
  const n = placeholders.filter(({ nodeId }) => !named.has(nodeId)).length;
  if (n > 0) return check('names', 'data', 'warned', 'unnamed', { facts: { n } });
  const facts = { n: placeholders.length };
  return check('names', 'data', 'passed', facts.n > 0 ? 'mended-names' : 'named', { facts });
}

/** Only a suspicion: the figure itself does not tell which share it is. */
function memory({ nodes }: ClusterReport, meaning: MemoryFigure): Check {
  const alive = nodes.filter(({ state }) => state === 'ALIVE');
  const isInverted = alive.every(({ memoryFigure, cpuPercent }) => {
    if (!isKnown(memoryFigure) || !isKnown(cpuPercent)) return false;
    const used = meaning === 'used' ? memoryFigure : 100 - memoryFigure;
    return used > FULL_MEMORY && cpuPercent < LOW_CPU;
  });
  if (alive.length === 0 || !isInverted) return check('memory', 'data', 'passed', 'plausible');
  const setting = `memory-figure="${meaning === 'used' ? 'available' : 'used'}"`;
  return check('memory', 'data', 'warned', 'inverted', { facts: { setting } });
}
