import { NO_ACCESS, type Access } from '../connection/access.js';
import type { Clock } from '../connection/clock.js';
import type { ConnectionState } from '../connection/connection-state.js';
import { LiveConnection, type Frame, type FrameKind } from '../connection/live-connection.js';
import type { OpenSocket } from '../connection/live-socket.js';
import { Poller } from '../connection/poller.js';
import { isFinalProblem, makeProblem, type Problem } from '../connection/problem.js';
import { FrameReader } from '../model/frame-reader.js';
import type { ClusterReport } from '../model/report.js';
import { ClientAudience } from './client-audience.js';
import type { ClientListener, ClientSettings } from './client-listener.js';
import { ConnectionMonitor, type Side } from './connection-monitor.js';
import { DashboardSource } from './dashboard-source.js';
import { MissingFacts } from './missing-facts.js';
import { SignInRetry } from './sign-in-retry.js';
import { SignIn } from './sign-in.js';

/** Failed attempts after which REST takes over. */
const ATTEMPTS_BEFORE_POLLING = 3;
/** Figures that no socket renews are asked for within this time of becoming old, in ms. */
const STALE_SPREAD = 2000;
/** While REST delivers, the WebSocket is tried at most this often, in ms. */
const SOCKET_PATIENCE = 60_000;
/** Frames that cannot be read for one reason are told of at most this often, in ms. */
const BAD_FRAME_INTERVAL = 10_000;

/** At least one of the addresses is there. */
export interface ClientOptions {
  readonly apiBase: string | undefined;
  readonly wsUrl: string | undefined;
  readonly clock: Clock;
  readonly access?: Access | undefined;
  readonly openSocket?: OpenSocket | undefined;
}

/**
 * The one client of an endpoint: REST and the WebSocket side by side, whichever is newer. It knows
 * the wire and the time; what the reports add up to is the business of those who listen.
 */
export class ClusterClient {
  readonly #clock: Clock;
  readonly #live: LiveConnection | undefined;
  readonly #wsUrl: string | undefined;
  readonly #poller: Poller;
  readonly #monitor: ConnectionMonitor;
  readonly #missingFacts: MissingFacts;
  readonly #reader = new FrameReader();
  readonly #audience = new ClientAudience();
  readonly #signIn: SignIn;
  readonly #signInRetry: SignInRetry;
  /** REST said no, and no frame has come since. */
  #restRefused = false;
  #restEverAnswered = false;
  readonly #rest: DashboardSource | undefined;
  #lastFrameAt = -Infinity;
  #pollDelivers = false;
  /** By reason: when a frame that could not be read was last told of. */
  readonly #badFrames = new Map<string, number>();
  /** How many wait for an answer that they asked for themselves. */
  #refreshing = 0;
  #gaveUp = false;
  #disposed = false;

