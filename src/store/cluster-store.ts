import { systemClock, type Clock, type Timer } from '../connection/clock.js';
import type { ConnectionState } from '../connection/connection-state.js';
import type { Endpoint } from '../connection/endpoint.js';
import { sameProblem, type Problem } from '../connection/problem.js';
import { ClusterHistory } from '../model/cluster-history.js';
import type { ClusterSnapshot } from '../model/cluster.js';
import type { MemoryFigure } from '../model/reconcile-node.js';
import type { ClusterReport } from '../model/report.js';
import { UNKNOWN } from '../model/unknown.js';
import { ClientRegistry, type Lease } from './client-registry.js';
import type { ClientListener, ClientSettings } from './cluster-client.js';
import { addressProblems } from './address-problems.js';
import {
  callSafely,
  ObservableState,
  type StateListener,
  type SubscribeOptions,
} from './observable-state.js';

/** At most four commits a second, in ms between two of them. */
export const COMMIT_INTERVAL = 250;
/** How long a page may be hidden before its socket is given back, in ms. */
export const HIDDEN_LIMIT = 300_000;

/** What a provider is set to. */
export interface StoreConfig extends ClientSettings {
  readonly endpoint: Endpoint;
  readonly memoryFigure: MemoryFigure;
  /** The cluster's name, for people; may be empty. */
  readonly label: string;
  /** Settings that were refused. Refused addresses stand in `endpoint`. */
  readonly problems: readonly Problem[];
}

/** Everything a widget can show of a cluster. Frozen. */
export interface ClusterState {
  readonly label: string;
  readonly endpoint: Endpoint;
  /** What is wrong with the provider's own settings. */
  readonly configProblems: readonly Problem[];
  readonly connection: ConnectionState;
  /** `undefined` until the first report. */
  readonly snapshot: ClusterSnapshot | undefined;
}

export interface StoreOptions {
  readonly config: StoreConfig;
  readonly clock?: Clock;
  readonly registry?: ClientRegistry;
}

/** Why a store holds no client although it has addresses. */
type Rest = 'detached' | 'paused' | 'hidden';

/**
 * One cluster as one provider sees it: stable for the provider's whole life, whatever happens to its
 * addresses, its place in the page or its connection.
 */
export class ClusterStore {
  readonly #clock: Clock;
  readonly #registry: ClientRegistry;
  readonly #state: ObservableState<ClusterState>;
  readonly #problemListeners = new Set<(problem: Problem) => void>();
  /** A store starts outside the page. */
  readonly #rests = new Set<Rest>(['detached']);
  #config: StoreConfig;
  #history: ClusterHistory;
  /** Whose history it is. A refused address changes nothing about that. */
  #historyKey: string | undefined;
  #lease: Lease | undefined;
  #connection: ConnectionState;
  #lastReport: ClusterReport | undefined;
  #configProblems: readonly Problem[] = [];
  #pending: ClusterReport | undefined;
  #committedAt = -Infinity;
  #commitTimer: Timer | undefined;
  #hiddenTimer: Timer | undefined;

  constructor({ config, clock = systemClock, registry }: StoreOptions) {
    this.#clock = clock;
    this.#registry = registry ?? new ClientRegistry(clock);
    this.#config = config;
    this.#history = new ClusterHistory(config.memoryFigure);
    this.#connection = this.#atRest('unconfigured');
    this.#state = new ObservableState(this.#describe());
  }

  get state(): ClusterState {
    return this.#state.get();
  }

