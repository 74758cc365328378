import { expect } from '@open-wc/testing';
import { loadBand } from '../../src/model/load-band.js';
import { isKnown, UNKNOWN } from '../../src/model/unknown.js';

describe('the bands of load', () => {
  it('meet at 30, 60 and 80 %', () => {
    const bands = [0, 29.9, 30, 59.9, 60, 79.9, 80, 100].map(loadBand);
    expect(bands).to.deep.equal([
      ...['low', 'low', 'moderate', 'moderate'],
      ...['high', 'high', 'critical', 'critical'],
    ]);
  });

  it('know nothing of what is unknown', () => {
    expect(loadBand(UNKNOWN)).to.equal(UNKNOWN);
    expect(isKnown(UNKNOWN)).to.be.false;
    expect(isKnown(0)).to.be.true;
  });
});
