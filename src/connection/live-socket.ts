import ReconnectingWebSocket from 'reconnecting-websocket';
import { NO_ACCESS, type Access } from './access.js';
import { messageOf } from './problem.js';

/** How long a handshake may take, in ms. CastRay's event loop can stand still for 14 s. */
export const HANDSHAKE_TIMEOUT = 15_000;

/** Why a socket ended by itself. */
export interface SocketEnd {
  /**
   * - `failed`: refused, or cut;
   * - `timeout`: no handshake within {@link HANDSHAKE_TIMEOUT};
   * - `closed`: the other side closed it;
   * - `blocked`: the browser refuses to open it at all.
   */
  readonly kind: 'failed' | 'timeout' | 'closed' | 'blocked';
  /** The WebSocket close code, where the other side gave one. */
  readonly code?: number;
  /** Untrusted text. */
  readonly reason?: string;
}

/** What happens on a socket. Nothing is called any more once `end()` was. */
export interface SocketEvents {
  /** The handshake begins: what lets the page in has been found. */
  opening?(): void;
  opened(): void;
  /** Text, or a `ReadFrame`, or whatever else came (a Blob), which the caller drops. */
  message(data: unknown): void;
  /** At most once, and last. */
  ended(end: SocketEnd): void;
}

/** One socket: opened once, ended once, never revived. */
export interface LiveSocket {
  send(text: string): void;
  /** Ends it now, without waiting for the other side to agree. */
  end(): void;
}

/** What a socket needs of what lets the page in. */
export type WayIn = Pick<Access, 'protocols' | 'hide'>;

/** Opens a WebSocket; none of the events comes before it has returned. */
export type OpenSocket = (url: string, events: SocketEvents, access?: WayIn) => LiveSocket;

/**
 * Opens one WebSocket through reconnecting-websocket, used for a single opening: its own retries
 * have no jitter and a first wait of zero, and several of its states cannot be left again. One
 * instance an attempt, never closed and reopened, keeps all of them out of reach.
 */
export const openSocket: OpenSocket = (url, events, access = NO_ACCESS) => {
  let over = false;
  const protocols: string[] = [];
  const signIn = async (): Promise<string> => {
    protocols.push(...(await access.protocols()));
    if (!over) events.opening?.();
    return url;
  };
  const finish = (end: SocketEnd): void => {
    if (over) return;
    over = true;
    const { reason } = end;
    events.ended(reason ? { ...end, reason: access.hide(reason) } : end);
  };
  const socket = new ReconnectingWebSocket(signIn, protocols, {
    WebSocket: guardedWebSocket((error) => {
      finish({ kind: 'blocked', reason: messageOf(error) });
    }),
    maxRetries: 0,
    maxEnqueuedMessages: 0,
    connectionTimeout: HANDSHAKE_TIMEOUT,
  });
  socket.onopen = () => {
    if (!over) events.opened();
  };
  socket.onmessage = (event) => {
    if (!over) events.message(event.data as unknown);
  };
  socket.onclose = (event) => {
    // After an error the library makes up a close event of its own, with code 1000, and after its
    // time limit one that gives this as the reason. The real ones come from the socket.
    const target: unknown = event.target;
    if (target === socket) finish({ kind: event.reason === 'timeout' ? 'timeout' : 'failed' });
    else finish({ kind: 'closed', code: event.code, reason: event.reason });
  };
  return {
    send(text) {
      if (!over) socket.send(text);
    },
    end() {
      over = true;
      socket.close();
    },
  };
};

/**
 * `new WebSocket` throws where the browser forbids the address (ws: from an https page), and where there
 * is none (Node before 22). The library calls it in a promise that nobody catches, so what it gets is a
 * constructor that never throws; it knows one by its `CLOSING`.
 */
function guardedWebSocket(blocked: (error: unknown) => void): typeof WebSocket {
  const construct = function (url: string, protocols: string[]): object {
    try {
      return new WebSocket(url, protocols);
    } catch (error) {
      blocked(error);
      return inertSocket();
    }
  };
  return Object.assign(construct, { CLOSING: 2 }) as unknown as typeof WebSocket;
}

/** Stands in for the socket that could not be made: closed from the start, and silent. */
function inertSocket(): object {
  return Object.assign(new EventTarget(), {
    readyState: 3,
    binaryType: 'blob',
    close: () => undefined,
    send: () => undefined,
  });
}
