import { Alarm, systemClock, type Clock } from '../../connection/clock.js';
import { makeProblem } from '../../connection/problem.js';
import type { RestResult } from '../../connection/rest-client.js';
import { isThere, upload, type Upload } from '../../connection/upload.js';
import { fieldsOf } from '../../model/transfer.js';
import { isKnown, UNKNOWN, type Maybe } from '../../model/unknown.js';
import type { ClusterStore } from '../cluster-store.js';
import type { SubscribeOptions } from '../listeners.js';
import { ObservableState } from '../observable-state.js';
import { Pace } from '../pace.js';
import {
  isUploadOver,
  nextName,
  safeName,
  type FileUpload,
  type UploadReason,
} from './file-upload.js';

/** So many files are sent at a time. */
const AT_A_TIME = 2;
/** Without a sign of life for this long an upload is called stalled, in ms. */
const STALL = 30_000;
/** A look whether a name is taken may last this long, in ms. */
const CHECK_LIMIT = 20_000;
/** Progress is told this often at most, in ms. */
const TOLD_EVERY = 250;

/** Bytes. What CastRay reads into memory has to fit there. */
export const MAX_UPLOAD = 100 * 2 ** 20;

/** A file that a user chose, with its folders where a folder was chosen. */
export interface ChosenFile {
  readonly file: Blob;
  readonly path: string;
}

export interface UploadSettings {
  readonly targetNode: string;
  /** Bytes. */
  readonly maxSize: number;
  /** The folder that is told to the service. */
  readonly targetFolder: string;
  /** The folder in which the service keeps uploads: there a name may be taken. */
  readonly uploadsFolder: string;
}

export type NameAnswer = 'replace' | 'rename' | 'skip';

/** Frozen. In the order in which they were chosen. */
export interface UploadsState {
  readonly uploads: readonly FileUpload[];
}

interface Item {
  upload: FileUpload;
  readonly file: Blob;
  readonly settings: UploadSettings;
  pace: Pace;
  /** Whether the name is free, or may be replaced. */
  isNameSettled: boolean;
  attempt: AbortController | undefined;
}

/** Uploads of one provider: two at a time, the others wait. Only what the service confirms is stored. */
export class UploadQueue {
  readonly #store: ClusterStore;
  readonly #clock: Clock;
  readonly #upload: Upload;
  readonly #state = new ObservableState<UploadsState>(Object.freeze({ uploads: [] }));
  readonly #telling: Alarm;
  #items: Item[] = [];
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
    for (const { file, path } of chosen) {
      this.#lastKey += 1;
      const reason = refusal(file, path, settings);
      this.#items.push({
        file,
        settings,
        pace: new Pace(),
        isNameSettled: false,
        attempt: undefined,
        upload: Object.freeze({
          key: `u${this.#lastKey}`,
          given: path,
          name: safeName(path),
          size: file.size,
          targetNode: settings.targetNode,
          state: reason ? 'refused' : 'waiting',
          reason,
          ...FRESH,
        }),
      });
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

  #find(key: string): Item | undefined {
    return this.#items.find((item) => item.upload.key === key);
  }

  #pump(): void {
    const isActive = ({ attempt }: Item): boolean => attempt !== undefined;
    while (this.#items.filter(isActive).length < AT_A_TIME) {
      const next = this.#items.find((item) => item.upload.state === 'waiting' && !isActive(item));
      if (!next || this.#apiBase === undefined) break;
      void this.#run(next, this.#apiBase);
    }
    this.#publish();
  }

  async #run(item: Item, apiBase: string): Promise<void> {
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

  async #isTaken(item: Item, apiBase: string, signal: AbortSignal): Promise<boolean> {
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
    const enough = new AbortController();
    const end = (): void => {
      enough.abort();
    };
    const timer = this.#clock.setTimeout(end, CHECK_LIMIT);
    signal.addEventListener('abort', end);
    const path = item.settings.uploadsFolder + name;
    const taken = await isThere(apiBase, path, this.#store.access, enough.signal);
    this.#clock.clearTimeout(timer);
    return taken === true;
  }

  async #send(item: Item, apiBase: string, signal: AbortSignal): Promise<void> {
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
      targetPath: settings.targetFolder + name,
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

  #set(item: Item, changes: Partial<FileUpload>): void {
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

const FRESH = { sent: 0, speed: UNKNOWN, remainingMs: UNKNOWN, storedSize: UNKNOWN } as const;

function refusal(file: Blob, path: string, { maxSize }: UploadSettings): UploadReason | undefined {
  if (!safeName(path)) return 'no-name';
  if (file.size === 0) return 'empty';
  return file.size > maxSize ? 'too-large' : undefined;
}

/** Stored is only what the service confirms to the byte. */
function outcome(result: RestResult, { size, sent }: FileUpload): Partial<FileUpload> {
  if (!result.ok) {
    const { problem } = result;
    // Broken off while bytes still left, CastRay keeps nothing of it; after that nobody knows.
    const isOpen = problem.status === undefined && sent >= size;
    return { state: isOpen ? 'unknown' : 'failed', problem };
  }
  const { text, address, receivedAt } = result;
  const fields = fieldsOf(text);
  const { success, message, size: counted } = fields ?? {};
  const detail = typeof message === 'string' ? message : undefined;
  const storedSize: Maybe<number> = typeof counted === 'number' ? counted : UNKNOWN;
  if (success !== true) {
    const code = !fields ? 'not-json' : success === false ? 'service-error' : 'not-castray';
    const problem = makeProblem(code, address, receivedAt, { detail });
    return { state: success === false ? 'failed' : 'unknown', problem };
  }
  if (!isKnown(storedSize)) return { state: 'unknown', reason: 'no-size' };
  if (storedSize !== size) return { state: 'failed', reason: 'size-differs', storedSize };
  return { state: 'stored', storedSize, sent: size };
}

const queues = new WeakMap<ClusterStore, UploadQueue>();

/** The one queue of a provider's store; made when it is first asked for. */
export function uploadsOf(store: ClusterStore): UploadQueue {
  let queue = queues.get(store);
  if (!queue) queues.set(store, (queue = new UploadQueue(store)));
  return queue;
}
