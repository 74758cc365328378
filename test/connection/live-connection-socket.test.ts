import { expect } from '@open-wc/testing';
import {
  FIRST_FRAME_TIMEOUT,
  LiveConnection,
  MAX_FRAME_LENGTH,
} from '../../src/connection/live-connection.js';
import { startConnection, NOWHERE } from '../support/connection.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeSockets } from '../support/fake-socket.js';

describe('the one socket', () => {
  it('is live with its first valid frame, and says so', () => {
    const { live, seen, opened, frame } = startConnection();
    opened();
    expect(live).to.include({ phase: 'open', hasFrame: false });
    const { changes } = seen;
    frame();
    expect(live.hasFrame).to.be.true;
    expect(seen.changes).to.equal(changes + 1);
  });

  it('says how long its handshake took, and the first of its frames after that', () => {
    const { live, clock, opened, frame } = startConnection();
    clock.advance(40);
    opened();
    clock.advance(2000);
    frame();
    clock.advance(1000);
    frame();
    expect(live).to.include({ handshake: 40, firstFrame: 2000 });
  });

  it('is given up where no valid frame comes within 30 s, though it answers', () => {
    const { clock, sockets, codes, opened } = startConnection();
    opened();
    const socket = sockets.last;
    for (let age = 0; age < FIRST_FRAME_TIMEOUT; age += 5000) {
      expect(socket.isEnded).to.be.false;
      clock.advance(5000);
      if (age + 5000 < FIRST_FRAME_TIMEOUT) socket.events.message('pong');
    }
    expect(socket.isEnded).to.be.true;
    expect(codes()).to.deep.equal(['socket-timeout']);
  });

  it('is half-open without an answer to two pings, and replaced within 45 s', () => {
    const { clock, sockets, codes, opened, frame } = startConnection();
    opened();
    frame();
    const socket = sockets.last;
    clock.advance(30_000);
    expect(socket.sent).to.deep.equal(['ping', 'ping']);
    expect(socket.isEnded).to.be.true;
    expect(codes()).to.deep.equal(['socket-silent']);
    clock.advance(15_000);
    expect(sockets.all).to.have.length(2);
    expect(sockets.live).to.have.length(1);
  });

  it('stays with a service that sends every 14 s', () => {
    const { clock, sockets, opened, frame } = startConnection();
    opened();
    for (let i = 0; i < 200; i += 1) {
      frame();
      clock.advance(14_000);
    }
    expect(sockets.all).to.have.length(1);
  });

  it('measures the time of an answered ping', () => {
    const { clock, sockets, live, opened, frame } = startConnection();
    opened();
    frame();
    clock.advance(10_000);
    clock.advance(123);
    frame();
    expect(live.roundTrip, 'a frame is no answer').to.be.undefined;
    clock.advance(7);
    sockets.last.events.message('pong');
    expect(live.roundTrip).to.equal(130);
  });

  it('drops binary and what is too large unread, and lives on', () => {
    const { sockets, live, dropped, codes, opened, frame } = startConnection();
    opened();
    sockets.last.events.message(new Blob(['frame']));
    sockets.last.events.message('x'.repeat(MAX_FRAME_LENGTH + 1));
    expect(dropped).to.deep.equal(['binary', 'too-large']);
    expect(live.hasFrame).to.be.false;
    frame();
    expect(live.hasFrame).to.be.true;
    expect(codes()).to.deep.equal([]);
  });

  it('takes whatever comes for a sign of life', () => {
    const { clock, sockets, codes, opened, frame } = startConnection();
    opened();
    frame();
    for (const data of [
      new Blob(['?']),
      'x'.repeat(MAX_FRAME_LENGTH + 1),
      '<html>',
      '[]',
      'pong',
    ]) {
      clock.advance(9999);
      sockets.last.events.message(data);
    }
    expect(sockets.last.sent, 'no silence, no ping').to.deep.equal([]);
    expect(codes()).to.deep.equal([]);
  });

  it('is ended before the next one is opened, whoever asks', () => {
    const { sockets, live, clock, opened, fail } = startConnection();
    opened();
    live.open();
    fail();
    clock.advance(1);
    live.open();
    live.wake();
    expect(sockets.all).to.have.length(3);
    expect(sockets.live).to.deep.equal([sockets.last]);
  });

  it('is not disturbed by a listener that opens another one while it hears a frame', () => {
    const clock = new FakeClock();
    const sockets = new FakeSockets();
    const live: LiveConnection = new LiveConnection(
      { url: NOWHERE, clock, openSocket: sockets.open, patience: () => 0 },
      {
        changed: () => undefined,
        frame: () => {
          live.open();
          return 'report';
        },
        dropped: () => undefined,
        problem: () => undefined,
      },
    );
    live.open();
    sockets.last.events.opened();
    sockets.last.events.message('frame');
    expect(sockets.live).to.have.length(1);
    sockets.last.events.opened();
    expect(live, 'the frame was of another socket').to.include({ phase: 'open', hasFrame: false });
  });
});
