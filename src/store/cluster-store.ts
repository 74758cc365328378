import { NO_ACCESS, type Access } from '../connection/access.js';
import { Alarm, systemClock, type Clock } from '../connection/clock.js';
import { NO_CONNECTION, type ConnectionState } from '../connection/connection-state.js';
import { sameProblem, type Problem } from '../connection/problem.js';
import { addressProblems } from './address-problems.js';
import type { ClientListener } from './client-listener.js';
import { ClientRegistry, type ClientKey, type Lease } from './client-registry.js';
import { clusterKey, type ClusterState, type StoreConfig } from './cluster-state.js';
import { Listeners, type SubscribeOptions } from './listeners.js';
import { ObservableState, type StateListener } from './observable-state.js';
import { logPhase, type Transition } from './phase-log.js';
import { SnapshotFeed } from './snapshot-feed.js';

export type { ClusterState, StoreConfig } from './cluster-state.js';

/** How long a page may be hidden before its socket is given back, in ms. */
export const HIDDEN_LIMIT = 300_000;

export interface StoreOptions {
  readonly config: StoreConfig;
  readonly clock?: Clock;
  readonly registry?: ClientRegistry;
}

/** Why a store holds no client although it has addresses. */
type IdleReason = 'detached' | 'paused' | 'hidden';

/**
 * One cluster as one provider sees it: stable for the provider's whole life, whatever happens to its
 * addresses, its place in the page or its connection.
 */
export class ClusterStore {
  readonly #clock: Clock;
  readonly #registry: ClientRegistry;
  readonly #state: ObservableState<ClusterState>;
  readonly #problemListeners = new Listeners<Problem>();
  readonly #feed: SnapshotFeed;
  readonly #hiddenAlarm: Alarm;
  /** A store starts outside the page. */
  readonly #idleReasons = new Set<IdleReason>(['detached']);
  /** The page is frozen, or has been hidden for long. */
  #isAway = false;
  #config: StoreConfig;
  /** Which cluster the figures are of. A refused address changes nothing about that. */
  #shownKey: string | undefined;
  #lease: Lease | undefined;
  #connection: ConnectionState;
  #configProblems: readonly Problem[] = [];
  #transitions: readonly Transition[] = [];
  /** The last problem of the connection that was told. */
  #told: Problem | undefined;

