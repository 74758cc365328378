import { expect } from '@open-wc/testing';
import { startConnection, NOWHERE } from '../support/connection.js';

describe('the end of a socket', () => {
  it('is named by what happened', () => {
    const { sockets, problems, codes, opened, nextAttempt } = startConnection();
    sockets.last.events.ended({ kind: 'failed' });
    nextAttempt();
    sockets.last.events.ended({ kind: 'timeout' });
    nextAttempt();
    sockets.last.events.ended({ kind: 'blocked', reason: 'insecure' });
    nextAttempt();
    opened();
    sockets.last.events.ended({ kind: 'closed', code: 1001, reason: 'restart' });
    nextAttempt();
    opened();
    sockets.last.events.ended({ kind: 'failed' });
    expect(codes()).to.deep.equal([
      'socket-refused',
      'socket-timeout',
      'socket-blocked',
      'socket-closed',
      'socket-closed',
    ]);
    expect(problems[2]).to.include({ detail: 'insecure', address: NOWHERE });
    expect(problems[3]).to.include({ status: 1001, detail: 'restart' });
    expect(problems[4]).to.include({ status: 1006 });
  });

  it('with a code that forbids another attempt is the end of all attempts', () => {
    for (const code of [1003, 1007, 1008, 1009, 1010, 4400, 4401, 4403, 4499]) {
      const { clock, live, sockets, problems, opened } = startConnection();
      opened();
      sockets.last.events.ended({ kind: 'closed', code, reason: 'no' });
      expect(live, String(code)).to.include({ phase: 'stopped', nextAttemptAt: undefined });
      expect(problems).to.have.length(1);
      const said = [1008, 4401, 4403].includes(code) ? 'unauthorized' : 'closed-for-good';
      expect(problems[0]).to.include({ code: said, status: code, detail: 'no' });
      clock.advance(10 * 60_000);
      expect(sockets.all).to.have.length(1);
      expect(clock.pending).to.equal(0);
      live.open();
      expect(live.phase, 'until somebody asks').to.equal('opening');
    }
  });

  it('takes the times of that socket with it', () => {
    const { clock, live, sockets, opened, frame } = startConnection();
    opened();
    clock.advance(40);
    frame();
    expect(live).to.include({ handshake: 0, firstFrame: 40 });
    sockets.last.events.ended({ kind: 'failed' });
    expect(live).to.include({ handshake: undefined, firstFrame: undefined });
  });

  it('with any other code is followed by another attempt', () => {
    for (const code of [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4000, 4399, 4500]) {
      const { live, sockets } = startConnection();
      sockets.last.events.opened();
      sockets.last.events.ended({ kind: 'closed', code });
      expect(live.phase, String(code)).to.equal('waiting');
    }
  });
});

describe('a wake-up call', () => {
  it('tries a waiting connection at once, at most once in 5 s', () => {
    const { clock, live, sockets, fail } = startConnection();
    fail();
    clock.advance(100);
    live.wake();
    expect(sockets.all).to.have.length(2);
    fail();
    live.wake();
    expect(sockets.all).to.have.length(2);
    clock.chance = 0.999;
    clock.advance(4999);
    fail();
    live.wake();
    expect(live.phase, 'not yet 5 s').to.equal('waiting');
    clock.advance(1);
    live.wake();
    expect(live.phase).to.equal('opening');
  });

  it('probes an open socket, and ends it within 5 s if it is dead', () => {
    const { clock, live, sockets, codes, opened, frame } = startConnection();
    opened();
    frame();
    live.wake();
    expect(sockets.last.sent).to.deep.equal(['ping']);
    clock.advance(5000);
    expect(codes()).to.deep.equal(['socket-silent']);
    expect(sockets.live).to.deep.equal([]);
  });

  it('is heard where the clock was set back since the last one', () => {
    const { clock, live, sockets, fail } = startConnection();
    fail();
    live.wake();
    fail();
    clock.advance(-3_600_000);
    live.wake();
    expect(sockets.all).to.have.length(3);
  });

  it('counts only where it has acted', () => {
    const { clock, live, sockets, fail } = startConnection();
    live.wake();
    fail();
    clock.advance(100);
    live.wake();
    expect(sockets.all).to.have.length(2);
  });

  it('does nothing to an opening or a stopped connection', () => {
    const { live, sockets } = startConnection();
    live.wake();
    expect(sockets.all).to.have.length(1);
    live.stop();
    live.wake();
    expect(live.phase).to.equal('stopped');
  });
});

describe('stopping', () => {
  it('ends the socket and leaves no timer, in whatever phase it is', () => {
    const phases = [
      () => startConnection(),
      () => {
        const started = startConnection();
        started.opened();
        started.frame();
        return started;
      },
      () => {
        const started = startConnection();
        started.fail();
        return started;
      },
    ];
    for (const reach of phases) {
      const { live, clock, sockets } = reach();
      live.stop();
      expect(clock.pending).to.equal(0);
      expect(sockets.live).to.deep.equal([]);
      expect(live).to.include({ phase: 'stopped', failedAttempts: 0, nextAttemptAt: undefined });
    }
  });
});