  /** The listener hears of changes from now on, once a task. */
  subscribe(listener: StateListener<ClusterState>, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

  /** Hears of every new problem, at once. */
  onProblem(listener: (problem: Problem) => void, { signal }: SubscribeOptions = {}): void {
    if (signal?.aborted) return;
    this.#problemListeners.add(listener);
    signal?.addEventListener('abort', () => this.#problemListeners.delete(listener));
  }

  /** Other addresses mean another cluster: what was known of the last one is dropped. */
  configure(config: StoreConfig): void {
    const last = this.#config;
    this.#config = config;
    this.#checkConfig();
    const key = clientKey(config);
    const isOther = key !== undefined && key !== this.#historyKey;
    if (key !== clientKey(last)) this.#letGo(true);
    if (isOther || last.memoryFigure !== config.memoryFigure) this.#startHistory(key);
    if (this.#lease) this.#lease.settings = config;
    this.#connect();
    this.#publish();
  }

  /** Asks REST now. Does nothing while paused, since a pause is a promise that nothing moves. */
  async refresh(): Promise<void> {
    await this.#lease?.client.refresh();
  }

  /** Tries everything at once, also after a fault that ended all attempts. */
  reconnect(): void {
    this.#lease?.client.reconnect();
  }

  /** Stands still until `resume()`: the figures stay, and are marked as old. */
  pause(): void {
    this.#rest('paused', true);
  }

  resume(): void {
    this.#rest('paused', false);
  }

  /** The provider is in the page. */
  attach(): void {
    this.#rest('detached', false);
  }

  detach(): void {
    this.#rest('detached', true);
  }

  /** The page is hidden or shown. Hidden for long, it gives its socket back. */
  setHidden(hidden: boolean): void {
    this.#clock.clearTimeout(this.#hiddenTimer);
    if (hidden) {
      this.#hiddenTimer = this.#clock.setTimeout(() => {
        this.#rest('hidden', true);
      }, HIDDEN_LIMIT);
    } else {
      this.#rest('hidden', false);
      this.wake();
    }
  }

  /** The page goes into the back/forward cache, which an open socket would keep it out of. */
  freeze(): void {
    this.#rest('hidden', true, true);
  }

  /** Something tells that the page or the network is back. */
  wake(): void {
    this.#lease?.client.wake();
  }

  #rest(reason: Rest, rests: boolean, now = false): void {
    if (this.#rests.has(reason) === rests) return;
    if (rests) this.#rests.add(reason);
    else this.#rests.delete(reason);
    if (this.#rests.size > 0) {
      this.#commit(); // what has come is shown; after this nothing moves
      this.#letGo(now);
    }
    this.#connect();
    this.#publish();
  }

  /** Takes hold of the endpoint's client, or says why there is none. */
  #connect(): void {
    if (this.#lease) return;
    const { apiBase, wsUrl } = this.#config.endpoint;
    if (clientKey(this.#config) === undefined) this.#connection = this.#atRest('unconfigured');
    else if (this.#rests.size > 0) this.#connection = this.#atRest('paused');
    else {
      const key = { apiBase: apiBase.url, wsUrl: wsUrl.url };
      this.#lease = this.#registry.acquire(key, this.#config, this.#listener());
    }
  }

  #letGo(now = false): void {
    this.#lease?.release(now);
    this.#lease = undefined;
  }

  #listener(): ClientListener {
    return {
      report: (report) => {
        this.#queue(report);
      },
      facts: (facts) => {
        if (this.#history.learn(facts)) this.#publish();
      },
      connection: (connection) => {
        this.#connection = connection;
        this.#publish();
      },
      problem: this.#tell,
    };
  }

  /** Of the reports that come between two commits, only the newest counts. */
  #queue(report: ClusterReport): void {
    if (report === this.#lastReport) return; // told again to a newcomer that is none
    this.#lastReport = report;
    if (this.#pending) this.#history.learn(this.#pending.facts);
    const isScheduled = this.#pending !== undefined;
    this.#pending = report;
    if (isScheduled) return;
    const wait = this.#committedAt + COMMIT_INTERVAL - this.#clock.now();
    if (wait <= 0 || wait > COMMIT_INTERVAL) this.#commit();
    else this.#commitTimer = this.#clock.setTimeout(this.#commit, wait);
  }

  readonly #commit = (): void => {
    this.#clock.clearTimeout(this.#commitTimer);
    if (!this.#pending) return;
    this.#history.accept(this.#pending);
    this.#pending = undefined;
    this.#committedAt = this.#clock.now();
    this.#publish();
  };

  #startHistory(key: string | undefined): void {
    this.#clock.clearTimeout(this.#commitTimer);
    this.#pending = undefined;
    this.#lastReport = undefined;
    this.#history = new ClusterHistory(this.#config.memoryFigure);
    this.#historyKey = key ?? this.#historyKey;
    this.#letGo(); // and hear again what the client knows
  }

  /** A connection state without a client. */
  #atRest(phase: 'unconfigured' | 'paused'): ConnectionState {
    const now = this.#clock.now();
    return Object.freeze({
      phase,
      since: now,
      attempt: 0,
      nextAttemptAt: undefined,
      lastError: this.#configProblems[0],
      lastDataAt: this.#history.snapshot?.receivedAt,
      roundTripMs: UNKNOWN,
      droppedFrames: 0,
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
      if (!last.some((known) => sameProblem(known, problem))) this.#tell(problem);
    }
  }

  readonly #tell = (problem: Problem): void => {
    for (const listener of [...this.#problemListeners]) {
      callSafely(() => {
        listener(problem);
      });
    }
  };

  #describe(): ClusterState {
    return Object.freeze({
      label: this.#config.label,
      endpoint: this.#config.endpoint,
      configProblems: this.#configProblems,
      connection: this.#connection,
      snapshot: this.#history.snapshot,
    });
  }

  #publish(): void {
    this.#state.set(this.#describe());
  }
}

/** The addresses of the cluster itself; `undefined` where there is no usable one. */
function clientKey({ endpoint: { apiBase, wsUrl } }: StoreConfig): string | undefined {
  if (apiBase.url === undefined && wsUrl.url === undefined) return undefined;
  return `${apiBase.url ?? ''} ${wsUrl.url ?? ''}`;
}
