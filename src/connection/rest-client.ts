import { NO_ACCESS, type Access } from './access.js';
import { reconnectDelay } from './backoff.js';
import { Alarm, type Clock } from './clock.js';
import { httpRefusal, isJson, isServerFault } from './http-refusal.js';
import {
  makeProblem,
  messageOf,
  type Problem,
  type ProblemCode,
  type ProblemDetails,
} from './problem.js';
import { somethingAnswers } from './reach.js';
import { readBody, TooLargeError } from './response-text.js';

/** How long a request may take from when it leaves, body included, in ms. */
export const REST_TIMEOUT = 20_000;
/** How often a GET is repeated after a fault that can pass. */
export const REST_RETRIES = 3;

const TIMED_OUT = Symbol('timed out');

/** An answer with its times in ms since 1970, or what went wrong. */
export type RestResult =
  | {
      readonly ok: true;
      readonly text: string;
      readonly address: string;
      readonly requestedAt: number;
      readonly receivedAt: number;
    }
  | { readonly ok: false; readonly problem: Problem };

export interface RestOptions {
  /** Absolute, without trailing slash. */
  readonly apiBase: string;
  readonly clock: Clock;
  /** What lets the page in, asked for each request. */
  readonly access?: (() => Access) | undefined;
  /** An attempt failed and is made again: its cause need not wait for the last one. */
  readonly attemptFailed?: (problem: Problem) => void;
  /** A request leaves, after whatever had to be found out for it. */
  readonly sent?: () => void;
}

/**
 * Reads from CastRay's REST side, with the page's credentials (access.ts). One request at a time for
 * each path; callers in between share it.
 */
export class RestClient {
  readonly #apiBase: string;
  readonly #clock: Clock;
  readonly #access: () => Access;
  readonly #attemptFailed: RestOptions['attemptFailed'];
  readonly #sent: RestOptions['sent'];
  readonly #inFlight = new Map<string, Promise<RestResult>>();
  /** By path: ends the wait before a retry. */
  readonly #pauses = new Map<string, () => void>();
  readonly #attempts = new Set<AbortController>();
  #disposed = false;

  constructor({ apiBase, clock, access, attemptFailed, sent }: RestOptions) {
    this.#apiBase = apiBase;
    this.#clock = clock;
    this.#access = access ?? (() => NO_ACCESS);
    this.#attemptFailed = attemptFailed;
    this.#sent = sent;
  }

  /**
   * `GET path`. Never rejects. `retries: 0` for a caller that asks again by itself. A newcomer does
   * not sit out the wait before a retry that is under way: it ends that wait.
   */
  get(path: string, retries = REST_RETRIES): Promise<RestResult> {
    const running = this.#inFlight.get(path);
    if (running) {
      this.#pauses.get(path)?.();
      return running;
    }
    const result = this.#getWithRetries(path, retries).finally(() => this.#inFlight.delete(path));
    this.#inFlight.set(path, result);
    return result;
  }

  /** `POST path` with a form. Never rejects, and is never repeated: nobody knows what that would do. */
  post(path: string, form: Readonly<Record<string, string>>): Promise<RestResult> {
    return this.#fetch(this.#apiBase + path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Aborts what runs; what is awaited then ends as `unreachable`. */
  dispose(): void {
    this.#disposed = true;
    for (const attempt of this.#attempts) attempt.abort();
    for (const end of [...this.#pauses.values()]) end();
  }

  async #getWithRetries(path: string, retries: number): Promise<RestResult> {
    for (let n = 1; ; n += 1) {
      const result = await this.#fetch(this.#apiBase + path);
      const over = result.ok || n > retries || !canPass(result.problem);
      if (over || this.#disposed) return result;
      this.#attemptFailed?.(result.problem);
      const delay = reconnectDelay(n, () => this.#clock.random());
      await this.#pause(path, delay);
    }
  }

  async #fetch(address: string, init?: RequestInit): Promise<RestResult> {
    const access = this.#access();
    let requestedAt = this.#clock.now();
    const attempt = new AbortController();
    const alarm = new Alarm(this.#clock);
    const failed = (code: ProblemCode, details?: ProblemDetails): RestResult => {
      return { ok: false, problem: makeProblem(code, address, this.#clock.now(), details) };
    };
    this.#attempts.add(attempt);
    if (this.#disposed) attempt.abort();
    let response: Response | undefined;
    try {
      const options: RequestInit = {
        ...init,
        signal: attempt.signal,
        headers: { accept: 'application/json' },
        cache: 'no-store',
      };
      response = await access.fetch(address, options, () => {
        requestedAt = this.#clock.now();
        alarm.set(REST_TIMEOUT, () => {
          attempt.abort(TIMED_OUT);
        });
        this.#sent?.();
      });
      const type = response.headers.get('content-type');
      const text = response.ok || isJson(type) ? access.hide(await readBody(response)) : '';
      // A proxy may lead whoever has not signed in to a page where one can, which is no file server. Of a
      // folder, HTML is the listing, and a server may lead to that.
      const isPage = response.redirected && type?.includes('html');
      if (isPage && !address.endsWith('/')) return failed('unauthorized');
      if (!response.ok) return failed(...httpRefusal(response.status, type, text));
      return { ok: true, text, address, requestedAt, receivedAt: this.#clock.now() };
    } catch (error) {
      if (error instanceof TooLargeError) return failed('too-large');
      if (attempt.signal.reason === TIMED_OUT) return failed('timeout');
      if (response && !attempt.signal.aborted)
        return failed('cut-short', { detail: access.hide(messageOf(error)) });
      const isThere = await somethingAnswers(address, attempt.signal);
      return failed(isThere ? 'not-readable' : 'unreachable', {
        detail: access.hide(messageOf(error)),
      });
    } finally {
      attempt.abort(); // frees a body that was not read to its end
      this.#attempts.delete(attempt);
      alarm.clear();
    }
  }

  #pause(path: string, ms: number): Promise<void> {
    return new Promise((done) => {
      const end = (): void => {
        this.#clock.clearTimeout(timer);
        this.#pauses.delete(path);
        done();
      };
      const timer = this.#clock.setTimeout(end, ms);
      this.#pauses.set(path, end);
    });
  }
}

/** Whether asking again can help: not where somebody answered, and said no. */
function canPass({ code, status }: Problem): boolean {
  if (
    code === 'unreachable' ||
    code === 'not-readable' ||
    code === 'timeout' ||
    code === 'cut-short'
  )
    return true;
  return status !== undefined && isServerFault(status);
}
