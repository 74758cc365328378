import { expect } from '@open-wc/testing';
import { COMMIT_INTERVAL, CommitPacer } from '../../src/store/commit-pacer.js';
import { FakeClock } from '../support/fake-clock.js';

function start() {
  const clock = new FakeClock();
  const commits: number[] = [];
  const begin = clock.now();
  const pacer = new CommitPacer(clock, () => commits.push(clock.now() - begin));
  return { clock, commits, pacer };
}

describe('commits', () => {
  it('are made at once, and at most four times a second', () => {
    const { clock, commits, pacer } = start();
    for (let i = 0; i < 100; i += 1) {
      pacer.request();
      clock.advance(10);
    }
    expect(commits).to.deep.equal([0, 250, 500, 750, 1000]);
  });

  it('are all made, the last one late', () => {
    const { clock, commits, pacer } = start();
    pacer.request();
    clock.advance(1);
    pacer.request();
    clock.advance(COMMIT_INTERVAL);
    expect(commits).to.deep.equal([0, COMMIT_INTERVAL]);
    clock.advance(10_000);
    expect(commits).to.have.length(2);
  });

  it('do not wait for hours where the clock was set back', () => {
    const { clock, commits, pacer } = start();
    pacer.request();
    clock.sleep(-3_600_000);
    pacer.request();
    expect(commits).to.have.length(2);
  });

  it('can be made now', () => {
    const { clock, commits, pacer } = start();
    pacer.request();
    pacer.request();
    pacer.flush();
    expect(commits).to.deep.equal([0, 0]);
    clock.advance(1000);
    expect(commits).to.have.length(2);
    expect(clock.pending).to.equal(0);
  });
});
