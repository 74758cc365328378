import { expect } from '@open-wc/testing';
import { parseJson } from '../../src/model/json.js';
import { parseFrame } from '../../src/model/parse-report.js';
import { UNKNOWN } from '../../src/model/unknown.js';
import { capturedFrames, reportIn } from '../support/captures.js';

describe("JSON in Python's spelling", () => {
  it('has NaN as unknown, in a frame of the capture too', async () => {
    const [frame] = await capturedFrames('ws-healthy.ndjson');
    const report = reportIn(parseFrame(frame!.replace('"cpu":7.5', '"cpu":NaN'), 0));
    expect(report.nodes).to.have.length(5);
    expect(report.nodes[0]!.cpuPercent).to.equal(UNKNOWN);
    expect(report.oddities.map(({ code }) => code)).to.include('nan-in-json');
  });

  it('keeps the words inside of strings, escapes and all', () => {
    const text = String.raw`{"a":NaN,"NaN":"NaN \" NaN, \\","b":[Infinity,-Infinity],"c":"Infinity"}`;
    const parsed = parseJson(text);
    expect(parsed).to.deep.equal({
      ok: true,
      hadNaN: true,
      value: { a: null, NaN: 'NaN " NaN, \\', b: [null, null], c: 'Infinity' },
    });
  });

  it('says so where nothing had to be mended', () => {
    expect(parseJson('{"a":"NaN"}')).to.deep.equal({
      ok: true,
      hadNaN: false,
      value: { a: 'NaN' },
    });
  });

  it('is refused where it is none', () => {
    for (const text of ['', '{', '{"a":NaN', '{"a":"NaN', '<html>NaN</html>', 'NaNa', '"\\']) {
      expect(parseJson(text), text).to.deep.equal({ ok: false });
    }
  });
});
