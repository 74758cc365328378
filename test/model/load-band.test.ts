import { expect } from '@open-wc/testing';
import { loadBand } from '../../src/model/load-band.js';
import { isKnown, UNKNOWN } from '../../src/model/unknown.js';
import { formatsFor } from '../../src/text/formats.js';

describe('the bands of load', () => {
  it('meet at 30, 60 and 80 %', () => {
    const bands = [0, 29.4, 30, 59.4, 60, 79.4, 80, 100].map(loadBand);
    expect(bands).to.deep.equal([
      ...['low', 'low', 'moderate', 'moderate'],
      ...['high', 'high', 'critical', 'critical'],
    ]);
  });

  it('are those of the figure that is read beside them', () => {
    const { percent } = formatsFor('en');
    for (let share = 0; share <= 100; share += 0.1) {
      expect(loadBand(share), percent(share)).to.equal(loadBand(Number.parseFloat(percent(share))));
    }
  });

  it('know nothing of what is unknown', () => {
    expect(loadBand(UNKNOWN)).to.equal(UNKNOWN);
    expect(isKnown(UNKNOWN)).to.be.false;
    expect(isKnown(0)).to.be.true;
  });
});