  constructor({ config, clock = systemClock, registry }: StoreOptions) {
    this.#clock = clock;
    this.#registry = registry ?? new ClientRegistry(clock);
    this.#config = config;
    this.#hiddenAlarm = new Alarm(clock);
    this.#feed = new SnapshotFeed(clock, config.memoryFigure, () => {
      this.#publish();
    });
    this.#shownKey = clusterKey(config);
    this.#checkConfig();
    this.#connection = this.#idleConnection();
    this.#state = new ObservableState(this.#describe());
  }

  get state(): ClusterState {
    return this.#state.get();
  }

  /**
   * What lets the page in, for whoever makes a request of this cluster: that of the connection, which
   * others may have brought. No state has it; a script that has this store has it, too.
   */
  get access(): Access {
    return (this.#lease ?? this.#config).access ?? NO_ACCESS;
  }

  /** The listener hears of changes from now on, once a task. */
  subscribe(listener: StateListener<ClusterState>, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

  /** Hears of every new problem, at once. Returns a function that ends that. */
  onProblem(listener: (problem: Problem) => void, options?: SubscribeOptions): () => void {
    return this.#problemListeners.add(listener, options);
  }

  /**
   * Other addresses mean another cluster: what was known of the last one is dropped. Another worker means
   * another connection to it.
   */
  configure(config: StoreConfig): void {
    const last = this.#config;
    this.#config = config;
    this.#checkConfig();
    const key = clusterKey(config);
    if (key !== clusterKey(last) || config.worker !== last.worker) this.#letGo(true);
    if (key !== undefined && key !== this.#shownKey) {
      this.#shownKey = key;
      this.#feed.startOver(config.memoryFigure);
    } else if (last.memoryFigure !== config.memoryFigure) {
      this.#feed.reinterpret(config.memoryFigure);
    }
    if (this.#lease) this.#lease.configure(config);
    if (config.keepAlive) this.#idleReasons.delete('hidden');
    else if (this.#isAway) this.#setIdle('hidden', true);
    this.#connect();
    this.#publish();
  }

  /** Asks REST now. Does nothing while paused, since a pause is a promise that nothing moves. */
  async refresh(): Promise<void> {
    const lease = this.#lease;
    await lease?.client.refresh();
    if (lease && lease === this.#lease) this.#feed.flush(); // who awaits this looks next
  }

  /** Tries everything at once, also after a fault that ended all attempts. */
  reconnect(): void {
    this.#lease?.client.reconnect();
  }

  /** Stands still until `resume()`: the figures stay, and are marked as old. */
  pause(): void {
    this.#setIdle('paused', true);
  }

  /** Ends `pause()`. */
  resume(): void {
    this.#setIdle('paused', false);
  }

  /** The provider is in the page. */
  attach(): void {
    this.#setIdle('detached', false);
  }

  /** The provider has left the page. */
  detach(): void {
    this.#setIdle('detached', true);
  }

  /** The page is hidden or shown. Hidden for long, it gives its socket back, unless told to keep it. */
  setHidden(hidden: boolean): void {
    if (hidden) {
      this.#hiddenAlarm.set(HIDDEN_LIMIT, () => {
        this.freeze();
      });
    } else {
      this.#hiddenAlarm.clear();
      this.#isAway = false;
      this.#setIdle('hidden', false);
      this.wake();
    }
  }

  /** The page is frozen, or goes into the back/forward cache, which an open socket would keep it out of. */
  freeze(): void {
    this.#isAway = true;
    if (!this.#config.keepAlive) this.#setIdle('hidden', true);
  }

  /**
   * While this one rests and others of the page hold the connection: another store that looks on with
   * them, brings no token, and has to be detached.
   */
  lookOn(): ClusterStore | undefined {
    if (this.#lease || !this.#registry.holds(this.#key, this.#config)) return undefined;
    const config = { ...this.#config, access: undefined };
    const other = new ClusterStore({ config, clock: this.#clock, registry: this.#registry });
    other.attach();
    return other;
  }

  /** Something tells that the page or the network is back. */
  wake(): void {
    this.#lease?.client.wake();
  }

  get #key(): ClientKey {
    const { apiBase, wsUrl } = this.#config.endpoint;
    return { apiBase: apiBase.url, wsUrl: wsUrl.url };
  }

  #setIdle(reason: IdleReason, isIdle: boolean): void {
    if (this.#idleReasons.has(reason) === isIdle) return;
    if (isIdle) this.#idleReasons.add(reason);
    else this.#idleReasons.delete(reason);
    if (this.#idleReasons.size > 0) {
      this.#feed.rest(); // what has come is shown; after this nothing moves
      this.#letGo(reason !== 'detached'); // which may only mean that it is moved
    }
    this.#connect();
    this.#publish();
  }

  /** Takes hold of the endpoint's client, or says why there is none. */
  #connect(): void {
    if (this.#lease) return;
    if (clusterKey(this.#config) === undefined || this.#idleReasons.size > 0) {
      this.#connection = this.#idleConnection();
      return;
    }
    this.#lease = this.#registry.acquire(this.#key, this.#config, this.#listener());
    // Others may have heard of it before this one came; later, since who hears may take it away.
    const { lastError } = this.#connection;
    if (lastError && !sameProblem(lastError, this.#told))
      queueMicrotask(() => {
        this.#tell(lastError);
      });
  }

  #tell(problem: Problem): void {
    this.#told = problem;
    this.#problemListeners.call(problem);
  }

  #letGo(now = false): void {
    this.#lease?.release(now);
    this.#lease = undefined;
  }

  #listener(): ClientListener {
    return {
      report: (report) => {
        this.#feed.report(report);
        // Told to a newcomer, one after the other: each of them counts.
        if (!this.#lease) this.#feed.flush();
      },
      facts: (facts) => {
        this.#feed.facts(facts);
      },
      connection: (connection) => {
        const last = this.#connection;
        this.#connection = connection;
        // The age of the data and the counters change with every frame, however many there are.
        if (this.#state.isScheduled || !sameWay(connection, last)) this.#publish();
        else this.#feed.requestCommit();
      },
      problem: (problem) => {
        this.#tell(problem);
      },
    };
  }

  #idleConnection(): ConnectionState {
    const phase = clusterKey(this.#config) === undefined ? 'unconfigured' : 'paused';
    const last = this.#connection as ConnectionState | undefined;
    return Object.freeze({
      ...NO_CONNECTION,
      phase,
      since: last?.phase === phase ? last.since : this.#clock.now(),
      lastError: this.#configProblems[0],
      lastDataAt: this.#feed.snapshot?.receivedAt,
    });
  }

  /** Tells only what is new: a setting that stays wrong is no news each time another one changes. */
  #checkConfig(): void {
    const { endpoint, problems } = this.#config;
    const last = this.#configProblems;
    const next = [...addressProblems(endpoint, this.#clock.now()), ...problems];
    if (next.length === last.length && next.every((item, i) => sameProblem(item, last[i]))) return;
    this.#configProblems = Object.freeze(next);
    for (const problem of next) {
      if (!last.some((known) => sameProblem(known, problem))) this.#problemListeners.call(problem);
    }
  }

  #describe(): ClusterState {
    return Object.freeze({
      label: this.#config.label,
      cluster: this.#shownKey,
      endpoint: this.#config.endpoint,
      memoryFigure: this.#config.memoryFigure,
      configProblems: this.#configProblems,
      connection: this.#connection,
      transitions: this.#transitions,
      snapshot: this.#feed.snapshot,
    });
  }

  #publish(): void {
    // Outside the page it is idle because it must be, which may only mean that it is moved.
    if (!this.#idleReasons.has('detached'))
      this.#transitions = logPhase(this.#transitions, this.#connection);
    this.#state.set(this.#describe());
  }
}

/** Whether two states differ in nothing but ages and counters. */
function sameWay(a: ConnectionState, b: ConnectionState): boolean {
  return (
    a.phase === b.phase &&
    a.attempt === b.attempt &&
    a.nextAttemptAt === b.nextAttemptAt &&
    a.handshakeMs === b.handshakeMs &&
    sameProblem(a.lastError, b.lastError)
  );
}
