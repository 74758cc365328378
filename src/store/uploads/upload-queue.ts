import { Alarm, systemClock, type Clock } from '../../connection/clock.js';
import { isThere, upload, type Upload } from '../../connection/upload.js';
import { pathInFolder } from '../../model/file-address.js';
import { UNKNOWN } from '../../model/unknown.js';
import type { ClusterStore } from '../cluster-store.js';
import type { SubscribeOptions } from '../listeners.js';
import { ObservableState } from '../observable-state.js';
import { Pace, STALL } from '../pace.js';
import { isUploadOver, nextName, type FileUpload } from './file-upload.js';
import {
  FRESH,
  newItem,
  type ChosenFile,
  type NameAnswer,
  type UploadItem,
  type UploadSettings,
} from './upload-item.js';
import { outcome } from './upload-outcome.js';

/** So many files are sent at a time. */
const AT_A_TIME = 2;
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
      for (const { upload: one } of this.#items) this.cancel(one.key); // meant for another cluster
      this.#apiBase = apiBase;
    });
  }

  get state(): UploadsState {
    return this.#state.get();
  }

  subscribe(listener: (state: UploadsState) => void, options?: SubscribeOptions): () => void {
    return this.#state.subscribe(listener, options);
  }

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

  cancel(key: string): void {
    const item = this.#find(key);
    if (!item || isUploadOver(item.upload.state)) return;
    this.#set(item, { ...FRESH, state: 'cancelled' });
    item.attempt?.abort();
    this.#pump();
  }

  /** Sends it from its beginning: CastRay keeps nothing of what broke off. */
  retry(key: string): void {
    const item = this.#find(key);
    if (!item) return;
    const { state } = item.upload;
    if (!['failed', 'unknown', 'cancelled', 'stalled'].includes(state)) return;
    item.attempt?.abort();
    item.pace = new Pace();
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
    const isActive = ({ attempt }: UploadItem): boolean => attempt !== undefined;
    while (this.#items.filter(isActive).length < AT_A_TIME) {
      const next = this.#items.find((item) => item.upload.state === 'waiting' && !isActive(item));
      if (!next || this.#apiBase === undefined) break;
      void this.#run(next, this.#apiBase);
    }
    this.#publish();
  }

  async #run(item: UploadItem, apiBase: string): Promise<void> {
    const attempt = new AbortController();
    item.attempt = attempt;
    if (item.isNameSettled || !(await this.#isTaken(item, apiBase, attempt.signal))) {
      // Settled from here on: a retry would else find what it has stored itself.
      if (!attempt.signal.aborted) {
        item.isNameSettled = true;
        await this.#send(item, apiBase, attempt.signal);
      }
    } else if (!attempt.signal.aborted) this.#set(item, { state: 'exists' });
    if (item.attempt === attempt) item.attempt = undefined;
    this.#pump();
  }

  async #isTaken(item: UploadItem, apiBase: string, signal: AbortSignal): Promise<boolean> {
    this.#set(item, { state: 'checking' });
    const { name } = item.upload;
    const place = this.#items.indexOf(item);
    const isSentToo = this.#items.some(
      (other, at) =>
        other !== item &&
        other.attempt !== undefined &&
        other.upload.name === name &&
        (other.isNameSettled || at < place),
    );
    if (isSentToo) return true;
    const path = pathInFolder(item.settings.uploadsFolder, name);
    return (await isThere(apiBase, path, this.#store.access, this.#clock, signal)) === true;
  }

  async #send(item: UploadItem, apiBase: string, signal: AbortSignal): Promise<void> {
    const { file, settings, pace } = item;
    const { name, size, targetNode } = item.upload;
    const stall = new Alarm(this.#clock);
    const alive = (): void => {
      stall.set(STALL, () =>
        this.#set(item, { state: 'stalled', speed: UNKNOWN, remainingMs: UNKNOWN }),
      );
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
          speed: isSent ? UNKNOWN : pace.speed,
          remainingMs: isSent ? UNKNOWN : pace.remaining(size - sent),
        });
      },
    });
    stall.clear();
    if (!signal.aborted)
      this.#set(item, { speed: UNKNOWN, remainingMs: UNKNOWN, ...outcome(result, item.upload) });
  }

  #set(item: UploadItem, changes: Partial<FileUpload>): void {
    const before = item.upload.state;
    item.upload = Object.freeze({ ...item.upload, ...changes });
    if (item.upload.state !== before) this.#publish();
    else if (!this.#telling.isSet) this.#telling.set(TOLD_EVERY, () => this.#publish());
  }

  #publish(): void {
    this.#telling.clear();
    this.#state.set(Object.freeze({ uploads: this.#items.map((item) => item.upload) }));
  }
}

const queues = new WeakMap<ClusterStore, UploadQueue>();

/** The one queue of a provider's store; made when it is first asked for. */
export function uploadsOf(store: ClusterStore): UploadQueue {
  let queue = queues.get(store);
  if (!queue) queues.set(store, (queue = new UploadQueue(store)));
  return queue;
}
