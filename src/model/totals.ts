import type {
  ClusterNode,
  ClusterTotals,
  NodeCounts,
  NodeState,
  ResourceTotal,
} from './cluster.js';
import type { ReportedTotals } from './report.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

type AmountKey = 'cpuCores' | 'memoryBytes' | 'gpuCount' | 'objectStoreBytes';
type PercentKey = 'cpuPercent' | 'memoryPercent' | 'gpuPercent';

/** How many nodes there are, by state. Without a single node nothing is known: Ray has a head node. */
export function countNodes(nodes: readonly ClusterNode[]): NodeCounts {
  const { length } = nodes;
  const of = (state: NodeState): number => nodes.filter((node) => node.state === state).length;
  const unknown = of('unknown');
  const told = (state: NodeState): Maybe<number> => (unknown < length ? of(state) : UNKNOWN);
  return {
    total: length || UNKNOWN,
    alive: told('ALIVE'),
    dead: told('DEAD'),
    unknown: length ? unknown : UNKNOWN,
  };
}

/**
 * The service's totals where it states any, else the sum over the nodes that are alive. A total of 0 is what
 * it sends of what it cannot find, and more in use than there is is no statement either.
 */
export function clusterTotals(
  nodes: readonly ClusterNode[],
  reported: ReportedTotals | undefined,
): ClusterTotals {
  const living = nodes.filter((node) => node.state !== 'DEAD');
  const total = (key: keyof ReportedTotals, amount: AmountKey, percent?: PercentKey) => {
    const derived = derive(living, amount, percent);
    const { used, total } = reported?.[key] ?? { used: UNKNOWN, total: UNKNOWN };
    if (!isKnown(total) || total === 0 || (isKnown(used) ? used > total : isKnown(derived.used))) {
      return derived;
    }
    return resourceTotal(used, total, 'reported', living.length, living.length);
  };
  return {
    cpu: total('cpu', 'cpuCores', 'cpuPercent'),
    memory: total('memory', 'memoryBytes', 'memoryPercent'),
    gpu: total('gpu', 'gpuCount', 'gpuPercent'),
    // How full a node's object store is, no report says.
    objectStore: total('objectStore', 'objectStoreBytes'),
  };
}

/**
 * Adds up the nodes whose figures are known. Where some nodes have no usage figure, used and total both
 * leave them out and `nodesCounted` says so: a node nobody measured is not an idle one. Nor is one whose
 * state nobody knows alive with all that it has; that it has none of something is true in any state.
 */
function derive(
  living: readonly ClusterNode[],
  amountKey: AmountKey,
  percentKey: PercentKey | undefined,
): ResourceTotal {
  const capacity = { total: 0, nodes: 0 };
  const measured = { total: 0, nodes: 0, used: 0 };
  for (const node of living) {
    const amount = node[amountKey];
    if (!isKnown(amount) || (amount > 0 && node.state !== 'ALIVE')) continue;
    capacity.total += amount;
    capacity.nodes += 1;
    const percent = amount === 0 ? 0 : percentKey ? node[percentKey] : UNKNOWN;
    if (!isKnown(percent)) continue;
    measured.total += amount;
    measured.nodes += 1;
    measured.used += (amount * percent) / 100;
  }
  // Some nodes that have none say nothing of the others.
  if (capacity.nodes === 0 || (capacity.total === 0 && capacity.nodes < living.length)) {
    return resourceTotal(UNKNOWN, UNKNOWN, 'unknown', 0, living.length);
  }
  // Nodes without a GPU are measured in full, and still say nothing of the GPU that was not.
  const isMeasured = measured.nodes > 0 && (measured.total > 0 || capacity.total === 0);
  return percentKey && isMeasured
    ? resourceTotal(measured.used, measured.total, 'derived', measured.nodes, living.length)
    : resourceTotal(UNKNOWN, capacity.total, 'derived', capacity.nodes, living.length);
}

function resourceTotal(
  used: Maybe<number>,
  total: Maybe<number>,
  provenance: ResourceTotal['provenance'],
  nodesCounted: number,
  nodesAlive: number,
): ResourceTotal {
  const percent =
    isKnown(used) && isKnown(total) && total > 0 ? Math.min(100, (used / total) * 100) : UNKNOWN;
  return { used, total, percent, provenance, nodesCounted, nodesAlive };
}
