import { systemClock, type Clock } from '../../connection/clock.js';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Problem } from '../../connection/problem.js';
import type { ClusterState, ClusterStore } from '../cluster-store.js';
import type { SubscribeOptions } from '../listeners.js';
import { ObservableState } from '../observable-state.js';
import { perStore } from '../per-store.js';
import { Watchers } from '../watchers.js';
import { TransferPoller } from './transfer-poller.js';
import { TransferRows } from './transfer-rows.js';
import { TransferService } from './transfer-service.js';
import {
  groupOf,
  isOver,
  mayRepeat,
  type Transfer,
  type TransferGroup,
  type TransferOrder,
} from './transfer.js';

/** The same order again within this time is the second half of a double click, in ms. */
const DOUBLE_CLICK = 1000;

/** Why nothing was sent. `repeated`: the same was asked for a moment ago. */
export type StartFault = 'incomplete' | 'same-node' | 'no-address' | 'repeated';

/** Frozen. */
export interface TransfersState {
  /** Newest first. */
  readonly transfers: readonly Transfer[];
  /** Whether the service's list has been read. */
  readonly isLoaded: boolean;
  /** Why the last look at the list failed. */
  readonly problem: Problem | undefined;
  /** The names that `/api/files` gives; none until they are asked for. */
  readonly files: readonly string[];
}

/** What is there for one address. */
interface Place {
  readonly service: TransferService;
  readonly poller: TransferPoller;
}

/**
 * The transfers of one cluster, as the service tells of them and as the page has started them. It
 * looks while somebody watches and something runs; what has no proof is never called done.
 */
export class TransferQueue {
  readonly #store: ClusterStore;
  readonly #clock: Clock;
  readonly #rows: TransferRows;
  readonly #state: ObservableState<TransfersState>;
  #apiBase: string | undefined;
  #place: Place | undefined;
  #phase: ConnectionPhase = 'unconfigured';
  readonly #watchers = new Watchers();
  #files: readonly string[] = [];
  #last: { readonly order: string; readonly at: number } | undefined;

  constructor(store: ClusterStore, clock: Clock = systemClock) {
    this.#store = store;
    this.#clock = clock;
    this.#rows = new TransferRows(clock);
    this.#state = new ObservableState(this.#describe());
    this.#follow(store.state);
    store.subscribe((state) => {
      this.#follow(state);
    });
  }

  get state(): TransfersState {
    return this.#state.get();
  }

  /** Called after each change; returns a function that ends it. */
  subscribe(listener: (state: TransfersState) => void, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

  /** Somebody looks at it from now on. Returns a function that ends that. */
  watch(): () => void {
    const isFirst = !this.#watchers.hasAny;
    const leave = this.#watchers.add();
    if (isFirst) this.#place?.poller.look(true);
    return leave;
  }

  /** Its progress is then in `state`. Returns why nothing was sent; `undefined` where it was. */
  start(order: TransferOrder): StartFault | undefined {
    const { sourceNode, targetNode, filePath } = order;
    if (!sourceNode || !targetNode || !filePath.trim()) return 'incomplete';
    if (sourceNode === targetNode) return 'same-node';
    if (!this.#place) return 'no-address';
    const now = this.#clock.now();
    const same = JSON.stringify(order);
    const age = Math.abs(now - (this.#last?.at ?? 0)); // the clock may have been set back
    if (this.#last?.order === same && age < DOUBLE_CLICK) return 'repeated';
    this.#last = { order: same, at: now };
    void this.#send(this.#place, order);
    return undefined;
  }

  /** Starts it once more: one that has failed in its place, one that may go on beside it. */
  again(key: string): StartFault | undefined {
    const transfer = this.#rows.get(key);
    if (!transfer || !mayRepeat(transfer)) return 'incomplete';
    const { sourceNode, targetNode, filePath, mode } = transfer;
    const order = { sourceNode, targetNode, filePath, mode: mode === 'unknown' ? 'auto' : mode };
    const fault = this.start(order);
    if (!fault && isOver(transfer.state)) this.#rows.dismiss((one) => one === transfer);
    this.#publish();
    return fault;
  }

  /** Takes what has ended from the page; the service keeps its own list. */
  clear(group: Exclude<TransferGroup, 'running'>): void {
    this.#rows.dismiss((transfer) => groupOf(transfer) === group);
    this.#publish();
  }

  /** Asks for the names of the files; they are in the state then. */
  async readFiles(): Promise<void> {
    const place = this.#place;
    const names = await place?.service.fileNames();
    if (!names || place !== this.#place) return;
    this.#files = names;
    this.#publish();
  }

  #follow({ endpoint, connection: { phase } }: ClusterState): void {
    const apiBase = endpoint.apiBase.url;
    const isNew = apiBase !== this.#apiBase;
    const isBack = isUp(phase) && !isUp(this.#phase);
    this.#phase = phase;
    if (isNew) {
      this.#apiBase = apiBase;
      this.#place?.service.dispose();
      this.#place?.poller.end();
      this.#rows.empty();
      this.#files = [];
      this.#place = apiBase === undefined ? undefined : this.#placeAt(apiBase);
      this.#publish();
    }
    // After a loss everything is read anew: what was missed is not guessed at.
    if (isNew || isBack) this.#place?.poller.look(true);
  }

  #placeAt(apiBase: string): Place {
    const clock = this.#clock;
    const service = new TransferService({ apiBase, clock, access: () => this.#store.access });
    const poller = new TransferPoller({
      service,
      rows: this.#rows,
      clock,
      mayLook: () => this.#watchers.hasAny && this.#phase !== 'paused',
      isUp: () => isUp(this.#phase),
      seen: () => {
        this.#publish();
      },
    });
    return { service, poller };
  }

  async #send(place: Place, order: TransferOrder): Promise<void> {
    const key = this.#rows.order(order);
    this.#publish();
    const told = await place.service.start(order);
    // What the list named meanwhile could be this one, and was left for now.
    let isListOld = true;
    if (told.ok) isListOld = this.#rows.accepted(key, told.value);
    else this.#rows.refused(key, told.problem);
    this.#publish();
    place.poller.look(isListOld);
  }

  #describe(): TransfersState {
    const poller = this.#place?.poller;
    return Object.freeze({
      transfers: this.#rows.all,
      isLoaded: poller?.isLoaded === true,
      problem: poller?.problem,
      files: this.#files,
    });
  }

  #publish(): void {
    this.#state.set(this.#describe());
  }
}

function isUp(phase: ConnectionPhase): boolean {
  return phase === 'live' || phase === 'polling' || phase === 'stale';
}

/** The one queue of a provider's store. */
export const transfersOf = perStore((store) => new TransferQueue(store));
