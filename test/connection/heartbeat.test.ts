import { expect } from '@open-wc/testing';
import { Heartbeat } from '../../src/connection/heartbeat.js';
import { FakeClock } from '../support/fake-clock.js';

function start() {
  const clock = new FakeClock();
  const seen = { pings: 0, deaths: 0 };
  const heartbeat = new Heartbeat(clock, {
    ping: () => (seen.pings += 1),
    dead: () => (seen.deaths += 1),
  });
  heartbeat.sign();
  return { clock, seen, heartbeat };
}

describe('the heartbeat', () => {
  it('does not ask while frames come every 3 s', () => {
    const { clock, seen, heartbeat } = start();
    for (let i = 0; i < 100; i += 1) {
      clock.advance(3000);
      heartbeat.sign();
    }
    expect(seen).to.deep.equal({ pings: 0, deaths: 0 });
  });

  it('asks after 10 s of silence, and again, and gives up after two unanswered pings', () => {
    const { clock, seen } = start();
    clock.advance(9999);
    expect(seen.pings).to.equal(0);
    clock.advance(1);
    expect(seen.pings).to.equal(1);
    clock.advance(10_000);
    expect(seen).to.deep.equal({ pings: 2, deaths: 0 });
    clock.advance(9999);
    expect(seen.deaths).to.equal(0);
    clock.advance(1);
    expect(seen).to.deep.equal({ pings: 2, deaths: 1 });
    expect(clock.pending, 'nothing is left running').to.equal(0);
  });

  it('never gives up on a service that sends every 14 s', () => {
    const { clock, seen, heartbeat } = start();
    for (let i = 0; i < 100; i += 1) {
      clock.advance(14_000);
      heartbeat.sign();
    }
    expect(seen.deaths).to.equal(0);
  });

  it('takes any frame for an answer, but only a pong for the time of one', () => {
    const { clock, seen, heartbeat } = start();
    clock.advance(10_000); // a ping
    clock.advance(700);
    heartbeat.sign();
    clock.advance(300);
    expect(heartbeat.pong()).to.equal(1000);
    expect(heartbeat.pong(), 'the ping has been answered').to.be.undefined;
    expect(seen.deaths).to.equal(0);
  });

  it('measures from the first of two pings, whichever the pong is for', () => {
    const { clock, heartbeat } = start();
    clock.advance(20_000);
    clock.advance(500);
    expect(heartbeat.pong()).to.equal(10_500);
  });

  it('measures nothing where the clock was set back before the pong', () => {
    const { clock, heartbeat } = start();
    clock.advance(10_000);
    clock.set(-3_600_000);
    expect(heartbeat.pong()).to.be.undefined;
  });

  it('counts neither sleep nor the pings of a socket before as the time of an answer', () => {
    const { clock, heartbeat } = start();
    clock.advance(10_000); // a ping
    clock.sleep(8 * 3_600_000); // another one at once
    clock.advance(100);
    expect(heartbeat.pong()).to.equal(100);
    heartbeat.sign();
    clock.advance(10_000); // another one
    heartbeat.stop();
    clock.advance(60_000);
    heartbeat.sign(); // another socket
    expect(heartbeat.pong(), 'it was asked nothing').to.be.undefined;
  });

  it('probes: one ping, and 5 s to answer it', () => {
    const { clock, seen, heartbeat } = start();
    heartbeat.probe();
    expect(seen.pings).to.equal(1);
    clock.advance(4999);
    expect(seen.deaths).to.equal(0);
    clock.advance(1);
    expect(seen.deaths).to.equal(1);
  });

  it('ends within 5 s however often it is asked to probe', () => {
    const { clock, seen, heartbeat } = start();
    for (let i = 0; i < 5; i += 1) {
      heartbeat.probe();
      clock.advance(1000);
    }
    expect(seen.deaths).to.equal(1);
  });

  it('goes on as usual after a probe was answered', () => {
    const { clock, seen, heartbeat } = start();
    heartbeat.probe();
    clock.advance(100);
    heartbeat.sign();
    clock.advance(29_000);
    expect(seen).to.deep.equal({ pings: 3, deaths: 0 });
  });

  it('gives a socket another 5 s after the machine slept, and no more', () => {
    const { clock, seen } = start();
    clock.advance(20_000);
    expect(seen.pings).to.equal(2);
    clock.sleep(8 * 3_600_000);
    expect(seen, 'what went unanswered in sleep proves nothing').to.deep.equal({
      pings: 3,
      deaths: 0,
    });
    clock.advance(5000);
    expect(seen.deaths).to.equal(1);
  });

  it('takes a timer that is over 5 s late for sleep, and one that is less for a busy page', () => {
    for (const [late, pings] of [
      [5001, 1], // the probe, with its last chance
      [4999, 2], // two pings, as usual
    ] as const) {
      const { clock, seen } = start();
      clock.sleep(10_000 + late);
      clock.advance(5000);
      expect(seen.deaths, `${late} ms late`).to.equal(late > 5000 ? 1 : 0);
      clock.advance(5000);
      expect(seen.pings, `${late} ms late`).to.equal(pings);
    }
  });

  it('stops', () => {
    const { clock, seen, heartbeat } = start();
    heartbeat.stop();
    clock.advance(100_000);
    expect(seen).to.deep.equal({ pings: 0, deaths: 0 });
    expect(clock.pending).to.equal(0);
  });
});
