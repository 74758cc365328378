import type { Access } from '../../connection/access.js';
import { Alarm, systemClock, type Clock } from '../../connection/clock.js';
import { makeProblem, type Problem } from '../../connection/problem.js';
import { RestClient, type RestResult } from '../../connection/rest-client.js';
import {
  fieldsOf,
  parseFileNames,
  parseTransfer,
  parseTransferList,
  type TransferReport,
} from '../../model/transfer.js';
import { readAnswer } from '../../model/parse-files.js';
import type { ClusterState, ClusterStore } from '../cluster-store.js';
import type { SubscribeOptions } from '../listeners.js';
import { ObservableState } from '../observable-state.js';
import { TransferRows } from './transfer-rows.js';
import { groupOf, type Transfer, type TransferGroup, type TransferOrder } from './transfer.js';

const API = '/api/file-transfer/';
/** More than this run: one look at the list instead of one at each. */
const LOOKS_AT_ONE = 3;
/** The shortest and the longest wait between two looks, in ms. */
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 5000;
/** The longest where only the list is still to be read, in ms. */
const LONGEST_IDLE_WAIT = 60_000;
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

/**
 * The transfers of one cluster, as the service tells of them and as the page has started them. It
 * looks while somebody watches and something runs; what has no proof is never called done.
 */
export class TransferQueue {
  readonly #access: () => Access;
  readonly #clock: Clock;
  readonly #alarm: Alarm;
  readonly #rows: TransferRows;
  readonly #state: ObservableState<TransfersState>;
  #apiBase: string | undefined;
  #rest: RestClient | undefined;
  #phase: ClusterState['connection']['phase'] = 'unconfigured';
  #watchers = 0;
  #isLoaded = false;
  #isLooking = false;
  #wantsList = true;
  #misses = 0;
  #problem: Problem | undefined;
  #files: readonly string[] = [];
  #last: { readonly order: string; readonly at: number } | undefined;

