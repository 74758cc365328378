import type { Clock } from '../connection/clock.js';
import { ClusterHistory } from '../model/cluster-history.js';
import type { ClusterSnapshot } from '../model/cluster.js';
import type { MemoryFigure } from '../model/reconcile-node.js';
import type { ClusterReport, RayRecord } from '../model/report.js';
import { CommitPacer } from './commit-pacer.js';

/** Puts the reports of one cluster together into snapshots, at a pace that a page can follow. */
export class SnapshotFeed {
  readonly #pacer: CommitPacer;
  #history: ClusterHistory;
  #heard = new WeakSet<ClusterReport>();
  /** Came since the last commit; of several, the newest counts. */
  #pending: ClusterReport | undefined;

  /** `commit` is called when there is something to show. */
  constructor(clock: Clock, memoryFigure: MemoryFigure, commit: () => void) {
    this.#history = new ClusterHistory(memoryFigure);
    this.#pacer = new CommitPacer(clock, () => {
      if (this.#pending) this.#history.accept(this.#pending);
      this.#pending = undefined;
      commit();
    });
  }

  /** `undefined` until the first report. */
  get snapshot(): ClusterSnapshot | undefined {
    return this.#history.snapshot;
  }

  report(report: ClusterReport): void {
    if (this.#heard.has(report)) return; // the client tells what it knows to every new subscriber
    this.#heard.add(report);
    if (this.#pending) this.#history.learn(this.#pending.facts);
    this.#pending = report;
    // A page that shows nothing yet does not wait because the connection had something to tell.
    if (this.snapshot) this.#pacer.request();
    else this.#pacer.flush();
  }

  /** Raw records of an answer whose figures came too late. */
  facts(facts: readonly RayRecord[]): void {
    if (this.#history.learn(facts)) this.#pacer.request();
  }

  /** Something beside the reports is to be shown, not more often than they are. */
  requestCommit(): void {
    this.#pacer.request();
  }

  /** Shows at once what has come. */
  flush(): void {
    this.#pacer.flush();
  }

  /** The same reports, with another meaning of their memory figures. */
  reinterpret(memoryFigure: MemoryFigure): void {
    this.#history.reinterpret(memoryFigure);
  }

  /** Another cluster: what was known is forgotten, and what waited to be shown is not shown. */
  startOver(memoryFigure: MemoryFigure): void {
    this.#pending = undefined;
    this.#heard = new WeakSet();
    this.#history = new ClusterHistory(memoryFigure);
  }
}
