import { expect } from '@open-wc/testing';
import { MIN_POLL_INTERVAL, Poller } from '../../src/connection/poller.js';
import { FakeClock } from '../support/fake-clock.js';
import { until } from '../support/wait.js';

function start() {
  const clock = new FakeClock();
  const polls: number[] = [];
  const poller = new Poller(clock, async () => {
    polls.push(clock.now());
  });
  return { clock, polls, poller };
}

describe('polling', () => {
  it('asks at once, then every 10 s, give or take a fifth', async () => {
    const { clock, polls, poller } = start();
    const waits: number[] = [];
    for (const [chance, wait] of [
      [0, 8000],
      [0.5, 10_000],
      [0.999_999, 12_000],
    ] as const) {
      clock.chance = chance;
      if (!poller.running) poller.start();
      await until(() => clock.pending === 1, 'the wait for the next poll');
      const asked = polls.length;
      clock.advance(wait - 1);
      expect(polls).to.have.length(asked);
      clock.advance(1);
      expect(polls).to.have.length(asked + 1);
      waits.push(wait);
      poller.stop();
    }
    expect(waits).to.have.length(3);
  });

  it('waits for an answer before it asks again', async () => {
    const clock = new FakeClock();
    let asked = 0;
    let answer = (): void => undefined;
    const poller = new Poller(clock, () => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    poller.start();
    clock.advance(100_000);
    expect(asked).to.equal(1);
    answer();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    clock.advance(10_000);
    expect(asked).to.equal(2);
  });

  it('waits for its own answer where it was stopped and started while another was on its way', async () => {
    const clock = new FakeClock();
    const answers: (() => void)[] = [];
    const poller = new Poller(clock, () => new Promise((resolve) => answers.push(resolve)));
    poller.start();
    poller.stop();
    poller.start();
    answers[0]!();
    for (let tick = 0; tick < 9; tick += 1) await Promise.resolve();
    expect(clock.pending).to.equal(0);
    answers[1]!();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    poller.stop();
  });

  it('can be hurried where the clock was set back', async () => {
    const { clock, polls, poller } = start();
    poller.start();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    clock.set(-3_600_000);
    poller.hurry();
    expect(polls).to.have.length(2);
    poller.stop();
  });

  it('runs once, however often it is started', async () => {
    const { clock, polls, poller } = start();
    poller.start();
    poller.start();
    poller.stop();
    poller.start();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    expect(polls).to.have.length(2);
    clock.advance(10_000);
    expect(polls, 'one round goes on, not two').to.have.length(3);
  });

  it('stops, and leaves no timer', async () => {
    const { clock, poller } = start();
    poller.start();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    poller.stop();
    expect(clock.pending).to.equal(0);
    expect(poller.running).to.be.false;
  });

  it('can be hurried, but not into a storm', async () => {
    const { clock, polls, poller } = start();
    poller.hurry();
    expect(polls, 'it does not run').to.have.length(0);
    poller.start();
    await until(() => clock.pending === 1, 'the wait for the next poll');
    for (let i = 0; i < 10; i += 1) poller.hurry();
    expect(polls).to.have.length(1);
    clock.advance(MIN_POLL_INTERVAL);
    for (let i = 0; i < 10; i += 1) poller.hurry();
    expect(polls).to.have.length(2);
  });

  it('follows a shorter interval without sitting out the longer one, at most once a second', async () => {
    const { clock, polls, poller } = start();
    poller.interval = 3_600_000;
    poller.start();
    await until(() => clock.nextIn === 3_600_000, 'a wait of an hour');
    clock.advance(MIN_POLL_INTERVAL);
    poller.interval = 60_000;
    expect(polls, 'what it has may be old already').to.have.length(2);
    await until(() => clock.nextIn === 60_000, 'a wait of a minute');
    poller.interval = 5000;
    expect(polls, 'it has just asked').to.have.length(2);
    expect(clock.nextIn).to.equal(5000);
    clock.advance(5000);
    expect(polls).to.have.length(3);
    await until(() => clock.pending === 1, 'the wait for the next poll');
    poller.interval = 60_000;
    expect(clock.nextIn, 'a longer one counts from the next').to.equal(5000);
  });

  it('asks nothing because of a shorter interval while it does not run, or waits for an answer', () => {
    const { clock, polls, poller } = start();
    poller.interval = 5000;
    expect(polls).to.have.length(0);
    poller.start();
    clock.advance(MIN_POLL_INTERVAL);
    poller.interval = 4000;
    expect(polls).to.have.length(1);
  });
});
