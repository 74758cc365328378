import { LINK_ACCESS, type Access } from '../../connection/access.js';
import { systemClock, type Clock } from '../../connection/clock.js';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Endpoint } from '../../connection/endpoint.js';
import { brokenStatus, downloadFile, type FileResult } from '../../connection/file-download.js';
import { makeProblem, type Problem } from '../../connection/problem.js';
import { somethingAnswers } from '../../connection/reach.js';
import { REST_TIMEOUT, RestClient, type RestResult } from '../../connection/rest-client.js';
import { addressBelow, plainPath } from '../../model/file-address.js';
import { parseFileContent, type FileContent } from '../../model/file-content.js';
import type { FileKind, RemoteFile } from '../../model/files.js';
import { parseFileList } from '../../model/parse-files.js';
import { parseListing } from '../../model/parse-listing.js';
import { UNKNOWN, type Maybe } from '../../model/unknown.js';
import { ObservableState, type StateListener, type SubscribeOptions } from '../observable-state.js';
import { Watchers } from '../watchers.js';

/** What is known of the files that CastRay offers. Frozen. */
export interface FileListState {
  /** The last good list, also where it could not be renewed since. */
  readonly files: readonly RemoteFile[] | undefined;
  /** When that list came, in ms since 1970. */
  readonly receivedAt: number | undefined;
  readonly isLoading: boolean;
  /** Why the list could not be read the last time; not while all is well. */
  readonly problem: Problem | undefined;
  /**
   * Whether anything answers at the file server's address; an HTTP status where the page may read it,
   * and it says that no file can be had: 401, or 500 and above.
   */
  readonly serverAnswers: Maybe<boolean | number>;
}

/** A folder of the file server; `no-listing`: it answers with a page that is none. */
export type FolderResult =
  | { readonly ok: true; readonly files: readonly RemoteFile[]; readonly receivedAt: number }
  | { readonly ok: false; readonly problem: Problem | 'no-listing' };

const NOTHING: FileListState = Object.freeze({
  files: undefined,
  receivedAt: undefined,
  isLoading: false,
  problem: undefined,
  serverAnswers: UNKNOWN,
});

/**
 * The files of one cluster: CastRay's list and what it reads, and the folders of the file server.
 * `filesOf()` gives that of a store; a page that shows no files does without this module.
 */
export class FileCatalogue {
  readonly #access: () => Access;
  readonly #clock: Clock;
  readonly #observable = new ObservableState<FileListState>(NOTHING);
  #apiBase: string | undefined;
  #serverUrl: string | undefined;
  #rest: RestClient | undefined;
  /** Who shows files. */
  readonly #watchers = new Watchers();
  /** The list is asked for once somebody does. */
  #isDue = true;

  constructor(access: () => Access, clock: Clock = systemClock) {
    this.#access = access;
    this.#clock = clock;
  }

  get state(): FileListState {
    return this.#observable.get();
  }

  /** The listener hears of changes from now on, once a task. */
  subscribe(listener: StateListener<FileListState>, options?: SubscribeOptions): () => void {
    return this.#observable.subscribe(listener, options);
  }

