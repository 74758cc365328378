import { NO_ACCESS, type Access } from '../connection/access.js';
import type { Clock } from '../connection/clock.js';
import type { ConnectionState } from '../connection/connection-state.js';
import {
  LiveConnection,
  SETTLED_AFTER,
  type Frame,
  type FrameKind,
} from '../connection/live-connection.js';
import type { OpenSocket } from '../connection/live-socket.js';
import { Poller } from '../connection/poller.js';
import { isFinalProblem, makeProblem, type Problem } from '../connection/problem.js';
import { REST_RETRIES, RestClient, type RestResult } from '../connection/rest-client.js';
import { FrameReader } from '../model/frame-reader.js';
import type { ClusterReport, NodeFacts } from '../model/report.js';
import type { ClientListener, ClientNews, ClientSettings } from './client-listener.js';
import { ConnectionMonitor, type Side } from './connection-monitor.js';
import { readDashboardAnswer } from './dashboard-answer.js';
import { MissingFacts } from './missing-facts.js';

/** Failed attempts after which REST takes over. */
const ATTEMPTS_BEFORE_POLLING = 3;
/** While REST delivers, the WebSocket is tried at most this often, in ms. */
const SOCKET_PATIENCE = 60_000;
const DASHBOARD = '/api/ray-dashboard';

/** At least one of the addresses is there. */
export interface ClientOptions {
  readonly apiBase: string | undefined;
  readonly wsUrl: string | undefined;
  readonly clock: Clock;
  readonly access?: Access | undefined;
  readonly openSocket?: OpenSocket;
}

/**
 * The one client of an endpoint: REST and the WebSocket side by side, whichever is newer. It knows
 * the wire and the time; what the reports add up to is the business of those who listen.
 */
export class ClusterClient {
  readonly #clock: Clock;
  readonly #live: LiveConnection | undefined;
  readonly wsUrl: string | undefined;
  readonly #poller: Poller;
  readonly #monitor: ConnectionMonitor;
  readonly #missingFacts: MissingFacts;
  readonly #reader = new FrameReader();
  readonly #listeners = new Set<ClientListener>();
  #access: Access;
  readonly #wayIn = (): Access => this.#access;
  /** That of the socket; another may have come since it was opened. */
  #socketAccess = NO_ACCESS;
  #mayRenew = true;
  #renewedAt = -Infinity;
  /** REST said no, and no frame has come since. */
  #restRefused = false;
  #restEverAnswered = false;
  #apiBase: string | undefined;
  #rest: RestClient | undefined;
  #lastReport: ClusterReport | undefined;
  #lastFacts: readonly NodeFacts[] = [];
  #lastFrameAt = -Infinity;
  #request: Promise<RestResult> | undefined;
  #reading: Promise<void> | undefined;
  #pollDelivers = false;
  #gaveUp = false;
  #disposed = false;

