import type { ParsedReport } from '../model/parse-report.js';
import { VERSION } from '../version.js';
import { NO_ACCESS } from './access.js';
import {
  HANDSHAKE_TIMEOUT,
  openSocket,
  type LiveSocket,
  type OpenSocket,
  type SocketEnd,
  type SocketEvents,
  type WayIn,
} from './live-socket.js';
import { ReadFrame } from './read-frame.js';
import { trusted } from './trusted-address.js';

/** How long a worker may take to start, in ms; its file has to be loaded. */
const WORKER_TIMEOUT = 10_000;
/** How long it may take to say what became of its socket, in ms. */
const LAST_WORDS = 1000;

/** What the page tells the worker. */
export type WorkerCommand =
  | { readonly kind: 'open'; readonly url: string; readonly protocols: string[] }
  | { readonly kind: 'send'; readonly text: string }
  /** What was read last is taken: on with the next. */
  | { readonly kind: 'next' }
  | { readonly kind: 'end' };

/** What the worker tells the page. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'opened' }
  /** `parsed` is `undefined` for the last report again; `receivedAt` in ms since 1970. */
  | {
      readonly kind: 'read';
      readonly parsed: ParsedReport | undefined;
      readonly receivedAt: number;
    }
  /** What is no frame to be read there. */
  | { readonly kind: 'unread'; readonly data: unknown }
  | { readonly kind: 'ended'; readonly end: SocketEnd };

/**
 * Opens sockets in a worker from that address, which must be of the page's own origin, so that receiving
 * and reading large frames costs the page nothing. Where one cannot be had (of another origin or version, or a
 * policy forbids it or what it does), the sockets are the page's own, as usual; where one only failed to start,
 * that one socket is.
 */
export function socketsIn(address: string): OpenSocket {
  let works = true;
  return (url, events, access = NO_ACCESS) => {
    const plain = (isForGood: boolean): LiveSocket => {
      if (isForGood) works = false;
      return openSocket(url, events, access);
    };
    const worker = works ? start(address) : undefined;
    return worker ? new WorkerSocket(worker, { url, events, access, plain }) : plain(true);
  };
}

/** The addresses from which the page's policy lets no worker start; each try would be one more violation. */
let refused: Set<string> | undefined;

function start(address: string): Worker | undefined {
  try {
    if (refused?.has(new URL(address, location.href).href)) return undefined;
    const worker = new Worker(trusted(address), { type: 'module', name: 'castray' });
    refused ??= watchPolicy();
    return worker;
  } catch {
    return undefined; // of another origin, or the page wants trusted types, but not ours
  }
}

/** The worker's own error, which may come first, does not tell a policy from a script that could not be loaded. */
function watchPolicy(): Set<string> {
  const addresses = new Set<string>();
  addEventListener('securitypolicyviolation', (event: Event) => {
    const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
    if (effectiveDirective === 'worker-src') addresses.add(blockedURI);
  });
  return addresses;
}

interface Opening {
  readonly url: string;
  readonly events: SocketEvents;
  readonly access: WayIn;
  /** Opens the socket in the page instead. */
  readonly plain: (isForGood: boolean) => LiveSocket;
}

/** One socket in a worker of its own, or in the page where the worker does not start. */
class WorkerSocket implements LiveSocket {
  readonly #opening: Opening;
  #worker: Worker | undefined;
  #plain: LiveSocket | undefined;
  #isReady = false;
  #isOver = false;
  #last: ParsedReport | undefined;
  #late: ReturnType<typeof setTimeout>;

  constructor(worker: Worker, opening: Opening) {
    this.#opening = opening;
    this.#worker = worker;
    this.#late = setTimeout(() => {
      this.#failed();
    }, WORKER_TIMEOUT);
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (!this.#isOver && !this.#plain) this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault(); // else it is the page's error as well
      this.#failed();
    };
    worker.onmessageerror = () => {
      this.#failed();
    };
  }

  send(text: string): void {
    if (this.#plain) this.#plain.send(text);
    else this.#order({ kind: 'send', text });
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#late);
    this.#plain?.end();
    const worker = this.#worker;
    if (this.#isReady) {
      this.#order({ kind: 'end' });
      setTimeout(() => worker?.terminate(), LAST_WORDS);
    } else this.#letGo();
  }

  #order(order: WorkerCommand): void {
    if (this.#isReady) this.#worker?.postMessage(order);
  }

  #hear(news: WorkerMessage): void {
    const { events } = this.#opening;
    if (news.kind === 'ready') {
      if (news.version === VERSION) void this.#open();
      else this.#replace(true);
    } else if (news.kind === 'opened') {
      clearTimeout(this.#late);
      events.opened();
    } else if (news.kind === 'unread') events.message(news.data);
    else if (news.kind === 'ended') {
      if (news.end.kind === 'blocked') this.#replace(true);
      else this.#ended(news.end);
    } else {
      const parsed = news.parsed ?? this.#last;
      if (parsed?.kind === 'report') this.#last = parsed;
      this.#order({ kind: 'next' });
      if (parsed) events.message(new ReadFrame(parsed, news.receivedAt));
    }
  }

  async #open(): Promise<void> {
    clearTimeout(this.#late);
    this.#isReady = true;
    const { url, events, access } = this.#opening;
    const protocols = await access.protocols();
    if (this.#isOver) return;
    events.opening?.();
    this.#order({ kind: 'open', url, protocols });
    this.#late = setTimeout(() => {
      this.#ended({ kind: 'timeout' });
    }, HANDSHAKE_TIMEOUT + LAST_WORDS);
  }

  /** Before it was ready, it will never be; after that, its socket went with it. */
  #failed(): void {
    if (this.#isOver || this.#plain) return;
    if (this.#isReady) this.#ended({ kind: 'failed' });
    else this.#replace(false);
  }

  #replace(isForGood: boolean): void {
    this.#letGo();
    this.#plain = this.#opening.plain(isForGood);
  }

  #ended(end: SocketEnd): void {
    this.#isOver = true;
    this.#letGo();
    const { events, access } = this.#opening;
    const { reason } = end;
    events.ended(reason ? { ...end, reason: access.hide(reason) } : end);
  }

  #letGo(): void {
    clearTimeout(this.#late);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
