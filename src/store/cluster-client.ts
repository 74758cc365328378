import type { Clock } from '../connection/clock.js';
import type { ConnectionState } from '../connection/connection-state.js';
import { LiveConnection } from '../connection/live-connection.js';
import type { OpenSocket } from '../connection/live-socket.js';
import { Poller } from '../connection/poller.js';
import type { Problem } from '../connection/problem.js';
import { REST_RETRIES, RestClient, type RestResult } from '../connection/rest-client.js';
import { parseDashboard, parseFrame } from '../model/parse-report.js';
import type { ClusterReport, NodeFacts } from '../model/report.js';
import { ConnectionMonitor, type Side } from './connection-monitor.js';
import { MissingFacts } from './missing-facts.js';

/** Failed attempts after which REST takes over. */
const ATTEMPTS_BEFORE_POLLING = 3;
/** While REST delivers, the WebSocket is tried at most this often, in ms. */
const SOCKET_PATIENCE = 60_000;
const DASHBOARD = '/api/ray-dashboard';

/** What one endpoint has to tell. Called synchronously; must not throw. */
export interface ClientListener {
  report(report: ClusterReport): void;
  /** Raw records of an answer whose figures came too late. */
  facts(facts: readonly NodeFacts[]): void;
  connection(state: ConnectionState): void;
  /** Something new went wrong; `connection` says what of it still matters. */
  problem(problem: Problem): void;
}

/** What the users of an endpoint ask for, in ms. */
export interface ClientSettings {
  readonly pollInterval: number;
  readonly staleAfter: number;
}

/** At least one of the addresses is there. */
export interface ClientOptions {
  readonly apiBase: string | undefined;
  readonly wsUrl: string | undefined;
  readonly clock: Clock;
  readonly openSocket?: OpenSocket;
}

/**
 * The one client of an endpoint: REST and the WebSocket side by side, whichever is newer. It knows
 * the wire and the time; what the reports add up to is the business of those who listen.
 */
export class ClusterClient {
  readonly #clock: Clock;
  readonly #rest: RestClient | undefined;
  readonly #live: LiveConnection | undefined;
  readonly #wsUrl: string;
  readonly #poller: Poller;
  readonly #monitor: ConnectionMonitor;
  readonly #missingFacts: MissingFacts;
  readonly #listeners = new Set<ClientListener>();
  #lastReport: ClusterReport | undefined;
  #lastFacts: readonly NodeFacts[] = [];
  #lastFrameAt = -Infinity;
  #pollDelivers = false;
  #gaveUp = false;
  #disposed = false;