  constructor(store: ClusterStore, clock: Clock = systemClock) {
    this.#access = () => store.access;
    this.#clock = clock;
    this.#alarm = new Alarm(clock);
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

  subscribe(listener: (state: TransfersState) => void, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

  /** Somebody looks at it from now on. Returns a function that ends that. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#look(true);
    return () => {
      this.#watchers -= 1;
    };
  }

  /** What follows is in the state; `undefined` where it was sent. */
  start(order: TransferOrder): StartFault | undefined {
    const { sourceNode, targetNode, filePath } = order;
    if (!sourceNode || !targetNode || !filePath.trim()) return 'incomplete';
    if (sourceNode === targetNode) return 'same-node';
    if (!this.#rest) return 'no-address';
    const now = this.#clock.now();
    const same = JSON.stringify(order);
    if (this.#last?.order === same && now - this.#last.at < DOUBLE_CLICK) return 'repeated';
    this.#last = { order: same, at: now };
    void this.#send(this.#rest, order);
    return undefined;
  }

  /** Starts one that failed once more, in its place. */
  again(key: string): StartFault | undefined {
    const transfer = this.#rows.get(key);
    if (!transfer || groupOf(transfer) !== 'failed') return 'incomplete';
    const { sourceNode, targetNode, filePath, mode } = transfer;
    const order = { sourceNode, targetNode, filePath, mode: mode === 'unknown' ? 'auto' : mode };
    const fault = this.start(order);
    if (!fault) this.#rows.dismiss((one) => one === transfer);
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
    const rest = this.#rest;
    const result = await rest?.get('/api/files', 0);
    if (!result?.ok || rest !== this.#rest) return;
    this.#files = parseFileNames(result.text);
    this.#publish();
  }

  #follow({ endpoint, connection: { phase } }: ClusterState): void {
    const apiBase = endpoint.apiBase.url;
    const wasUp = isUp(this.#phase);
    this.#phase = phase;
    if (apiBase !== this.#apiBase) {
      this.#apiBase = apiBase;
      this.#rest?.dispose();
      this.#rest =
        apiBase === undefined
          ? undefined
          : new RestClient({ apiBase, clock: this.#clock, access: this.#access });
      this.#rows.empty();
      this.#isLoaded = false;
      this.#isLooking = false;
      this.#problem = undefined;
      this.#files = [];
      this.#publish();
      this.#wantsList = true;
    }
    // After a loss everything is read anew: what was missed is not guessed at.
    if (isUp(phase) && (!wasUp || this.#wantsList)) this.#look(true);
  }

  async #send(rest: RestClient, order: TransferOrder): Promise<void> {
    const { sourceNode, targetNode, filePath, mode } = order;
    const key = this.#rows.order(order);
    this.#publish();
    const result = await rest.post(`${API}node-to-node`, {
      source_node: sourceNode,
      target_node: targetNode,
      file_path: filePath,
      transfer_mode: mode,
    });
    if (rest !== this.#rest) return; // another cluster by now
    const report = result.ok ? parseTransfer(fieldsOf(result.text)) : undefined;
    if (report) this.#rows.accepted(key, report);
    else this.#rows.refused(key, problemOf(result));
    this.#publish();
    this.#look(!report);
  }

  /** Looks now, unless it is looking; `list`: at all of them. */
  #look(list = false): void {
    if (list) this.#wantsList = true;
    const mayLook = this.#watchers > 0 && this.#phase !== 'paused' && this.#rest;
    if (!mayLook || this.#isLooking) return;
    const running = this.#rows.running;
    if (running.length === 0 && !(this.#wantsList && isUp(this.#phase))) return;
    this.#isLooking = true;
    this.#alarm.clear();
    void this.#round(mayLook, running);
  }

  async #round(rest: RestClient, running: readonly Transfer[]): Promise<void> {
    const ids = new Set(running.map(({ id }) => id));
    const needsList = this.#wantsList || running.length > LOOKS_AT_ONE || ids.size < running.length;
    this.#wantsList = false;
    const good = needsList
      ? await this.#readList(rest)
      : (await Promise.all(running.map((one) => this.#readOne(rest, one)))).every(Boolean);
    if (rest !== this.#rest) return;
    this.#isLooking = false;
    this.#misses = good ? 0 : this.#misses + 1;
    // Only the list knows when something began and ended.
    if (this.#rows.someEnded()) this.#wantsList = true;
    this.#publish();
    const isWaiting = this.#wantsList && good;
    const wait = SHORTEST_WAIT * (Math.floor(running.length / 4) + 2 ** this.#misses);
    const longest = running.length > 0 ? LONGEST_WAIT : LONGEST_IDLE_WAIT;
    this.#alarm.set(isWaiting ? 0 : Math.min(longest, wait), () => {
      this.#look();
    });
  }

  async #readList(rest: RestClient): Promise<boolean> {
    const result = await rest.get(`${API}list`, 0);
    if (rest !== this.#rest) return false;
    const reports = result.ok ? parseTransferList(result.text) : undefined;
    this.#problem = reports ? undefined : problemOf(result);
    if (reports && result.ok) this.#rows.merge(reports, result.requestedAt);
    else for (const { key } of this.#rows.running) this.#rows.missed(key, this.#problem);
    this.#isLoaded ||= reports !== undefined;
    this.#wantsList ||= reports === undefined;
    return reports !== undefined;
  }

  async #readOne(rest: RestClient, { key, id }: Transfer): Promise<boolean> {
    const result = await rest.get(`${API}status/${encodeURIComponent(id)}`, 0);
    if (rest !== this.#rest) return false;
    const report: TransferReport | undefined = result.ok
      ? parseTransfer(fieldsOf(result.text))
      : undefined;
    if (report) this.#rows.looked(key, report);
    else this.#rows.missed(key, problemOf(result));
    return report !== undefined;
  }

  #describe(): TransfersState {
    return Object.freeze({
      transfers: this.#rows.all,
      isLoaded: this.#isLoaded,
      problem: this.#problem,
      files: this.#files,
    });
  }

  #publish(): void {
    this.#state.set(this.#describe());
  }
}

function isUp(phase: ClusterState['connection']['phase']): boolean {
  return phase === 'live' || phase === 'polling' || phase === 'stale';
}

function problemOf(result: RestResult): Problem {
  if (!result.ok) return result.problem;
  const { text, address, receivedAt } = result;
  const fields = readAnswer(text);
  if (typeof fields === 'string') return makeProblem(fields, address, receivedAt);
  const { message, success } = fields;
  const detail = typeof message === 'string' ? message : undefined;
  return makeProblem(success === false ? 'service-error' : 'not-castray', address, receivedAt, {
    detail,
  });
}

const queues = new WeakMap<ClusterStore, TransferQueue>();

/** The one queue of a provider's store; made when it is first asked for. */
export function transfersOf(store: ClusterStore): TransferQueue {
  let queue = queues.get(store);
  if (!queue) queues.set(store, (queue = new TransferQueue(store)));
  return queue;
}
