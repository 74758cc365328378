import type { Access } from '../../connection/access.js';
import { Alarm, systemClock, type Clock } from '../../connection/clock.js';
import type { ServiceKey } from '../../connection/diagnosis.js';
import { ENDPOINT_FIELDS } from '../../connection/endpoint.js';
import { openSocket, type OpenSocket } from '../../connection/live-socket.js';
import type { ClusterState, ClusterStore } from '../cluster-store.js';
import { replaceAddresses } from '../replaced-addresses.js';
import { candidates, httpUrl, SERVICE_KEYS } from './candidates.js';
import type { Evidence, PageFacts } from './evidence.js';
import { FailureWatch } from './failure-watch.js';
import { judge, type Diagnosis } from './judge.js';
import { delivered, watchSocket } from './own-socket.js';
import { askCastray, askDashboard, askSocket, reach, type Answer, type Means } from './probes.js';

/** What the doctor cannot know without a DOM. */
export interface Surroundings {
  readonly page: () => PageFacts;
  /** The other services that `window.appConfig` names. */
  readonly services: () => Readonly<Partial<Record<ServiceKey, unknown>>>;
  /** Whether they are checked too. */
  readonly checksServices: () => boolean;
  /** There is more to read in `diagnosis`. */
  readonly changed: (diagnosis: Diagnosis) => void;
}

export interface DoctorOptions {
  readonly store: ClusterStore;
  readonly surroundings: Surroundings;
  readonly clock?: Clock;
  readonly openSocket?: OpenSocket;
}

/** The next frame of a socket that delivers is waited for at most so long, in ms. */
const FRAME_LIMIT = 10_000;

/** Finds out why a cluster does not show: by itself when the connection fails, or when it is told to. */
export class Doctor {
  readonly store: ClusterStore;
  readonly #around: Surroundings;
  readonly #clock: Clock;
  readonly #open: OpenSocket;
  readonly #access = (): Access => this.store.access;
  readonly #watch: FailureWatch;
  #addresses = '';
  #unsubscribe: (() => void) | undefined;
  #evidence: Evidence | undefined;
  #diagnosis: Diagnosis | undefined;
  #latest: Promise<void> | undefined;
  /** Ends the probes that are under way. */
  #running: AbortController | undefined;

