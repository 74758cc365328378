import { expect } from '@open-wc/testing';
import { SETTLED_AFTER } from '../../src/connection/live-connection.js';
import { HANDSHAKE_TIMEOUT } from '../../src/connection/live-socket.js';
import { startConnection } from '../support/connection.js';

describe('the waits between attempts', () => {
  it('are never zero, grow, and are drawn anew each time', () => {
    const { clock, live, fail, nextAttempt } = startConnection();
    const waits: number[] = [];
    for (const chance of [0, 0.5, 0.25, 0.75]) {
      clock.chance = chance;
      fail();
      waits.push(live.nextAttemptAt! - clock.now());
      nextAttempt();
    }
    expect(waits).to.deep.equal([500, 2500, 2500, 12_500]);
  });

  it('go on for ever', () => {
    const { live, sockets, fail, nextAttempt } = startConnection();
    for (let i = 0; i < 500; i += 1) {
      fail();
      nextAttempt();
    }
    expect(sockets.all).to.have.length(501);
    expect(sockets.live).to.have.length(1);
    expect(live.failedAttempts).to.equal(500);
  });

  it('let at most three attempts a minute hang', () => {
    const { clock, sockets } = startConnection();
    clock.chance = 0;
    const start = clock.now();
    const attempts: number[] = [];
    while (clock.now() < start + 180_000) {
      attempts.push(clock.now());
      clock.advance(HANDSHAKE_TIMEOUT);
      sockets.last.events.ended({ kind: 'timeout' });
      while (sockets.all.length === attempts.length) clock.advance(clock.nextIn!);
    }
    for (const at of attempts) {
      const inMinute = attempts.filter((other) => other >= at && other < at + 60_000);
      expect(inMinute.length).to.be.at.most(3);
    }
  });

  it('are as long as whoever polls meanwhile asks for', () => {
    const { clock, live, fail } = startConnection({ patience: 60_000 });
    fail();
    expect(live.nextAttemptAt).to.equal(clock.now() + 60_000);
  });

  it('grow for a service that opens, sends a frame and dies within 5 s', () => {
    const { live, clock, opened, frame, fail, nextAttempt } = startConnection();
    for (let n = 1; n <= 5; n += 1) {
      opened();
      frame();
      clock.advance(SETTLED_AFTER - 1);
      fail();
      expect(live.failedAttempts).to.equal(n);
      nextAttempt();
    }
  });

  it('begin anew after 5 s by whatever clock', () => {
    const { live, clock, opened, frame, fail, nextAttempt } = startConnection();
    fail();
    nextAttempt();
    opened();
    clock.set(-3_600_000);
    frame();
    clock.advance(SETTLED_AFTER);
    expect(live.failedAttempts).to.equal(0);
  });

  it('begin anew after a valid frame and 5 s of being open', () => {
    const { live, clock, seen, opened, frame, fail, nextAttempt } = startConnection();
    fail();
    nextAttempt();
    opened();
    frame();
    expect(live.failedAttempts).to.equal(1);
    clock.advance(SETTLED_AFTER - 1);
    expect(live.failedAttempts).to.equal(1);
    const { changes } = seen;
    clock.advance(1);
    expect(live.failedAttempts).to.equal(0);
    expect(seen.changes).to.equal(changes + 1);
  });

  it('begin anew after 5 s of being open also where the first frame came late', () => {
    const { live, clock, opened, frame, fail, nextAttempt } = startConnection();
    fail();
    nextAttempt();
    opened();
    clock.advance(SETTLED_AFTER - 1000);
    frame();
    clock.advance(1000);
    expect(live.failedAttempts).to.equal(0);
  });

  it('do not begin anew without a valid frame, however long it is open', () => {
    const { live, clock, sockets, opened, fail, nextAttempt } = startConnection();
    fail();
    nextAttempt();
    opened();
    for (let i = 0; i < 5; i += 1) {
      clock.advance(4000);
      sockets.last.events.message('junk');
    }
    expect(live.failedAttempts).to.equal(1);
  });
});
