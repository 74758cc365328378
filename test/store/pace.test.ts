import { expect } from '@open-wc/testing';
import { Pace } from '../../src/store/pace.js';

describe('the pace of a transfer', () => {
  it('is known with the second look, and forecasts what is left', () => {
    const pace = new Pace();
    pace.note(0, 1000);
    expect(pace.speed).to.equal('unknown');
    expect(pace.remaining(5000)).to.equal('unknown');
    pace.note(1000, 2000);
    expect(pace.speed).to.equal(1000);
    expect(pace.remaining(5000)).to.equal(5000);
  });

  it('is not taken from two looks a moment apart', () => {
    const pace = new Pace();
    pace.note(0, 1000);
    pace.note(64_000, 1001);
    expect(pace.speed, 'a buffer was filled').to.equal('unknown');
    pace.note(100_000, 2000);
    expect(pace.speed).to.equal(100_000);
  });

  it('never runs backwards where something is sent from its beginning, or the clock is set back', () => {
    const pace = new Pace();
    pace.note(0, 1000);
    pace.note(10_000, 2000);
    pace.note(0, 3000);
    expect(pace.speed).to.equal(10_000);
    pace.note(10_000, 4000);
    expect(pace.speed).to.equal(10_000);
    pace.note(20_000, 1000);
    pace.note(30_000, 2000);
    expect(pace.speed).to.equal(10_000);
  });

  it('forecasts nothing of what stands still', () => {
    const pace = new Pace();
    pace.note(0, 0);
    pace.note(0, 1000);
    expect(pace.speed).to.equal(0);
    expect(pace.remaining(1)).to.equal('unknown');
  });
});
