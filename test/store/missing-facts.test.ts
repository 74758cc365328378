import { expect } from '@open-wc/testing';
import { MissingFacts } from '../../src/store/missing-facts.js';
import { FakeClock } from '../support/fake-clock.js';
import { dashboardReport, frameReport, rayRecord, wireNode } from '../support/wire.js';

const unnamed = (number: number) => wireNode(number, { name: `node:127.0.0.${number}` });

describe('asking REST for names', () => {
  it('is worth it for a node that is known by its address only, once in 30 s', () => {
    const clock = new FakeClock();
    const missing = new MissingFacts(clock);
    expect(missing.worthAsking(frameReport([wireNode(1)]))).to.be.false;
    expect(missing.worthAsking(frameReport([unnamed(1)]))).to.be.true;
    expect(missing.worthAsking(frameReport([unnamed(1)]))).to.be.false;
    clock.advance(30_000);
    expect(missing.worthAsking(frameReport([unnamed(1)])), 'no answer came').to.be.true;
  });

  it('is worth it again where the clock was set back', () => {
    const clock = new FakeClock();
    const missing = new MissingFacts(clock);
    expect(missing.worthAsking(frameReport([unnamed(1)]))).to.be.true;
    clock.sleep(-3_600_000);
    expect(missing.worthAsking(frameReport([unnamed(1)]))).to.be.true;
  });

  it('is not worth it for a node of which an answer has told', () => {
    const clock = new FakeClock();
    const missing = new MissingFacts(clock);
    const node = unnamed(1);
    missing.answered(dashboardReport([node], [rayRecord(node, { CPU: 2 })]).facts);
    expect(missing.worthAsking(frameReport([node])), 'that has no name at all').to.be.false;
    expect(missing.worthAsking(frameReport([node, unnamed(2)]))).to.be.true;
  });

  it('is not worth it for a node that REST does not know', () => {
    const clock = new FakeClock();
    const missing = new MissingFacts(clock);
    missing.worthAsking(frameReport([unnamed(1)]));
    missing.answered([]);
    clock.advance(30_000);
    expect(missing.worthAsking(frameReport([unnamed(1)]))).to.be.false;
  });

  it('is not worth it again where another node is without a name in each frame', () => {
    const clock = new FakeClock();
    const missing = new MissingFacts(clock);
    const frame = (i: number) =>
      frameReport([0, 1, 2].map((n) => (n === i % 3 ? unnamed(n) : wireNode(n))));
    let asked = 0;
    for (let i = 0; i < 100; i++) {
      if (missing.worthAsking(frame(i))) {
        asked += 1;
        missing.answered([]);
      }
      clock.advance(3000);
    }
    expect(asked, 'REST knows none of them').to.equal(1);
  });
});