  constructor({ store, surroundings, clock, openSocket: open }: DoctorOptions) {
    this.store = store;
    this.#around = surroundings;
    this.#clock = clock ?? systemClock;
    this.#open = (url, events) => (open ?? openSocket)(url, events, store.access);
    this.#watch = new FailureWatch(this.#clock, () => {
      void this.run();
    });
  }

  /** The last one; `undefined` before the first. */
  get diagnosis(): Diagnosis | undefined {
    return this.#diagnosis;
  }

  /** Watches the connection from now on. */
  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.store.subscribe(this.#look);
    this.#look(this.store.state);
    if (this.#diagnosis?.isComplete === false) void this.run(); // which was interrupted
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#watch.reset();
    this.#evidence = undefined;
    this.#running?.abort();
  }

  /** Checks everything now; a run before it ends. */
  async run(): Promise<void> {
    this.#latest = this.#examine();
    for (let last; last !== this.#latest;) await (last = this.#latest);
  }

  async #examine(): Promise<void> {
    const at = this.#clock.now();
    const e = this.#begin();
    this.#evidence = e;
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const means: Means = { clock: this.#clock, signal: running.signal };
    const tell = (isComplete = false): void => {
      if (this.#evidence !== e) return;
      this.#diagnosis = judge(e, at, isComplete);
      this.#around.changed(this.#diagnosis);
    };
    const asked = new Map<string, Promise<Answer>>();
    const own = this.store.state.endpoint.apiBase.url;
    const ask = (base: string): Promise<Answer> => {
      // a token is for the address that it was given for, and for none that is only tried
      const access = base === own ? this.#access : undefined;
      const answer = asked.get(base) ?? askCastray(base, { ...means, access });
      asked.set(base, answer);
      return answer;
    };
    tell();
    await Promise.all([
      this.#rest(e, ask, means, tell),
      this.#socket(e, means, tell),
      this.#files(e, ask, tell),
      this.#services(e, means, tell),
    ]);
    await this.#secondSocket(e, means);
    tell(true);
  }

  /** The page has learnt something new about itself. */
  reconsider(): void {
    const last = this.#diagnosis;
    const e = this.#evidence;
    if (!e || !last) return;
    e.page = this.#around.page();
    this.#diagnosis = judge(e, last.at, last.isComplete);
    this.#around.changed(this.#diagnosis);
  }

  /** Uses the right addresses, on this page and until it is reloaded. */
  apply(): void {
    replaceAddresses(this.#diagnosis?.remedy ?? []);
  }

  readonly #look = (state: ClusterState): void => {
    const addresses = ENDPOINT_FIELDS.map((field) => state.endpoint[field].url).join(' ');
    if (addresses !== this.#addresses) {
      this.#addresses = addresses;
      this.#watch.reset();
      if (this.#diagnosis) void this.run(); // what was found is of other addresses
    }
    this.#watch.look(state);
  };

  #begin(): Evidence {
    const { endpoint, configProblems: problems, memoryFigure } = this.store.state;
    return {
      endpoint,
      problems,
      memoryFigure,
      page: this.#around.page(),
      status: endpoint.apiBase.url === undefined ? null : undefined,
      dashboard: endpoint.apiBase.url === undefined ? null : undefined,
      socket: endpoint.wsUrl.url === undefined ? null : delivered(this.store.state),
      derivedSocket: null,
      files: endpoint.fileServerUrl.url === undefined ? null : undefined,
      others: [],
      othersDone: false,
      services: new Map(),
    };
  }

  /** The nodes of the newest frame, or of the next one where REST was heard last. */
  #frameIds(signal: AbortSignal): Promise<readonly string[] | null> {
    return new Promise((done) => {
      const leaving = new AbortController();
      const alarm = new Alarm(this.#clock);
      const finish = (ids: readonly string[] | null): void => {
        leaving.abort();
        alarm.clear();
        done(ids);
      };
      const look = ({ snapshot }: ClusterState): void => {
        if (snapshot?.source === 'websocket') finish(snapshot.nodes.map(({ nodeId }) => nodeId));
      };
      const end = (): void => {
        finish(null);
      };
      alarm.set(FRAME_LIMIT, end);
      signal.addEventListener('abort', end, { signal: leaving.signal });
      this.store.subscribe(look, { signal: leaving.signal });
      look(this.store.state);
    });
  }

  async #rest(
    e: Evidence,
    ask: (base: string) => Promise<Answer>,
    means: Means,
    tell: () => void,
  ): Promise<void> {
    const base = e.endpoint.apiBase.url;
    if (base === undefined) return;
    e.status = await ask(base);
    if (e.status.problem) e.dashboard = null;
    tell();
    if (e.status.problem) {
      const services = Object.values(this.#around.services());
      const elsewhere = candidates(e.endpoint, services, e.page.base);
      await Promise.all(
        elsewhere.map(async (other) => {
          e.others.push(await ask(other));
          tell();
        }),
      );
      e.othersDone = true;
    } else {
      e.dashboard = await askDashboard(base, { ...means, access: this.#access });
    }
    tell();
  }

  async #socket(e: Evidence, means: Means, tell: () => void): Promise<void> {
    const { url } = e.endpoint.wsUrl;
    if (url === undefined) return;
    e.socket ??= await watchSocket(this.store, url, this.#open, means);
    tell();
    if (e.socket.nodeIds !== undefined) return;
    e.socket = { ...e.socket, nodeIds: await this.#frameIds(means.signal) };
    tell();
  }

  /** REST is right and the socket is not: is it where REST says? */
  async #secondSocket(e: Evidence, means: Means): Promise<void> {
    const { apiBase, wsUrl } = e.endpoint;
    if (!e.status || e.status.problem || !e.socket?.problem || wsUrl.source === 'derived') return;
    const derived = `${(apiBase.url ?? '').replace(/^http/, 'ws')}/ws`;
    if (derived !== wsUrl.url) e.derivedSocket = await askSocket(derived, this.#open, means);
  }

  async #files(
    e: Evidence,
    ask: (base: string) => Promise<Answer>,
    tell: () => void,
  ): Promise<void> {
    const { url } = e.endpoint.fileServerUrl;
    if (url === undefined) return;
    e.files = await ask(url);
    tell();
  }

  async #services(e: Evidence, means: Means, tell: () => void): Promise<void> {
    if (!this.#around.checksServices()) return;
    const given = this.#around.services();
    await Promise.all(
      SERVICE_KEYS.map(async (key) => {
        const url = httpUrl(given[key], e.page.base);
        e.services.set(key, url === undefined ? null : undefined);
        if (url !== undefined) e.services.set(key, await reach(url, means));
        tell();
      }),
    );
  }
}
