import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseFlightOrder } from '../../src/model/flight-order.js';

const LIBRARY = { name: '图书馆', x: 120, y: 80, z: 15 };
const STADIUM = { name: '体育场', x: 640, y: 410, z: 35 };

describe('a flight order', () => {
  it('is JSON, or lines', () => {
    const order = { from: LIBRARY, to: STADIUM };
    expect(parseFlightOrder(JSON.stringify(order))).to.deep.equal(order);
    const lines = 'FROM: 图书馆 120.0 80.0 15.0\nTO: 体育场 640.0 410.0 35.0\n';
    expect(parseFlightOrder(lines)).to.deep.equal(order);
    const others = '# order\r\n to：体育场（640，410，35）\r\nfrom : 图书馆, 120, 80, 15';
    expect(parseFlightOrder(others)).to.deep.equal(order);
  });

  it('says unknown for what it does not say', () => {
    const nowhere = { x: 'unknown', y: 'unknown', z: 'unknown' };
    expect(parseFlightOrder('FROM: Gate 2\nTO:')).to.deep.equal({
      from: { name: 'Gate 2', ...nowhere },
      to: { name: 'unknown', ...nowhere },
    });
    expect(parseFlightOrder('{"from":{"name":"A","x":null,"y":"","z":"7"},"to":{}}')).to.deep.equal(
      {
        from: { name: 'A', x: 'unknown', y: 'unknown', z: 7 },
        to: { name: 'unknown', ...nowhere },
      },
    );
  });

  it('is nothing else: no program, no half of one', () => {
    for (const text of ['MZ\u0090\0', 'FROM: A 1 2 3', '{"from":{}}', '[]', 'from A to B', ''])
      expect(parseFlightOrder(text), text).to.equal(undefined);
  });

  it('is read as it was written, in either form', () => {
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
    const word = fc.stringMatching(/^[A-Za-z图书馆][A-Za-z图书馆 -]{0,18}[A-Za-z图书馆]$/);
    const name = word.map((text) => text.replace(/ +/g, ' '));
    const stop = fc.record({ name, x: figure, y: figure, z: figure });
    fc.assert(
      fc.property(stop, stop, (from, to) => {
        const line = ({ name, x, y, z }: typeof from) => `${name} ${x} ${y} ${z}`;
        expect(parseFlightOrder(JSON.stringify({ from, to }))).to.deep.equal({ from, to });
        const lines = `FROM: ${line(from)}\nTO: ${line(to)}`;
        expect(parseFlightOrder(lines)).to.deep.equal({ from, to });
      }),
      { numRuns: 300 },
    );
  });

  it('throws for nothing, and has no figure that is none', () => {
    const lines = fc.tuple(fc.string(), fc.string()).map(([a, b]) => `FROM:${a}\nTO:${b}`);
    const json = fc.tuple(fc.json(), fc.json()).map(([a, b]) => `{"from":${a},"to":${b}}`);
    fc.assert(
      fc.property(fc.oneof(lines, json, fc.string()), (text) => {
        const order = parseFlightOrder(text);
        const figures = order ? [order.from, order.to].flatMap(({ x, y, z }) => [x, y, z]) : [];
        return figures.every((value) => value === 'unknown' || Number.isFinite(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('has no coordinate in what is no figure, however deep', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    for (const x of ['[7]', deep]) {
      const order = parseFlightOrder(`{"from":{"x":${x}},"to":{}}`);
      if (order) expect(order.from.x).to.equal('unknown'); // some engines read nothing so deep
    }
  });
});