  constructor({ apiBase, wsUrl, clock, access, openSocket }: ClientOptions) {
    this.#clock = clock;
    this.#signIn = new SignIn(clock, access);
    this.#signInRetry = new SignInRetry(clock, this.#signIn, {
      isRefused: () => this.#gaveUp || this.#restRefused,
      enter: (isNewcomer) => {
        if (isNewcomer) this.#monitor.forget();
        this.#tryAll();
      },
    });
    this.#wsUrl = wsUrl;
    this.#rest = this.#makeRest(apiBase);
    this.#live = wsUrl === undefined ? undefined : this.#makeLive(wsUrl, openSocket);
    this.#poller = new Poller(clock, () => this.#ask(0));
    this.#missingFacts = new MissingFacts(clock);
    this.#monitor = new ConnectionMonitor(clock, () => {
      this.#update();
    });
  }

  get connection(): ConnectionState {
    return this.#monitor.state;
  }

  configure({ pollInterval, staleAfter, access = NO_ACCESS }: ClientSettings): void {
    this.#monitor.staleFloor = staleAfter;
    const last = this.#signIn.current();
    this.#signIn.set(access);
    this.#poller.interval = pollInterval; // which may ask at once
    void this.#signInRetry.after(last);
    this.#update();
  }

  /** REST and the socket start together; the first answer is the first to be shown. */
  start(): void {
    void this.#ask();
    this.#live?.open();
    this.#update();
  }

  /** Somebody new. What was given up is tried once more, since a user may have signed in meanwhile. */
  join(): void {
    if (this.#gaveUp) void this.#signInRetry.after();
    this.#update();
  }

  /** A newcomer hears at once what is known. Returns a function that ends the subscription. */
  subscribe(listener: ClientListener): () => void {
    return this.#audience.add(listener, this.connection);
  }

  /** Asks REST for the cluster now. */
  async refresh(): Promise<void> {
    this.#refreshing += 1;
    await this.#ask(); // which never rejects
    this.#refreshing -= 1;
  }

  /** Takes back a decision to give up, and tries everything at once. */
  reconnect(): void {
    this.#signIn.restart();
    this.#tryAll();
  }

  #tryAll(): void {
    this.#signInRetry.clear();
    this.#gaveUp = this.#restRefused = false;
    void this.#ask(0);
    this.#live?.open();
    this.#update();
  }

  /** The page or the network came back. */
  wake(): void {
    this.#update(); // what is old is called old before anything is asked
    this.#live?.wake();
    this.#poller.hurry();
  }

  dispose(): void {
    this.#disposed = true;
    this.#audience.clear();
    this.#monitor.stop();
    this.#signInRetry.stop();
    this.#poller.stop();
    this.#rest?.dispose();
    this.#live?.stop();
  }

  #makeRest(apiBase: string | undefined): DashboardSource | undefined {
    if (apiBase === undefined) return undefined;
    return new DashboardSource(apiBase, this.#clock, this.#signIn.current, {
      answered: (report, requestedAt) => {
        this.#restAnswered(report, requestedAt);
      },
      failed: (problem, used) => {
        this.#restFailed(problem, used);
      },
      attemptFailed: (problem) => {
        this.#fault('rest', problem);
      },
    });
  }

  #makeLive(url: string, openSocket: OpenSocket | undefined): LiveConnection {
    // Where a socket delivered until now, another one is tried at once, whatever REST does.
    const patience = (failed: number): number =>
      this.#pollDelivers && (failed > 1 || this.#lastFrameAt < 0)
        ? SOCKET_PATIENCE * (1 + 0.2 * this.#clock.random())
        : 0;
    const access = this.#signIn.forSocket;
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
        if (problem.code === 'unauthorized' && this.#signIn.isGiven)
          void this.#unauthorized(problem);
        else {
          // A refused handshake does not say why. Without REST, which would, it may be the token.
          if (problem.code === 'socket-refused' && !this.#rest) void this.#signIn.another();
          this.#socketFailed(problem);
        }
      },
    });
  }

  async #unauthorized(problem: Problem): Promise<void> {
    const used = this.#signIn.ofSocket;
    const isRenewed = await this.#signIn.renew();
    if (this.#disposed || this.#gaveUp || this.#live?.phase !== 'stopped') return; // settled meanwhile
    if (isRenewed) this.#live.open();
    else {
      this.#socketFailed(problem);
      void this.#signInRetry.after(used); // another may have come while that one was asked
    }
  }

  #socketFailed(problem: Problem): void {
    // A refused handshake does not say why; REST has, and without either there is no way left.
    const isRefused = this.#restRefused && problem.code === 'socket-refused';
    if (isRefused || isFinalProblem(problem)) this.#giveUp();
    this.#fault('socket', problem);
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
    this.#signIn.lasted();
    this.#restRefused = false;
    this.#monitor.frame((this.#lastFrameAt = report.receivedAt));
    this.#audience.report(report); // what follows from it, `changed` says next
    if (this.#missingFacts.worthAsking(report)) void this.#ask(0);
    return 'report';
  }

  /** Never thrown, always counted. A frame of a type that is none of ours is no fault. */
  #dropFrame(reason: string): void {
    this.#monitor.dropped();
    const at = this.#clock.now();
    const toldAt = this.#badFrames.get(reason) ?? -Infinity;
    if (reason === 'other-type' || Math.abs(at - toldAt) < BAD_FRAME_INTERVAL) this.#update();
    else {
      this.#badFrames.set(reason, at);
      this.#fault('socket', makeProblem('bad-frame', this.#wsUrl ?? '', at, { detail: reason }));
    }
  }

  async #ask(retries?: number): Promise<void> {
    await this.#rest?.ask(retries);
  }

  #restAnswered(report: ClusterReport, requestedAt: number): void {
    const isBack = this.#monitor.restFailed;
    const isClockSetBack = this.#lastFrameAt > report.receivedAt;
    // A socket that delivers is asked beside only for names: REST may read another Ray than it does.
    // Even asked for, what it does not find there is no news while the socket does.
    const isFound = report.nodes.length > 0 || this.connection.phase !== 'live';
    const isAskedFor = !this.#live?.hasFrame || (this.#refreshing > 0 && isFound);
    const isNews = isAskedFor && (requestedAt >= this.#lastFrameAt || isClockSetBack);
    this.#restRefused = false;
    this.#restEverAnswered = true;
    const begins = !this.#pollDelivers;
    this.#pollDelivers = this.#poller.running;
    if (begins) this.#live?.defer();
    this.#audience.facts = report.facts;
    this.#missingFacts.answered(report.facts);
    this.#monitor.answer(report.receivedAt, Math.max(0, report.receivedAt - requestedAt), isNews);
    if (isNews) this.#audience.report(report);
    else this.#audience.tell('facts', report.facts); // newest wins; what it says of names is true all the same
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
    // Without a status it was led elsewhere, to a page that may say anything: it goes on asking.
    const isNo = problem.code === 'unauthorized' && problem.status !== undefined;
    this.#restRefused = isNo && !live?.hasFrame && !isOtherDoor;
    // Else the socket may come in all the same.
    if (this.#restRefused && (this.#socketIsDown || live?.phase === 'stopped')) this.#giveUp();
    this.#fault('rest', problem);
    void this.#signInRetry.after(used); // another may have come while that one was being refused
  }

  #giveUp(): void {
    this.#gaveUp = true;
    if (this.#live && this.#live.phase !== 'stopped') this.#live.stop();
  }

  get #socketIsDown(): boolean {
    return !this.#live || this.#live.failedAttempts >= ATTEMPTS_BEFORE_POLLING;
  }

  #fault(side: Side, problem: Problem): void {
    if (this.#monitor.fault(side, problem)) this.#audience.tell('problem', problem);
    this.#update();
  }

  /** Lets REST take over, or hands back to the socket, and tells what has changed. */
  #update(): void {
    if (this.#disposed) return;
    const live = this.#live;
    const needsNoPolls = this.#gaveUp || live?.hasFrame === true;
    if (needsNoPolls) {
      this.#poller.stop();
      this.#pollDelivers = false;
    }
    const pollInterval = this.#pollDelivers ? this.#poller.interval : undefined;
    const isNews = this.#monitor.update({ live, pollInterval, gaveUp: this.#gaveUp });
    if (this.#rest && !needsNoPolls) {
      if (this.#socketIsDown) this.#poller.start();
      // A socket that hangs is not down yet; of those that were lost, most are back before REST is asked.
      else if (this.#monitor.isStale) this.#poller.start(STALE_SPREAD);
    }
    if (isNews) this.#audience.tell('connection', this.connection);
  }
}
