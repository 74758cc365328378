import { LINK_ACCESS, type Access } from '../../connection/access.js';
import { socketUrlOf } from '../../connection/endpoint.js';
import type { OpenSocket } from '../../connection/live-socket.js';
import { makeProblem } from '../../connection/problem.js';
import type { ClusterStore } from '../cluster-store.js';
import { candidates, httpUrl, SERVICE_KEYS, serviceAddress } from './candidates.js';
import type { ServiceKey } from './check.js';
import type { Evidence } from './evidence.js';
import { nextFrameIds, watchSocket } from './own-socket.js';
import { askCastray, askDashboard, askSocket, reach, type Answer, type Means } from './probes.js';

/** What else runs beside the cluster. */
export interface OtherServices {
  /** The other services that `window.appConfig` names. */
  readonly services: () => Readonly<Partial<Record<ServiceKey, unknown>>>;
  /** Whether they are checked too. */
  readonly checksServices: () => boolean;
}

/** What an examination works with. */
export interface ExaminationOptions {
  readonly store: ClusterStore;
  readonly around: OtherServices;
  readonly open: OpenSocket;
  readonly means: Means;
  /** There is more in the evidence. */
  readonly tell: () => void;
}

/** One run of the doctor: each address is asked once, and what it says is put down as evidence. */
export class Examination {
  readonly #evidence: Evidence;
  readonly #options: ExaminationOptions;
  readonly #access = (): Access => this.#options.store.access;
  readonly #asked = new Map<string, Promise<Answer>>();

  constructor(evidence: Evidence, options: ExaminationOptions) {
    this.#evidence = evidence;
    this.#options = options;
  }

  /** Resolves when nothing more is to come. */
  async run(): Promise<void> {
    await Promise.all([this.#rest(), this.#socket(), this.#files(), this.#services()]);
    await this.#secondSocket();
  }

  #ask(base: string): Promise<Answer> {
    const { means } = this.#options;
    // a token is for the address that it was given for, and for none that is only tried
    const access = base === this.#evidence.endpoint.apiBase.url ? this.#access : () => LINK_ACCESS;
    const answer = this.#asked.get(base) ?? askCastray(base, { ...means, access });
    this.#asked.set(base, answer);
    return answer;
  }

  async #rest(): Promise<void> {
    const e = this.#evidence;
    const { around, means, tell } = this.#options;
    const base = e.endpoint.apiBase.url;
    if (base === undefined) return;
    const status = await this.#ask(base);
    const askFigures = (): Promise<Answer> =>
      askDashboard(base, { ...means, access: this.#access });
    // What has the figures is CastRay, though it, or a proxy, does not know this path.
    const figures = status.problem?.status === 404 ? await askFigures() : undefined;
    e.status = figures?.report ? { ...status, problem: undefined, oddity: status.problem } : status;
    if (e.status.problem) e.dashboard = null;
    tell();
    if (e.status.problem) {
      const services = Object.values(around.services());
      const elsewhere = candidates(e.endpoint, services, e.page.base);
      await Promise.all(
        elsewhere.map(async (other, i) => {
          e.others[i] = await this.#ask(other);
          tell();
        }),
      );
      e.othersDone = true;
    } else {
      e.dashboard = figures ?? (await askFigures());
    }
    tell();
  }

  async #socket(): Promise<void> {
    const e = this.#evidence;
    const { store, open, means, tell } = this.#options;
    const { url } = e.endpoint.wsUrl;
    if (url === undefined) return;
    const other = store.lookOn();
    const watched = other ?? store;
    e.socket ??= await watchSocket(watched, url, open, means);
    tell();
    if (e.socket.nodeIds === undefined) {
      e.socket = { ...e.socket, nodeIds: await nextFrameIds(watched, means) };
      tell();
    }
    other?.detach();
  }

  /** REST is right and the socket is not: is it where REST says? */
  async #secondSocket(): Promise<void> {
    const e = this.#evidence;
    const { apiBase, wsUrl } = e.endpoint;
    if (!e.status || e.status.problem || !e.socket?.problem) return;
    const derived = socketUrlOf(apiBase.url ?? '');
    const { open, means } = this.#options;
    if (derived !== wsUrl.url) e.derivedSocket = await askSocket(derived, open, means);
  }

  async #files(): Promise<void> {
    const e = this.#evidence;
    const { url } = e.endpoint.fileServerUrl;
    if (url === undefined) return;
    e.files = await this.#ask(url);
    this.#options.tell();
  }

  async #services(): Promise<void> {
    const e = this.#evidence;
    const { around, means, tell } = this.#options;
    if (!around.checksServices()) return;
    const given = around.services();
    await Promise.all(
      SERVICE_KEYS.map(async (key) => {
        const url = httpUrl(given[key], e.page.base);
        e.services.set(key, undefined); // it stands in the report while it is asked
        e.services.set(
          key,
          url === undefined ? refused(given[key], e.page.base, means) : await reach(url, means),
        );
        tell();
      }),
    );
  }
}

/** What is set, and is no address, is not reachable either. */
function refused(service: unknown, pageUrl: string, { clock }: Means): Answer | null {
  const { given: address } = serviceAddress(service, pageUrl);
  if (address === undefined) return null;
  return { address, ms: 0, problem: makeProblem('bad-address', address, clock.now()) };
}
