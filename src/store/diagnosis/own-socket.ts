import { Alarm } from '../../connection/clock.js';
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

/** What `look` finds in the store's states; `undefined` where it finds nothing in time, or is ended. */
function waitFor<T>(
  store: ClusterStore,
  { clock, signal }: Means,
  ms: number,
  look: (state: ClusterState) => T | undefined,
): Promise<T | undefined> {
  return new Promise((done) => {
    const leaving = new AbortController();
    const alarm = new Alarm(clock);
    const finish = (found?: T): void => {
      leaving.abort();
      alarm.clear();
      done(found);
    };
    const check = (state: ClusterState): void => {
      const found = look(state);
      if (found !== undefined) finish(found);
    };
    const end = (): void => {
      finish();
    };
    alarm.set(ms, end);
    signal.addEventListener('abort', end, { signal: leaving.signal });
    store.subscribe(check, { signal: leaving.signal });
    if (signal.aborted) end();
    else check(store.state);
  });
}

/** The nodes of the newest frame, or of the next one where REST was heard last; `null` where none comes. */
export async function nextFrameIds(
  store: ClusterStore,
  means: Means,
): Promise<readonly string[] | null> {
  const ids = await waitFor(store, means, FRAME_LIMIT, ({ snapshot }) =>
    snapshot?.source === 'websocket' ? snapshot.nodes.map(({ nodeId }) => nodeId) : undefined,
  );
  return ids ?? null;
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
  means: Means,
): Promise<SocketAnswer> {
  const { clock, signal } = means;
  const until = clock.now() + SOCKET_LIMIT;
  for (;;) {
    const own = await ownSocket(store, url, means, until);
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
async function ownSocket(
  store: ClusterStore,
  address: string,
  means: Means,
  until: number,
): Promise<SocketAnswer | undefined> {
  const { clock } = means;
  const { droppedFrames } = store.state.connection;
  const failure = ({ connection }: ClusterState): SocketAnswer => {
    const { handshakeMs, lastError } = connection;
    const isBad = lastError?.code === 'bad-frame';
    return {
      address,
      handshakeMs: isKnown(handshakeMs) ? handshakeMs : undefined,
      nodeIds: null,
      waitedMs: clock.now() - until + SOCKET_LIMIT,
      problem: isBad ? lastError : makeProblem('socket-timeout', address, clock.now()),
      hasOthers: connection.droppedFrames > droppedFrames,
    };
  };
  const answer = await waitFor(store, means, until - clock.now(), (state) => {
    const own = delivered(state);
    if (own || !isTrying(state)) return own ?? 'none';
    return state.connection.lastError?.code === 'bad-frame' ? failure(state) : undefined;
  });
  return answer === 'none' ? undefined : (answer ?? failure(store.state));
}
