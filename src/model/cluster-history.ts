import type { ClusterSnapshot, Completeness } from './cluster.js';
import { NodeLedger } from './node-ledger.js';
import { reconcileNode, type MemoryFigure } from './reconcile-node.js';
import type { ClusterReport, RayRecord } from './report.js';
import { reuse } from './reuse.js';
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
 * identity, an empty list that is not believed at once. Knows no clock; time is what it is told.
 */
export class ClusterHistory {
  readonly #ledger = new NodeLedger();
  #memoryFigure: MemoryFigure;
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

  /**
   * Takes in a report that is newer than all before it. An empty one may be told once more, at `now`, in
   * ms since 1970: it is believed then if it has lasted.
   */
  accept(report: ClusterReport, now = report.receivedAt): ClusterSnapshot {
    this.#ledger.learn(report.facts);
    const last = this.#snapshot;
    const isHeldBack = this.#holdsBack(report, now);
    const { source, receivedAt, oddities } = report;
    if (last && isHeldBack) {
      return this.#keep({ ...last, completeness: 'unconfirmed', source, receivedAt, oddities });
    }
    if (last && this.#saysTheSame(report, last)) {
      this.#lastReport = report;
      return this.#keep({ ...last, receivedAt, nodesReceivedAt: receivedAt });
    }
    return this.#reconcile(report);
  }

  /**
   * Takes in raw records of a report that came too late for its figures. What they say of names and
   * sizes is true all the same. Returns the snapshot with it, or `undefined` if nothing was new.
   */
  learn(facts: readonly RayRecord[]): ClusterSnapshot | undefined {
    return this.#ledger.learn(facts) ? this.#reconcileAgain() : undefined;
  }

  /** Reads the last report anew, with another meaning of its memory figures. */
  reinterpret(memoryFigure: MemoryFigure): void {
    this.#memoryFigure = memoryFigure;
    this.#reconcileAgain();
  }

  #holdsBack(report: ClusterReport, now: number): boolean {
    if (report.nodes.length > 0) {
      this.#emptyReports = 0;
      return false;
    }
    this.#emptyReports += 1;
    if (this.#emptyReports === 1) this.#emptySince = report.receivedAt;
    return (
      this.#snapshot !== undefined &&
      this.#snapshot.nodes.length > 0 &&
      this.#emptyReports < EMPTY_REPORTS_TO_BELIEVE &&
      now - this.#emptySince < EMPTY_TIME_TO_BELIEVE
    );
  }

  /** The report is the last one again, and nothing in it has to be seen otherwise by now. */
  #saysTheSame({ nodes, source }: ClusterReport, last: ClusterSnapshot): boolean {
    return (
      nodes === this.#lastReport?.nodes &&
      source === last.source &&
      last.receivedAt === last.nodesReceivedAt &&
      this.#ledger.isSettled(last.receivedAt)
    );
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
    const { source, receivedAt, oddities } = report;
    const nodes = this.#ledger.record(report.nodes, receivedAt, (node, known) =>
      reconcileNode(node, known, this.#memoryFigure, receivedAt),
    );
    // Ray goes on listing a head that died, after another one has taken its place.
    const heads = nodes.filter((node) => node.isHeadNode === true);
    return this.#keep({
      nodes,
      counts: countNodes(nodes),
      totals: clusterTotals(nodes, report.totals),
      headNode: heads.find((node) => node.state === 'ALIVE') ?? heads[0] ?? UNKNOWN,
      completeness: completeness(report),
      source,
      receivedAt,
      nodesReceivedAt: receivedAt,
      oddities,
    });
  }

  #keep(snapshot: ClusterSnapshot): ClusterSnapshot {
    return (this.#snapshot = reuse(this.#snapshot, snapshot));
  }
}

function completeness({ nodes, listedNodes }: ClusterReport): Completeness {
  if (nodes.length === 0) return 'none-reported';
  return listedNodes === RAY_NODE_LIMIT ? 'perhaps-cut' : 'complete';
}
