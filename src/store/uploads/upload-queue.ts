import { Alarm, systemClock, type Clock } from '../../connection/clock.js';
import { isThere } from '../../connection/is-there.js';
import { upload, type Upload } from '../../connection/upload.js';
import { pathInFolder } from '../../model/file-address.js';
import type { ClusterStore } from '../cluster-store.js';
import type { SubscribeOptions } from '../listeners.js';
import { ObservableState } from '../observable-state.js';
import { Pace, STALL } from '../pace.js';
import { perStore } from '../per-store.js';
import { nextName } from './file-name.js';
import { isUploadOver, mayRetry, type FileUpload } from './file-upload.js';
import { isTaken, type Holders } from './name-guard.js';
import { storedPathsOf } from './stored-paths.js';
import {
  AT_REST,
  FRESH,
  newItem,
  pathOf,
  type ChosenFile,
  type NameAnswer,
  type UploadItem,
  type UploadSettings,
} from './upload-item.js';
import { outcome } from './upload-outcome.js';
import { nextInTurn } from './upload-turn.js';

/** Progress is told this often at most, in ms. */
const TOLD_EVERY = 250;

/** Frozen. In the order in which they were chosen. */
export interface UploadsState {
  readonly uploads: readonly FileUpload[];
}

/** Uploads of one provider: two at a time, the others wait. Only what the service confirms is stored. */
export class UploadQueue {
  readonly #store: ClusterStore;
  readonly #clock: Clock;
  readonly #upload: Upload;
  readonly #state = new ObservableState<UploadsState>(Object.freeze({ uploads: [] }));
  readonly #telling: Alarm;
  readonly #holders: Holders = new Map();
  #items: UploadItem[] = [];
  #apiBase: string | undefined;
  #lastKey = 0;

  constructor(store: ClusterStore, clock: Clock = systemClock, send: Upload = upload) {
    this.#store = store;
    this.#clock = clock;
    this.#upload = send;
    this.#telling = new Alarm(clock);
    this.#apiBase = store.state.endpoint.apiBase.url;
    store.subscribe(({ endpoint }) => {
      const apiBase = endpoint.apiBase.url;
      if (apiBase === this.#apiBase) return;
      for (const item of this.#items) {
        this.cancel(item.upload.key);
        this.#set(item, { isElsewhere: true });
      }
      this.#apiBase = apiBase;
      this.#holders.clear();
      storedPathsOf(store).clear();
      this.#publish();
    });
  }

  get state(): UploadsState {
    return this.#state.get();
  }

  /** Called after each change; returns a function that ends it. */
  subscribe(listener: (state: UploadsState) => void, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

  /** Queues files; what the page itself finds wrong with one is in its state at once. */
  add(chosen: readonly ChosenFile[], settings: UploadSettings): void {
    for (const each of chosen) {
      this.#lastKey += 1;
      this.#items.push(newItem(`u${this.#lastKey}`, each, settings));
    }
    this.#pump();
  }

  /** What is to happen with a name that is taken. */
  settle(key: string, answer: NameAnswer): void {
    const item = this.#find(key);
    if (item?.upload.state !== 'exists') return;
    if (answer === 'skip') this.#set(item, { state: 'skipped' });
    else {
      item.isNameSettled = answer === 'replace';
      const { name } = item.upload;
      this.#set(item, { state: 'waiting', name: answer === 'rename' ? nextName(name) : name });
    }
    this.#pump();
  }

  /** Breaks an upload off; one that has left as a whole is `unknown` then. */
  cancel(key: string): void {
    const item = this.#find(key);
    if (!item || isUploadOver(item.upload.state)) return;
    const { sent, size } = item.upload;
    // What has left as a whole, nobody takes back.
    this.#set(item, { ...FRESH, sent, state: sent < size ? 'cancelled' : 'unknown' });
    item.attempt?.abort();
    this.#pump();
  }

  /** Sends it from its beginning: CastRay keeps nothing of what broke off. */
  retry(key: string): void {
    const item = this.#find(key);
    if (!item || !mayRetry(item.upload)) return;
    this.cancel(key); // a stalled one
    item.pace = new Pace();
    item.isNameSettled = false; // somebody may have taken it since
    this.#set(item, { ...FRESH, state: 'waiting', reason: undefined, problem: undefined });
    this.#pump();
  }

  /** Takes what is over from the page. */
  clear(): void {
    this.#items = this.#items.filter(({ upload: { state } }) => !isUploadOver(state));
    this.#publish();
  }

  #find(key: string): UploadItem | undefined {
    return this.#items.find((item) => item.upload.key === key);
  }

  #pump(): void {
    for (;;) {
      const next = nextInTurn(this.#items);
      if (!next || this.#apiBase === undefined) break;
      void this.#run(next, this.#apiBase);
    }
    this.#publish();
  }

  async #run(item: UploadItem, apiBase: string): Promise<void> {
    const { signal } = (item.attempt = new AbortController());
    try {
      const isFree = item.isNameSettled || !(await this.#isTaken(item, apiBase, signal));
      if (signal.aborted) return;
      item.isNameSettled = isFree;
      if (isFree) await this.#send(item, apiBase, signal);
      else this.#set(item, { state: 'exists' });
    } finally {
      item.attempt = undefined; // whatever happens, the others have their turn
      this.#pump();
    }
  }

  #isTaken(item: UploadItem, apiBase: string, signal: AbortSignal): Promise<boolean> {
    this.#set(item, { state: 'checking' });
    return isTaken(item, this.#items, this.#holders, (path) =>
      isThere(apiBase, path, this.#store.access, this.#clock, signal),
    );
  }

  async #send(item: UploadItem, apiBase: string, signal: AbortSignal): Promise<void> {
    const { file, settings, pace } = item;
    const { name, size, targetNode } = item.upload;
    const stall = new Alarm(this.#clock);
    const alive = (): void => {
      stall.set(STALL, () => this.#set(item, { ...AT_REST, state: 'stalled' }));
    };
    this.#set(item, { state: 'sending' });
    alive();
    const result = await this.#upload({
      apiBase,
      file,
      name,
      targetNode,
      targetPath: pathInFolder(settings.targetFolder, name),
      clock: this.#clock,
      access: this.#store.access,
      signal,
      progress: (sent) => {
        if (signal.aborted) return;
        alive();
        pace.note(sent, this.#clock.now());
        const isSent = sent >= size;
        this.#set(item, {
          state: isSent ? 'answering' : 'sending',
          sent,
          ...(isSent ? AT_REST : { speed: pace.speed, remainingMs: pace.remaining(size - sent) }),
        });
      },
    });
    stall.clear();
    if (signal.aborted) return;
    const folder = settings.isFolderGiven ? settings.uploadsFolder : undefined;
    const end = outcome(result, item.upload, folder);
    if (end.storedPath) storedPathsOf(this.#store).add(end.storedPath);
    this.#set(item, { ...AT_REST, ...end });
  }

  #set(item: UploadItem, changes: Partial<FileUpload>): void {
    const before = item.upload.state;
    item.upload = Object.freeze({ ...item.upload, ...changes });
    const { state } = item.upload;
    if (state === 'stored' || state === 'unknown') this.#holders.set(pathOf(item), item.upload.key);
    if (state !== before) this.#publish();
    else if (!this.#telling.isSet) this.#telling.set(TOLD_EVERY, () => this.#publish());
  }

  #publish(): void {
    this.#telling.clear();
    this.#state.set(Object.freeze({ uploads: this.#items.map((item) => item.upload) }));
  }
}

/** The one queue of a provider's store. */
export const uploadsOf = perStore((store) => new UploadQueue(store));
