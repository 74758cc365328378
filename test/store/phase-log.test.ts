import { expect } from '@open-wc/testing';
import {
  NO_CONNECTION,
  type ConnectionPhase,
  type ConnectionState,
} from '../../src/connection/connection-state.js';
import { makeProblem } from '../../src/connection/problem.js';
import { logPhase, type Transition } from '../../src/store/phase-log.js';
import { makeStore } from '../support/store.js';

describe('the log of phases', () => {
  const state = (phase: ConnectionPhase, since: number, rest = {}): ConnectionState => ({
    ...NO_CONNECTION,
    phase,
    since,
    ...rest,
  });
  const log = (...states: ConnectionState[]) => states.reduce<readonly Transition[]>(logPhase, []);

  it('has each phase once, with its beginning, and stays the same object while nothing is new', () => {
    const first = log(state('connecting', 1), state('live', 2));
    expect(first.map(({ phase, at }) => [phase, at])).to.deep.equal([
      ['connecting', 1],
      ['live', 2],
    ]);
    expect(logPhase(first, state('live', 2, { attempt: 1 }))).to.equal(first);
  });

  it('keeps the cause that was found last, after it has passed too', () => {
    const closed = makeProblem('socket-closed', 'ws://127.0.0.1:1/ws', 3);
    const gone = makeProblem('unreachable', 'http://127.0.0.1:1/', 4);
    const down = log(
      state('reconnecting', 3, { lastError: closed }),
      state('reconnecting', 3, { lastError: gone }),
      state('reconnecting', 3),
    );
    expect(down).to.deep.equal([{ phase: 'reconnecting', at: 3, cause: gone }]);
    const again = { lastError: makeProblem('unreachable', gone.address, 9) };
    expect(logPhase(down, state('reconnecting', 3, again))).to.equal(down);
  });

  it('forgets what is older than the last 20', () => {
    const many = Array.from({ length: 50 }, (_, i) => state(i % 2 ? 'live' : 'stale', i));
    const kept = log(...many);
    expect(kept).to.have.length(20);
    expect(kept[0]?.at).to.equal(30);
    expect(kept.at(-1)?.at).to.equal(49);
  });

  it('holds what a provider lived through, but not that it was made or moved', () => {
    const made = makeStore({});
    const phases = () => made.store.state.transitions.map(({ phase }) => phase);
    expect(phases()).to.deep.equal([]);
    made.store.attach();
    made.configure({ apiBase: 'http://127.0.0.1:1/' });
    made.store.detach();
    made.store.attach();
    made.store.pause();
    expect(phases()).to.deep.equal(['unconfigured', 'connecting', 'paused']);
    made.dispose();
  });
});
