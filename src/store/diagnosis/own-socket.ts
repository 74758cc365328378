import { Alarm, type Clock } from '../../connection/clock.js';
import type { OpenSocket } from '../../connection/live-socket.js';
import { makeProblem } from '../../connection/problem.js';
import { isKnown } from '../../model/unknown.js';
import type { ClusterState, ClusterStore } from '../cluster-store.js';
import { askSocket, SOCKET_LIMIT, type Means, type SocketAnswer } from './probes.js';

/** What a socket of the connection's own has shown, where it delivers. */
export function delivered({ connection, endpoint }: ClusterState): SocketAnswer | undefined {
  const { handshakeMs, firstFrameMs: frameMs } = connection;
  if (!isKnown(handshakeMs) || !isKnown(frameMs)) return undefined;
  return { address: endpoint.wsUrl.url ?? '', handshakeMs, frameMs };
}

/** The next frame of a socket that delivers is waited for at most so long, in ms. */
const FRAME_LIMIT = 10_000;

/** The nodes of the newest frame, or of the next one where REST was heard last; `null` where none comes. */
export function nextFrameIds(
  store: ClusterStore,
  { clock, signal }: Means,
): Promise<readonly string[] | null> {
  return new Promise((done) => {
    const leaving = new AbortController();
    const alarm = new Alarm(clock);
    const finish = (ids: readonly string[] | null): void => {
      leaving.abort();
      alarm.clear();
      done(ids);
    };
    const look = ({ snapshot }: ClusterState): void => {
      if (snapshot?.source === 'websocket') finish(snapshot.nodes.map(({ nodeId }) => nodeId));
    };
    const end = (): void => {
      finish(null);
    };
    alarm.set(FRAME_LIMIT, end);
    signal.addEventListener('abort', end, { signal: leaving.signal });
    store.subscribe(look, { signal: leaving.signal });
    look(store.state);
  });
}

/** The connection has a socket that opens, or that has not delivered yet. */
function isTrying({ connection: { phase, nextAttemptAt } }: ClusterState): boolean {
  const rests = phase === 'paused' || phase === 'stopped' || phase === 'unconfigured';
  return !rests && nextAttemptAt === undefined;
}

/**
 * How the WebSocket does. An endpoint has one socket: while the connection tries its own, that one is
 * watched, and another is opened only while it waits for its next attempt.
 */
export async function watchSocket(
  store: ClusterStore,
  url: string,
  open: OpenSocket,
  { clock, signal }: Means,
): Promise<SocketAnswer> {
  const until = clock.now() + SOCKET_LIMIT;
  for (;;) {
    const own = await ownSocket(store, url, clock, { until, signal });
    if (own) return own;
    const leaving = new AbortController();
    const { signal: left } = leaving;
    const leave = (): void => {
      leaving.abort();
    };
    signal.addEventListener('abort', leave, { signal: left });
    const look = (state: ClusterState): void => {
      if (isTrying(state)) leave();
    };
    store.subscribe(look, { signal: left });
    const asked = await askSocket(url, open, { clock, signal: left });
    if (!left.aborted || signal.aborted) {
      leave();
      return asked;
    }
  }
}

/** `undefined` where the connection has none at this moment. */
function ownSocket(
  store: ClusterStore,
  address: string,
  clock: Clock,
  { until, signal }: { readonly until: number; readonly signal: AbortSignal },
): Promise<SocketAnswer | undefined> {
  const { droppedFrames } = store.state.connection;
  return new Promise((done) => {
    const leaving = new AbortController();
    const alarm = new Alarm(clock);
    const finish = (answer: SocketAnswer | undefined): void => {
      leaving.abort();
      alarm.clear();
      done(answer);
    };
    const giveUp = (): void => {
      const { connection } = store.state;
      const { handshakeMs, lastError } = connection;
      const isBad = lastError?.code === 'bad-frame';
      finish({
        address,
        handshakeMs: isKnown(handshakeMs) ? handshakeMs : undefined,
        nodeIds: null,
        problem: isBad ? lastError : makeProblem('socket-timeout', address, clock.now()),
        hasOthers: connection.droppedFrames > droppedFrames,
      });
    };
    const look = (state: ClusterState): void => {
      const answer = delivered(state);
      if (answer || !isTrying(state)) finish(answer);
      else if (state.connection.lastError?.code === 'bad-frame') giveUp();
    };
    alarm.set(until - clock.now(), giveUp);
    signal.addEventListener('abort', giveUp, { signal: leaving.signal });
    store.subscribe(look, { signal: leaving.signal });
    if (signal.aborted) giveUp();
    else look(store.state);
  });
}
