import type { ParsedReport } from '../model/parse-report.js';
import { VERSION } from '../version.js';
import { NO_ACCESS } from './access.js';
import {
  openSocket,
  type LiveSocket,
  type OpenSocket,
  type SocketEnd,
  type SocketEvents,
  type WayIn,
} from './live-socket.js';
import { ReadFrame } from './read-frame.js';

/** How long a worker may take to start, in ms; its file has to be loaded. */
const WORKER_TIMEOUT = 10_000;
/** How long it may take to close its socket by itself, in ms. */
const LAST_WORDS = 1000;

/** What the page tells the worker. */
export type WorkerCommand =
  | { readonly kind: 'open'; readonly url: string; readonly protocols: string[] }
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'end' };

/** What the worker tells the page. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'opened' }
  /** `undefined`: the last report again. */
  | { readonly kind: 'read'; readonly parsed: ParsedReport | undefined }
  /** What is no frame to be read there. */
  | { readonly kind: 'unread'; readonly data: unknown }
  | { readonly kind: 'ended'; readonly end: SocketEnd };

/** Opens the sockets of one endpoint, each where the page wishes it then. */
export class SocketOpener {
  #worker: string | undefined;
  #open = openSocket;

  /** Address of the worker in which sockets are opened from now on. */
  set worker(address: string | undefined) {
    if (address === this.#worker) return;
    this.#worker = address;
    this.#open = address === undefined ? openSocket : socketsIn(address);
  }

  readonly open: OpenSocket = (...opening) => this.#open(...opening);
}

/**
 * Opens sockets in a worker from that address, which must be of the page's own origin, so that receiving
 * and reading large frames costs the page nothing. Where there is no such worker (it cannot be loaded, a
 * policy of the page forbids it, it is of another version), the sockets are the page's own, as usual.
 */
export function socketsIn(address: string): OpenSocket {
  let works = true;
  return (url, events, access = NO_ACCESS) => {
    const plain = (): LiveSocket => {
      works = false;
      return openSocket(url, events, access);
    };
    const worker = works ? start(address) : undefined;
    return worker ? new WorkerSocket(worker, { url, events, access, plain }) : plain();
  };
}

function start(address: string): Worker | undefined {
  try {
    return new Worker(address, { type: 'module', name: 'castray' });
  } catch {
    return undefined; // of another origin, or the page wants trusted types
  }
}

interface Opening {
  readonly url: string;
  readonly events: SocketEvents;
  readonly access: WayIn;
  /** Opens the socket in the page instead. */
  readonly plain: () => LiveSocket;
}

/** One socket in a worker of its own, or in the page where the worker does not start. */
class WorkerSocket implements LiveSocket {
  readonly #opening: Opening;
  #worker: Worker | undefined;
  #plain: LiveSocket | undefined;
  #isReady = false;
  #isOver = false;
  #last: ParsedReport | undefined;
  readonly #late: ReturnType<typeof setTimeout>;

  constructor(worker: Worker, opening: Opening) {
    this.#opening = opening;
    this.#worker = worker;
    this.#late = setTimeout(() => {
      this.#failed();
    }, WORKER_TIMEOUT);
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (!this.#isOver) this.#hear(data);
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
      else this.#failed();
    } else if (news.kind === 'opened') events.opened();
    else if (news.kind === 'unread') events.message(news.data);
    else if (news.kind === 'ended') this.#ended(news.end);
    else {
      const parsed = news.parsed ?? this.#last;
      if (parsed?.kind === 'report') this.#last = parsed;
      if (parsed) events.message(new ReadFrame(parsed));
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
  }

  /** Before it was ready, it will never be; after that, its socket went with it. */
  #failed(): void {
    if (this.#isOver || this.#plain) return;
    const { plain } = this.#opening;
    if (this.#isReady) this.#ended({ kind: 'failed' });
    else {
      this.#letGo();
      this.#plain = plain();
    }
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
