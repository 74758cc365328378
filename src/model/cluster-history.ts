import type { ClusterNode, ClusterSnapshot, ClusterTotals, Completeness } from './cluster.js';
import { NodeLedger } from './node-ledger.js';
import { reconcileNode, type MemoryFigure } from './reconcile-node.js';
import type { ClusterReport, NodeFacts } from './report.js';
import { clusterTotals, countNodes } from './totals.js';
import { UNKNOWN } from './unknown.js';

/** Ray's default limit: a list of exactly so many nodes may have been cut. */
export const RAY_NODE_LIMIT = 100;
/** An empty list after a full one is believed after this many reports in a row … */
export const EMPTY_REPORTS_TO_BELIEVE = 3;
/** … or when it is still so after this time, in ms. */
export const EMPTY_TIME_TO_BELIEVE = 15_000;

/**
 * Puts each report together with what came before it: names that stay, nodes that keep their
 * identity, an empty list that is not believed at once. Knows no clock; time is what the reports say.
 */
export class ClusterHistory {
  readonly #ledger = new NodeLedger();
  #memoryFigure: MemoryFigure;
  #nodesById: ReadonlyMap<string, ClusterNode> = new Map();
  #lastReport: ClusterReport | undefined;
  #snapshot: ClusterSnapshot | undefined;
  #emptyReports = 0;
  #emptySince = 0;

  constructor(memoryFigure: MemoryFigure) {
    this.#memoryFigure = memoryFigure;
  }

  /** The latest snapshot; `undefined` before the first report. */
  get snapshot(): ClusterSnapshot | undefined {
    return this.#snapshot;
  }

  /** Takes in a report that is newer than all before it. */
  accept(report: ClusterReport): ClusterSnapshot {
    this.#ledger.learn(report.facts);
    this.#ledger.record(report.nodes, report.receivedAt);
    const last = this.#snapshot;
    const holdsBack = this.#holdsBack(report);
    return last && holdsBack ? this.#unconfirmed(report, last) : this.#reconcile(report);
  }

  /**
   * Takes in raw records of a report that came too late for its figures. What they say of names and
   * sizes is true all the same. Returns the snapshot with it, or `undefined` if nothing was new.
   */
  learn(facts: readonly NodeFacts[]): ClusterSnapshot | undefined {
    return this.#ledger.learn(facts) ? this.#reconcileAgain() : undefined;
  }

  /** Reads the last report anew, with another meaning of its memory figures. */
  reinterpret(memoryFigure: MemoryFigure): void {
    this.#memoryFigure = memoryFigure;
    this.#reconcileAgain();
  }

  #holdsBack(report: ClusterReport): boolean {
    if (report.nodes.length > 0) {
      this.#emptyReports = 0;
      return false;
    }
    this.#emptyReports += 1;
    if (this.#emptyReports === 1) this.#emptySince = report.receivedAt;
    return (
      this.#nodesById.size > 0 &&
      this.#emptyReports < EMPTY_REPORTS_TO_BELIEVE &&
      report.receivedAt - this.#emptySince < EMPTY_TIME_TO_BELIEVE
    );
  }

  #unconfirmed(report: ClusterReport, last: ClusterSnapshot): ClusterSnapshot {
    return this.#keep({
      ...last,
      completeness: 'unconfirmed',
      source: report.source,
      receivedAt: report.receivedAt,
      oddities: report.oddities,
    });
  }

  /** The nodes come from the last report that had any; what came since then stays on record. */
  #reconcileAgain(): ClusterSnapshot | undefined {
    const last = this.#snapshot;
    if (!last || !this.#lastReport) return undefined;
    const { completeness, source, receivedAt, oddities } = last;
    const again = this.#reconcile(this.#lastReport);
    return this.#keep({ ...again, completeness, source, receivedAt, oddities });
  }

  #reconcile(report: ClusterReport): ClusterSnapshot {
    this.#lastReport = report;
    const last = this.#snapshot;
    const byId = new Map<string, ClusterNode>();
    const nodes = report.nodes.map((item) => {
      const previous = this.#nodesById.get(item.nodeId);
      const node = reconcileNode(
        item,
        previous,
        this.#ledger,
        this.#memoryFigure,
        report.receivedAt,
      );
      byId.set(node.nodeId, node);
      return node;
    });
    this.#nodesById = byId;
    const unchanged =
      last?.nodes.length === nodes.length && last.nodes.every((node, i) => node === nodes[i]);
    return this.#keep({
      nodes: unchanged ? last.nodes : Object.freeze(nodes),
      counts: reuse(last?.counts, countNodes(nodes)),
      totals: sameTotals(last?.totals, clusterTotals(nodes, report.totals)),
      headNode: nodes.find((node) => node.isHeadNode === true) ?? UNKNOWN,
      completeness: completeness(report),
      source: report.source,
      receivedAt: report.receivedAt,
      nodesReceivedAt: report.receivedAt,
      oddities: report.oddities,
    });
  }

  #keep(snapshot: ClusterSnapshot): ClusterSnapshot {
    this.#snapshot = Object.freeze(snapshot);
    return this.#snapshot;
  }
}

function completeness({ nodes, listedNodes }: ClusterReport): Completeness {
  if (nodes.length === 0) return 'none-reported';
  return listedNodes === RAY_NODE_LIMIT ? 'perhaps-cut' : 'complete';
}

/** The old object where nothing in it changed: a view that shows it then has nothing to draw. */
function reuse<T extends object>(last: T | undefined, next: T): T {
  if (!last) return next;
  const keys = Object.keys(next) as (keyof T)[];
  return keys.every((key) => last[key] === next[key]) ? last : next;
}

function sameTotals(last: ClusterTotals | undefined, next: ClusterTotals): ClusterTotals {
  if (!last) return next;
  return reuse(
    last,
    Object.freeze({
      cpu: reuse(last.cpu, next.cpu),
      memory: reuse(last.memory, next.memory),
      gpu: reuse(last.gpu, next.gpu),
      objectStore: reuse(last.objectStore, next.objectStore),
    }),
  );
}
