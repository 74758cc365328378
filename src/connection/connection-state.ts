import { UNKNOWN, type Maybe } from '../model/unknown.js';
import type { Problem } from './problem.js';
import type { SocketPhase } from './live-connection.js';

/**
 * How the figures on the page come about.
 * - `unconfigured`: no usable address; nothing is requested;
 * - `connecting`: nothing has come yet;
 * - `live`: frames come over the WebSocket;
 * - `stale`: the way is open, but the last data are older than they should be;
 * - `polling`: the WebSocket is down, REST delivers;
 * - `reconnecting`: nothing delivers, attempts go on;
 * - `paused`: by the user, or because the page was hidden for long;
 * - `stopped`: given up on a fault that does not pass by itself; `reconnect()` tries again.
 */
export type ConnectionPhase =
  | 'unconfigured'
  | 'connecting'
  | 'live'
  | 'stale'
  | 'polling'
  | 'reconnecting'
  | 'paused'
  | 'stopped';

/** The connection, as shown. Frozen. All times are ms since 1970. */
export interface ConnectionState {
  readonly phase: ConnectionPhase;
  /** When the phase began. */
  readonly since: number;
  /** Failed attempts since the connection last stood. */
  readonly attempt: number;
  /** When the next WebSocket attempt is due; `undefined` while none is. */
  readonly nextAttemptAt: number | undefined;
  /** The last thing that went wrong; `undefined` again once data flow. */
  readonly lastError: Problem | undefined;
  /** What REST met when it was asked last, also while the WebSocket delivers; `undefined` where it answered. */
  readonly restError: Problem | undefined;
  /** When the last valid data came. */
  readonly lastDataAt: number | undefined;
  /** Time of the last answered ping or REST request, in ms. */
  readonly roundTripMs: Maybe<number>;
  /** Time that the handshake of the WebSocket that is open took, in ms. */
  readonly handshakeMs: Maybe<number>;
  /** Time from there to its first frame, in ms. */
  readonly firstFrameMs: Maybe<number>;
  /** Frames that could not be used since the page connected. */
  readonly droppedFrames: number;
}

/** The state while there is no connection: nothing has come, nothing is planned. */
export const NO_CONNECTION = Object.freeze({
  attempt: 0,
  nextAttemptAt: undefined,
  lastError: undefined,
  restError: undefined,
  lastDataAt: undefined,
  roundTripMs: UNKNOWN,
  handshakeMs: UNKNOWN,
  firstFrameMs: UNKNOWN,
  droppedFrames: 0,
});

/** What decides on the phase of one endpoint. */
export interface PhaseInputs {
  readonly socket: SocketPhase | 'none';
  /** Attempts of the socket that have failed since it delivered. */
  readonly failedAttempts: number;
  /** The open socket has delivered. */
  readonly socketDelivers: boolean;
  /** REST is being polled, and its last answer was good. */
  readonly pollDelivers: boolean;
  /** A fault that does not pass ended all attempts. */
  readonly gaveUp: boolean;
  readonly lastDataAt: number | undefined;
  /** Whether the last data are too old to be called current. */
  readonly isStale: boolean;
  /** Whether the socket has delivered before. */
  readonly wasLive: boolean;
}

/** The phase of a connection that is configured and not paused. */
export function connectionPhase(inputs: PhaseInputs): ConnectionPhase {
  if (inputs.gaveUp) return 'stopped';
  if (inputs.socketDelivers) return inputs.isStale ? 'stale' : 'live';
  if (inputs.pollDelivers) return inputs.isStale ? 'stale' : 'polling';
  if (!inputs.wasLive) {
    if (inputs.lastDataAt === undefined) return 'connecting';
    const isOpening = inputs.socket === 'opening' || inputs.socket === 'open';
    // REST has filled the gap while the first socket opens.
    if (isOpening && inputs.failedAttempts === 0) return inputs.isStale ? 'stale' : 'connecting';
  }
  return 'reconnecting';
}
