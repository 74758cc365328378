import { expect } from '@open-wc/testing';
import { FrameRhythm, STALE_FLOOR } from '../../src/connection/frame-rhythm.js';

function rhythm(...times: readonly number[]): FrameRhythm {
  const frames = new FrameRhythm();
  for (const at of times) frames.frame(at);
  return frames;
}

/** The usual interval, of which data may miss three. */
const intervalOf = (frames: FrameRhythm) => frames.staleAfter(0) / 3;

describe('the rhythm of frames', () => {
  it('makes data stale after 10 s where frames come every 3 s', () => {
    expect(rhythm(0, 3000, 6000, 9000).staleAfter(STALE_FLOOR)).to.equal(10_000);
  });

  it('makes data stale after three intervals where they come slowly by habit', () => {
    const slow = rhythm(0, 14_000, 28_000, 42_000);
    expect(intervalOf(slow)).to.equal(14_000);
    expect(slow.staleAfter(STALE_FLOOR)).to.equal(42_000);
  });

  it('follows a service that gets slower', () => {
    const times = [0, 3000, 6000, ...Array.from({ length: 20 }, (_, i) => 6000 + 14_000 * (i + 1))];
    expect(intervalOf(rhythm(...times))).to.be.closeTo(14_000, 100);
  });

  it('is an average: one frame that is late changes it little', () => {
    expect(intervalOf(rhythm(0, 3000, 6000, 9000, 29_000))).to.be.within(3000, 10_000);
  });

  it('is unknown until two frames have come', () => {
    expect(rhythm().staleAfter(7000)).to.equal(7000);
    expect(intervalOf(rhythm(5))).to.equal(0);
    expect(rhythm(5).staleAfter(7000)).to.equal(7000);
  });

  it('is not learnt from the time that a connection was away', () => {
    const frames = rhythm(0, 3000);
    frames.interrupt();
    frames.frame(60_000);
    frames.frame(63_000);
    expect(intervalOf(frames)).to.equal(3000);
  });

  it('is not learnt from the sleep of a machine, nor from a clock set back', () => {
    expect(intervalOf(rhythm(0, 3000, 28_800_000))).to.equal(3000);
    const atOnce = intervalOf(rhythm(10_000, 13_000, 13_000));
    expect(intervalOf(rhythm(10_000, 13_000, 5000)), 'as a gap of nothing').to.equal(atOnce);
  });
});
