import { Alarm, type Clock } from '../connection/clock.js';
import { ClusterHistory, EMPTY_TIME_TO_BELIEVE } from '../model/cluster-history.js';
import type { ClusterSnapshot } from '../model/cluster.js';
import type { MemoryFigure } from '../model/reconcile-node.js';
import type { ClusterReport, RayRecord } from '../model/report.js';
import { CommitPacer } from './commit-pacer.js';

/** Puts the reports of one cluster together into snapshots, at a pace that a page can follow. */
export class SnapshotFeed {
  readonly #clock: Clock;
  readonly #pacer: CommitPacer;
  /** An empty list is believed in time also where nothing follows it. */
  readonly #emptyAlarm: Alarm;
  #history: ClusterHistory;
  #heard = new WeakSet<ClusterReport>();
  /** Came since the last commit; of several, the newest counts. */
  #pending: ClusterReport | undefined;
  /** The last one that was committed. */
  #last: ClusterReport | undefined;

  /** `commit` is called when there is something to show. */
  constructor(clock: Clock, memoryFigure: MemoryFigure, commit: () => void) {
    this.#clock = clock;
    this.#emptyAlarm = new Alarm(clock);
    this.#history = new ClusterHistory(memoryFigure);
    this.#pacer = new CommitPacer(clock, () => {
      this.#accept();
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

  /** Shows at once what has come, and after that stands still until there is more. */
  rest(): void {
    this.flush();
    this.#emptyAlarm.clear();
  }

  /** The same reports, with another meaning of their memory figures. */
  reinterpret(memoryFigure: MemoryFigure): void {
    this.#history.reinterpret(memoryFigure);
  }

  /** Another cluster: what was known is forgotten, and what waited to be shown is not shown. */
  startOver(memoryFigure: MemoryFigure): void {
    this.#pending = undefined;
    this.#emptyAlarm.clear();
    this.#heard = new WeakSet();
    this.#history = new ClusterHistory(memoryFigure);
  }

  #accept(): void {
    const now = this.#clock.now();
    if (this.#pending) this.#history.accept((this.#last = this.#pending), now);
    this.#pending = undefined;
    const { snapshot } = this;
    if (snapshot?.completeness !== 'unconfirmed') this.#emptyAlarm.clear();
    else if (!this.#emptyAlarm.isSet) {
      this.#emptyAlarm.set(snapshot.receivedAt + EMPTY_TIME_TO_BELIEVE - now, () => {
        this.#pending ??= this.#last;
        this.flush();
      });
    }
  }
}
