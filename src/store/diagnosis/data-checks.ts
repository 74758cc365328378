import { RAY_NODE_LIMIT } from '../../model/cluster-history.js';
import { unreadEntries } from '../../model/oddity.js';
import type { MemoryFigure } from '../../model/reconcile-node.js';
import type { ClusterReport } from '../../model/report.js';
import { isKnown } from '../../model/unknown.js';
import type { CheckId } from './check.js';
import { verdict, type Evidence, type Verdict } from './evidence.js';
import { pending } from './service-checks.js';

/** Every node uses more of its memory than this, in percent … */
const FULL_MEMORY = 85;
/** … while none uses more of its CPU than this: hardly a coincidence. */
const LOW_CPU = 30;

const IDS: readonly CheckId[] = ['ray', 'sameNodes', 'names', 'summary', 'limit', 'memory'];

/** What is odd about the figures themselves. */
export function dataChecks(e: Evidence): readonly Verdict[] {
  const { dashboard } = e;
  const report = dashboard?.report;
  const problem = dashboard?.problem?.code === 'service-error' ? dashboard.problem : undefined;
  if (!report && !problem) {
    return IDS.map((id) => pending(id, dashboard === undefined ? undefined : null));
  }
  if (!report?.nodes.length) {
    // entries that cannot be read are of a Ray that was asked
    const count = unreadEntries(report?.oddities);
    if (count) return IDS.map((id) => (id === 'limit' ? unread(count) : verdict(id, 'skipped')));
    const onlySocket = e.socket?.nodeIds?.length;
    if (report && onlySocket) {
      // Ray answers one side of CastRay, so it is there.
      return IDS.map((id) =>
        id === 'sameNodes' ? otherNodes(0, onlySocket) : verdict(id, 'skipped'),
      );
    }
    const finding = problem ? 'problem' : 'ray-unreachable';
    return IDS.map((id) =>
      id === 'ray' ? verdict(id, 'failed', finding, { problem }) : verdict(id, 'skipped'),
    );
  }
  const { oddities } = report;
  const isZero = oddities.some(({ code }) => code === 'zero-summary');
  return [
    verdict('ray', 'passed'),
    sameNodes(report, e),
    names(report),
    verdict('summary', 'passed', isZero ? 'zero-totals' : 'fine'),
    limit(report, unreadEntries(oddities) || e.unread),
    memory(report, e.memoryFigure),
  ];
}

/**
 * CastRay reads two settings for Ray's address, so that its two sides can tell of two clusters; or the
 * page names two of it.
 */
function sameNodes({ nodes }: ClusterReport, { socket }: Evidence): Verdict {
  const ids = socket?.nodeIds;
  if (!ids) return pending('sameNodes', socket === null ? null : ids);
  if (ids.length === 0) return otherNodes(nodes.length, 0);
  const onSocket = new Set(ids);
  const both = nodes.filter(({ nodeId }) => onSocket.has(nodeId)).length;
  const [onlyRest, onlySocket] = [nodes.length - both, onSocket.size - both];
  if (both === 0) return verdict('sameNodes', 'failed', 'other-cluster');
  return onlyRest + onlySocket === 0
    ? verdict('sameNodes', 'passed')
    : otherNodes(onlyRest, onlySocket);
}

function otherNodes(onlyRest: number, onlySocket: number): Verdict {
  return verdict('sameNodes', 'warned', 'other-nodes', { facts: { onlyRest, onlySocket } });
}

/** A placeholder is mended where Ray's own record of the node has a name for it. */
function names({ nodes, facts: records }: ClusterReport): Verdict {
  const placeholders = nodes.filter(({ name }) => name === undefined);
  const named = records.filter(({ customResources }) => customResources.length > 0);
  const namedIds = new Set(named.map(({ nodeId }) => nodeId));
  const mended = placeholders.filter(({ nodeId }) => namedIds.has(nodeId));
  // A dead one can be given no name any more.
  const unnamed = placeholders.filter((one) => one.state !== 'DEAD' && !mended.includes(one));
  const [state, finding, { length: count }] =
    unnamed.length > 0
      ? (['warned', 'unnamed', unnamed] as const)
      : (['passed', mended.length > 0 ? 'mended-names' : 'fine', mended] as const);
  return verdict('names', state, finding, { facts: { count } });
}

/** How many are listed, and how many of them are no nodes. */
function limit({ listedNodes }: ClusterReport, count: number): Verdict {
  if (count) return unread(count);
  return listedNodes === RAY_NODE_LIMIT
    ? verdict('limit', 'warned', 'perhaps-cut')
    : verdict('limit', 'passed');
}

function unread(count: number): Verdict {
  return verdict('limit', 'warned', 'unread', { facts: { count } });
}

/** Only a suspicion: the figure itself does not tell which share it is. */
function memory({ nodes }: ClusterReport, meaning: MemoryFigure): Verdict {
  const alive = nodes.filter(({ state }) => state === 'ALIVE');
  const isInverted = alive.every(({ memoryFigure, cpuPercent }) => {
    if (!isKnown(memoryFigure) || !isKnown(cpuPercent)) return false;
    const used = meaning === 'used' ? memoryFigure : 100 - memoryFigure;
    return used > FULL_MEMORY && cpuPercent < LOW_CPU;
  });
  if (alive.length === 0 || !isInverted) return verdict('memory', 'passed');
  const setting = `memory-figure="${meaning === 'used' ? 'available' : 'used'}"`;
  return verdict('memory', 'warned', 'inverted', { facts: { setting } });
}
