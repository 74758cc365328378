import { resolveEndpoint } from '../../src/connection/endpoint.js';
import type { Problem } from '../../src/connection/problem.js';
import { ClientRegistry, GRACE } from '../../src/store/client-registry.js';
import { COMMIT_INTERVAL } from '../../src/store/commit-pacer.js';
import { ClusterStore, type StoreConfig } from '../../src/store/cluster-store.js';
import { FakeClock } from './fake-clock.js';
import { until } from './wait.js';

type Settings = Partial<Omit<StoreConfig, 'endpoint'>> & {
  apiBase?: string;
  wsUrl?: string;
  fileServerUrl?: string;
};

/** What a page has set, and all else as it usually is. */
export function storeConfig(settings: Settings): StoreConfig {
  const { apiBase, wsUrl, fileServerUrl, ...rest } = settings;
  return {
    endpoint: resolveEndpoint({ apiBase, wsUrl, fileServerUrl }, {}, location.href),
    memoryFigure: 'available',
    label: '',
    keepAlive: false,
    pollInterval: 10_000,
    staleAfter: 10_000,
    problems: [],
    ...rest,
  };
}

/** A store with a clock of the test's and clients of its own. */
export interface MadeStore {
  readonly store: ClusterStore;
  readonly clock: FakeClock;
  /** Of those clients, for another store of the same page. */
  readonly registry: ClientRegistry;
  readonly startedAt: number;
  readonly problems: readonly Problem[];
  /** What the page has requested since, other than from the test's own server. */
  readonly requests: readonly string[];
  /** Changes some settings; the others stay. */
  configure(changes: Settings): void;
  /** Lets the next commit be made at once. */
  committed(): Promise<void>;
  /** Waits until REST has told of the nodes as well: the second of the two ways adds to the first. */
  complete(): Promise<void>;
  /** Takes it out of the page, for long. */
  dispose(): void;
}

export function makeStore(first: Settings): MadeStore {
  const clock = new FakeClock();
  const startedAt = clock.now();
  const problems: Problem[] = [];
  let settings = first;
  const registry = new ClientRegistry(clock, new Map());
  const store = new ClusterStore({ config: storeConfig(settings), clock, registry });
  store.onProblem((problem) => problems.push(problem));
  const since = performance.now();
  return {
    store,
    clock,
    registry,
    startedAt,
    problems,
    get requests() {
      const entries = performance.getEntriesByType('resource');
      const own = (name: string) => new URL(name).origin === location.origin;
      return entries
        .filter(({ startTime, name }) => startTime >= since && !own(name))
        .map(({ name }) => name);
    },
    configure(changes) {
      settings = { ...settings, ...changes };
      store.configure(storeConfig(settings));
    },
    async committed() {
      clock.advance(COMMIT_INTERVAL);
      await Promise.resolve();
    },
    async complete() {
      await until(() => {
        clock.advance(20); // to the next commit
        return typeof store.state.snapshot?.nodes[0]?.objectStoreBytes === 'number';
      }, 'what only REST has');
    },
    dispose() {
      store.detach();
      clock.advance(GRACE);
    },
  };
}