  /** Another service has other files, another file server another reach. */
  configure({ apiBase, fileServerUrl }: Endpoint): void {
    if (fileServerUrl.url !== this.#serverUrl) {
      this.#serverUrl = fileServerUrl.url;
      this.#set({ serverAnswers: UNKNOWN });
      if (this.#watchers.hasAny) void this.#probe();
      else this.#isDue = true;
    }
    if (apiBase.url === this.#apiBase) return;
    this.#apiBase = apiBase.url;
    this.#rest?.dispose();
    this.#rest = this.#client(apiBase.url, this.#access);
    this.#set({ ...NOTHING, serverAnswers: this.state.serverAnswers });
    this.#renew();
  }

  /** For whoever shows files, until that is ended: asks for the list unless that has been done. */
  watch(): () => void {
    const leave = this.#watchers.add();
    if (this.#isDue) this.#renew();
    return leave;
  }

  /** Asks for the list anew where a connection has come back, since much may have changed. */
  follow(phase: ConnectionPhase, last: ConnectionPhase): void {
    const isBack = phase !== last && (phase === 'live' || phase === 'polling');
    if (isBack && (this.state.problem || last !== 'connecting')) this.#renew();
  }

  #renew(): void {
    this.#isDue = !this.#watchers.hasAny;
    if (!this.#isDue) void this.load();
  }

  /** Asks for the list now; resolves when it, or its failure, is there. */
  async load(): Promise<void> {
    const rest = this.#rest;
    void this.#probe();
    if (!rest) return;
    this.#set({ isLoading: true });
    const result = await rest.get('/api/files');
    if (rest !== this.#rest) return;
    if (!result.ok) {
      this.#set({ isLoading: false, problem: result.problem });
      return;
    }
    const { text, address, receivedAt } = result;
    const files = parseFileList(text);
    if (typeof files === 'string') {
      this.#set({ isLoading: false, problem: makeProblem(files, address, receivedAt) });
    } else this.#set({ files, receivedAt, isLoading: false, problem: undefined });
  }

  /** What is in a file, by CastRay. The path is that of the file server, below its root. */
  async read(segments: readonly string[], kind: FileKind): Promise<FileResult<FileContent>> {
    const path = `/api/file/read?path=${encodeURIComponent(plainPath(segments))}`;
    const result = await ask(this.#rest, path, this.#clock);
    if (!result.ok) return result;
    const content = parseFileContent(result.text, kind);
    if (typeof content !== 'string') return { ok: true, content };
    return { ok: false, problem: makeProblem(content, result.address, result.receivedAt) };
  }

  /** The listing of a folder of the file server, which must allow pages to read it. */
  async folder(segments: readonly string[]): Promise<FolderResult> {
    const server = this.#serverUrl;
    const path = ['', ...segments, ''].join('/');
    const result = await ask(
      this.#client(server, () => LINK_ACCESS),
      path,
      this.#clock,
    );
    this.#learn(server, result.ok || result.problem);
    if (!result.ok) return { ok: false, problem: ofFileServer(result.problem) };
    const { text, address, receivedAt } = result;
    const files = parseListing(text);
    if (files === 'no-listing') return { ok: false, problem: files };
    if (typeof files === 'string')
      return { ok: false, problem: makeProblem(files, address, receivedAt) };
    return { ok: true, files, receivedAt };
  }

  /** A file as it is, from the file server, which must allow pages to read it. */
  async download(segments: readonly string[], signal: AbortSignal): Promise<FileResult<Blob>> {
    const server = this.#serverUrl;
    // taken away while files are being saved: the page's own origin has no such file
    if (server === undefined) return unreachable(addressBelow('', segments), this.#clock);
    const result = await downloadFile(addressBelow(server, segments), this.#clock, signal);
    if (!signal.aborted) this.#learn(server, result.ok || result.problem);
    return result;
  }

  /** What a request has shown of the file server; one that took too long shows nothing. */
  #learn(server: string | undefined, shown: true | Problem): void {
    const { code, status }: Partial<Problem> = shown === true ? {} : shown;
    if (server === undefined || server !== this.#serverUrl || code === 'timeout') return;
    this.#set({ serverAnswers: brokenStatus(status) ?? code !== 'unreachable' });
  }

  /** Whether the file server answers, readable or not. */
  async #probe(): Promise<void> {
    const url = this.#serverUrl;
    if (url === undefined) return;
    const limit = AbortSignal.timeout(REST_TIMEOUT);
    const answer = await somethingAnswers(`${url}/`, limit, LINK_ACCESS.credentials);
    if (url !== this.#serverUrl) return;
    this.#set({ serverAnswers: brokenStatus(answer?.status) ?? !!answer });
  }

  /** What lets the page in at CastRay is told to nobody else. */
  #client(apiBase: string | undefined, access: () => Access): RestClient | undefined {
    if (apiBase === undefined) return undefined;
    const attemptFailed = (problem: Problem): void => this.#set({ problem });
    return new RestClient({ apiBase, clock: this.#clock, access, attemptFailed });
  }

  #set(changes: Partial<FileListState>): void {
    this.#observable.set(Object.freeze({ ...this.state, ...changes }));
  }
}

/** One request, not repeated: somebody waits for it, and can ask again. */
async function ask(
  client: RestClient | undefined,
  path: string,
  clock: Clock,
): Promise<RestResult> {
  return client ? client.get(path, 0) : unreachable(path, clock);
}

/** There is no address to ask. */
function unreachable(path: string, clock: Clock): { ok: false; problem: Problem } {
  return { ok: false, problem: makeProblem('unreachable', path, clock.now()) };
}

/** Whatever a file server says, it need not be CastRay. */
function ofFileServer(problem: Problem): Problem {
  return problem.code === 'not-castray' ? { ...problem, code: 'http-status' } : problem;
}
