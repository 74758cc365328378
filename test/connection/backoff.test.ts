import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { MAX_SPREAD, MIN_DELAY, reconnectDelay } from '../../src/connection/backoff.js';

describe('the wait before an attempt', () => {
  it('is 0.5 s and a random part of up to 1 s · 2ⁿ, at most 30 s', () => {
    const range = (n: number) => [reconnectDelay(n, () => 0), reconnectDelay(n, () => 1)];
    expect(range(1)).to.deep.equal([500, 2500]);
    expect(range(2)).to.deep.equal([500, 4500]);
    expect(range(4)).to.deep.equal([500, 16_500]);
    expect(range(5)).to.deep.equal([500, 30_500]);
    expect(range(1_000_000)).to.deep.equal([500, 30_500]);
  });

  it('is never shorter than the least nor longer than the most', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), chance, (n, random) => {
        const delay = reconnectDelay(n, () => random);
        return delay >= MIN_DELAY && delay < MIN_DELAY + MAX_SPREAD;
      }),
    );
  });

  it('is another one for every page, at the cap too', () => {
    const waits = Array.from({ length: 50 }, () => reconnectDelay(20, Math.random));
    expect(new Set(waits.map((ms) => Math.round(ms))).size).to.be.greaterThan(40);
    expect(Math.max(...waits) - Math.min(...waits)).to.be.greaterThan(15_000);
  });
});
