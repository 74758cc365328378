import { expect } from '@open-wc/testing';
import { Alarm, LONGEST_WAIT, systemClock } from '../../src/connection/clock.js';
import { FakeClock } from '../support/fake-clock.js';

describe('an alarm', () => {
  it('that is set for longer than timers know does not ring at once', async () => {
    const rung: string[] = [];
    const alarms = [2 ** 31, 2 ** 32, Infinity].map((ms) => {
      const alarm = new Alarm(systemClock);
      alarm.set(ms, () => rung.push(`after ${ms} ms`));
      return alarm;
    });
    // set after them, so that one that rings at once is heard before it
    await new Promise<void>((done) => {
      new Alarm(systemClock).set(2, done);
    });
    for (const alarm of alarms) alarm.clear();
    expect(rung).to.deep.equal([]);
  });

  it('then rings after the longest wait that there is', () => {
    const clock = new FakeClock();
    const alarm = new Alarm(clock);
    for (const [ms, wait] of [
      [LONGEST_WAIT - 1, LONGEST_WAIT - 1],
      [Infinity, LONGEST_WAIT],
    ] as const) {
      alarm.set(ms, () => undefined);
      expect(clock.nextIn).to.equal(wait);
    }
    expect(LONGEST_WAIT).to.equal(2_147_483_647);
  });
});