  constructor({ apiBase, wsUrl, clock, openSocket }: ClientOptions) {
    this.#clock = clock;
    this.#wsUrl = wsUrl ?? '';
    this.#rest = apiBase === undefined ? undefined : new RestClient({ apiBase, clock });
    this.#live = wsUrl === undefined ? undefined : this.#makeLive(wsUrl, openSocket);
    this.#poller = new Poller(clock, () => this.#fetch(0));
    this.#missingFacts = new MissingFacts(clock);
    this.#monitor = new ConnectionMonitor(clock, () => {
      this.#update();
    });
  }

  get connection(): ConnectionState {
    return this.#monitor.state;
  }

  set settings({ pollInterval, staleAfter }: ClientSettings) {
    this.#poller.interval = pollInterval;
    this.#monitor.staleFloor = staleAfter;
    this.#update();
  }

  /** REST and the socket start together; the first answer is the first to be shown. */
  start(): void {
    void this.#fetch(REST_RETRIES);
    this.#live?.open();
    this.#update();
  }

  /** A newcomer hears at once what is known. Returns a function that ends the subscription. */
  subscribe(listener: ClientListener): () => void {
    this.#listeners.add(listener);
    listener.connection(this.connection);
    if (this.#lastReport) listener.report(this.#lastReport);
    if (this.#lastFacts.length > 0) listener.facts(this.#lastFacts);
    return () => this.#listeners.delete(listener);
  }

  /** Asks REST for the cluster now. */
  refresh(): Promise<void> {
    return this.#fetch(REST_RETRIES);
  }

  /** Takes back a decision to give up, and tries everything at once. */
  reconnect(): void {
    this.#gaveUp = false;
    void this.#fetch(0);
    this.#live?.open();
    this.#update();
  }

  /** The page or the network came back. */
  wake(): void {
    this.#update(); // what is old is called old before anything is asked
    if (!this.#gaveUp) this.#live?.wake();
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#monitor.stop();
    this.#poller.stop();
    this.#rest?.dispose();
    this.#live?.stop();
  }

  #makeLive(url: string, openSocket: OpenSocket | undefined): LiveConnection {
    const patience = (): number =>
      this.#pollDelivers ? SOCKET_PATIENCE * (1 + 0.2 * this.#clock.random()) : 0;
    const options = { url, clock: this.#clock, patience, ...(openSocket ? { openSocket } : {}) };
    return new LiveConnection(options, {
      changed: () => {
        this.#update();
      },
      text: (text) => this.#frame(text),
      dropped: (reason) => {
        this.#dropFrame(reason);
      },
      problem: (problem) => {
        if (problem.code === 'closed-for-good') this.#giveUp();
        this.#fault('socket', problem);
      },
    });
  }

  #frame(text: string): boolean {
    const parsed = parseFrame(text, this.#clock.now());
    if (parsed.kind === 'pong') this.#update();
    if (parsed.kind === 'unusable') this.#dropFrame(parsed.reason);
    if (parsed.kind !== 'report') return false;
    const { report } = parsed;
    this.#lastFrameAt = report.receivedAt;
    this.#monitor.frame(report.receivedAt);
    this.#accept(report);
    if (this.#missingFacts.worthAsking(report)) void this.#fetch(0);
    return true;
  }

  /** Never thrown, always counted. A frame of a type that is none of ours is no fault. */
  #dropFrame(reason: string): void {
    this.#monitor.dropped();
    if (reason === 'other-type') this.#update();
    else
      this.#fault(
        'socket',
        this.#problem({ code: 'bad-frame', address: this.#wsUrl, detail: reason }),
      );
  }

  async #fetch(retries: number): Promise<void> {
    if (!this.#rest) return;
    const result = await this.#rest.get(DASHBOARD, retries);
    if (this.#disposed) return;
    const outcome = result.ok ? this.#read(result) : result.problem;
    if ('code' in outcome) this.#restFailed(outcome);
    else if (result.ok) this.#restAnswered(outcome, result.requestedAt);
  }

  /** The report in an answer, or why there is none. */
  #read({ text, address, receivedAt }: RestResult & { ok: true }): ClusterReport | Problem {
    const parsed = parseDashboard(text, receivedAt);
    if (parsed.kind === 'report') return parsed.report;
    if (parsed.kind === 'unusable' && parsed.reason === 'service-error') {
      return this.#problem({ code: 'service-error', address, detail: parsed.detail });
    }
    const isJson = parsed.kind === 'unusable' && parsed.reason !== 'not-json';
    return this.#problem({ code: isJson ? 'not-castray' : 'not-json', address });
  }

  #restAnswered(report: ClusterReport, requestedAt: number): void {
    const isBack = this.#monitor.restFailed;
    const isNews = requestedAt >= this.#lastFrameAt;
    this.#pollDelivers = this.#poller.running;
    this.#lastFacts = report.facts;
    this.#missingFacts.answered(report.facts);
    this.#monitor.answer(report.receivedAt, report.receivedAt - requestedAt, isNews);
    if (isNews) {
      this.#accept(report);
    } else {
      // Newest wins; what it says of names is true all the same.
      this.#tell((listener) => {
        listener.facts(report.facts);
      });
      this.#update();
    }
    if (isBack) this.#live?.wake();
  }

  #restFailed(problem: Problem): void {
    this.#pollDelivers = false;
    if (problem.code === 'unauthorized' && this.#live?.hasFrame !== true) this.#giveUp();
    this.#fault('rest', problem);
  }

  #accept(report: ClusterReport): void {
    this.#lastReport = report;
    this.#tell((listener) => {
      listener.report(report);
    });
    this.#update();
  }

  #giveUp(): void {
    this.#gaveUp = true;
    if (this.#live && this.#live.phase !== 'stopped') this.#live.stop();
  }

  #fault(side: Side, problem: Problem): void {
    if (this.#monitor.fault(side, problem)) {
      this.#tell((listener) => {
        listener.problem(problem);
      });
    }
    this.#update();
  }

  /** Lets REST take over, or hands back to the socket, and tells what has changed. */
  #update(): void {
    if (this.#disposed) return;
    const live = this.#live;
    const socketIsDown = !live || live.failedAttempts >= ATTEMPTS_BEFORE_POLLING;
    if (this.#gaveUp || live?.hasFrame === true) this.#stopPolling();
    else if (this.#rest && socketIsDown) this.#poller.start();
    const pollInterval = this.#pollDelivers ? this.#poller.interval : undefined;
    if (!this.#monitor.update({ live, pollInterval, gaveUp: this.#gaveUp })) return;
    this.#tell((listener) => {
      listener.connection(this.connection);
    });
  }

  #stopPolling(): void {
    this.#poller.stop();
    this.#pollDelivers = false;
  }

  #problem(problem: Omit<Problem, 'at'>): Problem {
    return Object.freeze({ ...problem, at: this.#clock.now() });
  }

  #tell(say: (listener: ClientListener) => void): void {
    for (const listener of [...this.#listeners]) say(listener);
  }
}
