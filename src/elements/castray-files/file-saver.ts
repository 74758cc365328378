import type { ReactiveControllerHost } from 'lit';
import type { FileResult } from '../../connection/file-download.js';
import { saveFile } from '../parts/save-file.js';

/** How far saving several files has come. */
export interface SavingState {
  readonly done: number;
  readonly all: number;
  /** Names of those that could not be downloaded. */
  readonly failed: readonly string[];
  /** The server lets pages read nothing: then none can be saved in this way. */
  readonly cannot: boolean;
}

/** One file to save. */
export interface Saving {
  readonly name: string;
  readonly fetch: (signal: AbortSignal) => Promise<FileResult<Blob>>;
}

const IDLE: SavingState = { done: 0, all: 0, failed: [], cannot: false };

/**
 * Saves several files, one after the other. A browser opens only one link at a click, so that the
 * page has to fetch them, which their server must allow.
 */
export class FileSaver {
  readonly #host: ReactiveControllerHost;
  #state = IDLE;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get state(): SavingState {
    return this.#state;
  }

  /** Never rejects. */
  async save(files: readonly Saving[]): Promise<void> {
    this.reset();
    const running = new AbortController();
    this.#running = running;
    this.#set({ ...IDLE, all: files.length });
    for (const { name, fetch } of files) {
      const result = await fetch(running.signal);
      if (running.signal.aborted) return;
      const { done, failed } = this.#state;
      if (result.ok) saveFile(name, result.content);
      else if (done === 0 && result.problem.code === 'not-readable') {
        this.#set({ ...IDLE, cannot: true });
        return;
      }
      this.#set({ done: done + 1, failed: result.ok ? failed : [...failed, name] });
    }
  }

  reset(): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.#state !== IDLE) this.#set(IDLE);
  }

  #set(changes: Partial<SavingState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#host.requestUpdate();
  }
}
