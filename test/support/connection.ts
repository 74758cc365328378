import { LiveConnection } from '../../src/connection/live-connection.js';
import type { Problem } from '../../src/connection/problem.js';
import { FakeClock } from './fake-clock.js';
import { FakeSockets } from './fake-socket.js';

/** Where nobody is asked. */
export const NOWHERE = 'ws://127.0.0.1:1/ws';

/** A connection whose sockets and waits are the test's; it has begun to open. */
export function startConnection({ patience = 0 } = {}) {
  const clock = new FakeClock();
  const sockets = new FakeSockets();
  const problems: Problem[] = [];
  const dropped: string[] = [];
  const seen = { changes: 0 };
  const live = new LiveConnection(
    { url: NOWHERE, clock, openSocket: sockets.open, patience: () => patience },
    {
      changed: () => (seen.changes += 1),
      frame: (text) => (text === 'frame' ? 'report' : text === 'pong' ? 'pong' : 'other'),
      dropped: (reason) => dropped.push(reason),
      problem: (problem) => problems.push(problem),
    },
  );
  live.open();
  const opened = () => {
    sockets.last.events.opened();
  };
  const frame = () => {
    sockets.last.events.message('frame');
  };
  const fail = () => {
    sockets.last.events.ended({ kind: 'failed' });
  };
  const nextAttempt = () => {
    clock.advance(live.nextAttemptAt! - clock.now());
  };
  const codes = () => problems.map(({ code }) => code);
  return { clock, sockets, live, problems, codes, dropped, seen, opened, frame, fail, nextAttempt };
}