  constructor({ apiBase, wsUrl, clock, access, openSocket }: ClientOptions) {
    this.#clock = clock;
    this.#access = access ?? NO_ACCESS;
    this.wsUrl = wsUrl;
    this.#setRest(apiBase);
    this.#live = wsUrl === undefined ? undefined : this.#makeLive(wsUrl, openSocket);
    this.#poller = new Poller(clock, () => this.#fetch(0));
    this.#missingFacts = new MissingFacts(clock);
    this.#monitor = new ConnectionMonitor(clock, () => {
      this.#update();
    });
  }

  /** `undefined` until somebody names it. */
  get apiBase(): string | undefined {
    return this.#apiBase;
  }

  get connection(): ConnectionState {
    return this.#monitor.state;
  }

  set settings({ pollInterval, staleAfter, access = NO_ACCESS }: ClientSettings) {
    this.#poller.interval = pollInterval;
    this.#monitor.staleFloor = staleAfter;
    void this.#enterWith(access);
    this.#update();
  }

  /** REST and the socket start together; the first answer is the first to be shown. */
  start(): void {
    void this.#fetch(REST_RETRIES);
    this.#live?.open();
    this.#update();
  }

  /** Somebody who shares the socket knows the address of REST as well. */
  join(apiBase: string | undefined): void {
    if (this.#rest || apiBase === undefined) return;
    this.#setRest(apiBase);
    if (!this.#gaveUp) void this.#fetch(REST_RETRIES);
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
    this.#gaveUp = this.#restRefused = false;
    this.#mayRenew = true;
    this.#renewedAt = -Infinity;
    void this.#fetch(0);
    this.#live?.open();
    this.#update();
  }

  /** The page or the network came back. */
  wake(): void {
    this.#update(); // what is old is called old before anything is asked
    if (this.#gaveUp) return;
    this.#live?.wake();
    this.#poller.hurry();
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#monitor.stop();
    this.#poller.stop();
    this.#rest?.dispose();
    this.#live?.stop();
  }

  #setRest(apiBase: string | undefined): void {
    if (apiBase === undefined) return;
    const attemptFailed = (problem: Problem): void => {
      this.#fault('rest', problem);
    };
    this.#apiBase = apiBase;
    const options = { apiBase, clock: this.#clock, access: this.#wayIn, attemptFailed };
    this.#rest = new RestClient(options);
  }

  #makeLive(url: string, openSocket: OpenSocket | undefined): LiveConnection {
    const patience = (): number =>
      this.#pollDelivers ? SOCKET_PATIENCE * (1 + 0.2 * this.#clock.random()) : 0;
    const access = (): Access => (this.#socketAccess = this.#access);
    const options = { url, clock: this.#clock, patience, openSocket, access };
    return new LiveConnection(options, {
      changed: () => {
        this.#update();
      },
      frame: (frame) => this.#frame(frame),
      dropped: (reason) => {
        this.#dropFrame(reason);
      },
      problem: (problem) => {
        const used = this.#socketAccess;
        const mayBeOther = used !== NO_ACCESS || this.#access !== NO_ACCESS;
        if (problem.code === 'unauthorized' && mayBeOther) void this.#unauthorized(problem, used);
        else {
          // A refused handshake does not say why. Without REST, which would, it may be the token.
          if (problem.code === 'socket-refused' && !this.#rest)
            void this.#access.renew(used.entered);
          this.#socketFailed(problem);
        }
      },
    });
  }

  /**
   * A token that has run out is no fault while the page has another; but one only, until data come, and
   * none after one that did not last: it would go round and round without a wait.
   */
  async #unauthorized(problem: Problem, used: Access): Promise<void> {
    const now = this.#clock.now();
    const mayRenew = this.#mayRenew && Math.abs(now - this.#renewedAt) >= SETTLED_AFTER;
    const isRenewed = mayRenew && (await this.#access.renew(used.entered)) !== undefined;
    this.#mayRenew = false;
    this.#renewedAt = this.#clock.now();
    if (this.#disposed || this.#gaveUp || this.#live?.phase !== 'stopped') return; // settled meanwhile
    if (isRenewed) this.#live.open();
    else {
      this.#socketFailed(problem);
      void this.#enterWith(this.#access, used); // which may have come while that one was asked
    }
  }

  #socketFailed(problem: Problem): void {
    // A refused handshake does not say why; REST has, and without either there is no way left.
    const isRefused = this.#restRefused && problem.code === 'socket-refused';
    if (isRefused || isFinalProblem(problem)) this.#giveUp();
    this.#fault('socket', problem);
  }

  /** Goes on with another token where the last was refused. */
  async #enterWith(access: Access, last = this.#access): Promise<void> {
    this.#access = access;
    const isRefused = (): boolean => this.#gaveUp || this.#restRefused;
    if (access === last || !isRefused()) return;
    // A page may give a new function at each of its renders, and each may bring what was refused.
    const isOther = (await access.token()) !== last.last || access.credentials !== last.credentials;
    if (isOther && isRefused() && !this.#disposed) this.reconnect();
  }

  #frame(frame: Frame): FrameKind {
    const now = this.#clock.now();
    const parsed = typeof frame === 'string' ? this.#reader.read(frame, now) : frame.at(now);
    if (parsed.kind === 'pong') return 'pong';
    if (parsed.kind === 'unusable') {
      this.#dropFrame(parsed.reason);
      return 'other';
    }
    const { report } = parsed;
    this.#mayRenew = true;
    this.#restRefused = false;
    this.#monitor.frame((this.#lastFrameAt = now));
    this.#accept(report); // what follows from it, `changed` says next
    if (this.#missingFacts.worthAsking(report)) void this.#fetch(0);
    return 'report';
  }

  /** Never thrown, always counted. A frame of a type that is none of ours is no fault. */
  #dropFrame(reason: string): void {
    this.#monitor.dropped();
    if (reason === 'other-type') this.#update();
    else {
      const at = this.#clock.now();
      this.#fault('socket', makeProblem('bad-frame', this.wsUrl ?? '', at, { detail: reason }));
    }
  }

  /** Several callers can wait for one request; its answer is read and counted once. */
  async #fetch(retries: number): Promise<void> {
    const request = this.#rest?.get(DASHBOARD, retries);
    if (request && request !== this.#request) {
      this.#request = request;
      this.#reading = this.#read(request);
    }
    await this.#reading;
  }

  async #read(request: Promise<RestResult>): Promise<void> {
    const used = this.#access;
    const answer = readDashboardAnswer(await request);
    if (request === this.#request) this.#request = undefined; // its text may be of 10 MB
    if (this.#disposed) return;
    if (answer.ok) this.#restAnswered(answer.report, answer.requestedAt);
    else this.#restFailed(answer.problem, used);
  }

  #restAnswered(report: ClusterReport, requestedAt: number): void {
    const isBack = this.#monitor.restFailed;
    const isClockSetBack = this.#lastFrameAt > report.receivedAt;
    const isNews = requestedAt >= this.#lastFrameAt || isClockSetBack;
    this.#restRefused = false;
    this.#restEverAnswered = true;
    this.#pollDelivers = this.#poller.running;
    this.#lastFacts = report.facts;
    this.#missingFacts.answered(report.facts);
    this.#monitor.answer(report.receivedAt, Math.max(0, report.receivedAt - requestedAt), isNews);
    if (isNews) this.#accept(report);
    else {
      // Newest wins; what it says of names is true all the same.
      this.#tell('facts', report.facts);
    }
    this.#update();
    // The service is back, so the socket need not wait. An open one is left alone: a service that is
    // only slow would fail the probe.
    if (isBack && this.#live?.phase === 'waiting') this.#live.wake();
  }

  #restFailed(problem: Problem, used: Access): void {
    this.#pollDelivers = false;
    const live = this.#live;
    // A socket that came in where REST never did has another door; what keeps it out now may pass.
    const isOtherDoor = this.#lastFrameAt > -Infinity && !this.#restEverAnswered;
    this.#restRefused = problem.code === 'unauthorized' && !live?.hasFrame && !isOtherDoor;
    // Else the socket may come in all the same.
    if (this.#restRefused && (this.#socketIsDown || live?.phase === 'stopped')) this.#giveUp();
    this.#fault('rest', problem);
    void this.#enterWith(this.#access, used); // which may have come while the last was being refused
  }

  #accept(report: ClusterReport): void {
    this.#lastReport = report;
    this.#tell('report', report);
  }

  #giveUp(): void {
    this.#gaveUp = true;
    if (this.#live && this.#live.phase !== 'stopped') this.#live.stop();
  }

  get #socketIsDown(): boolean {
    return !this.#live || this.#live.failedAttempts >= ATTEMPTS_BEFORE_POLLING;
  }

  #fault(side: Side, problem: Problem): void {
    if (this.#monitor.fault(side, problem)) this.#tell('problem', problem);
    this.#update();
  }

  /** Lets REST take over, or hands back to the socket, and tells what has changed. */
  #update(): void {
    if (this.#disposed) return;
    const live = this.#live;
    if (this.#gaveUp || live?.hasFrame === true) {
      this.#poller.stop();
      this.#pollDelivers = false;
    } else if (this.#rest && this.#socketIsDown) this.#poller.start();
    const pollInterval = this.#pollDelivers ? this.#poller.interval : undefined;
    if (this.#monitor.update({ live, pollInterval, gaveUp: this.#gaveUp })) {
      this.#tell('connection', this.connection);
    }
  }

  #tell<Kind extends keyof ClientNews>(kind: Kind, news: ClientNews[Kind]): void {
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) listener[kind](news); // else it left while another was told
    }
  }
}
