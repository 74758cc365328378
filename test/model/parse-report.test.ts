import { expect } from '@open-wc/testing';
import { parseDashboard, parseFrame } from '../../src/model/parse-report.js';
import { MAX_ENTRIES } from '../../src/model/too-many.js';
import { capture } from '../support/captures.js';
import { frameText, wireNodes } from '../support/wire.js';

const reasonOf = (text: string) => {
  const parsed = parseFrame(text, 0);
  return parsed.kind === 'unusable' ? parsed.reason : parsed.kind;
};

describe('a text of the service', () => {
  it('is a report in every captured answer', async () => {
    for (const name of ['healthy', 'one-dead', 'node-joined', 'ray-unreachable']) {
      const parsed = parseDashboard(await capture(`ray-dashboard-${name}.json`), 7);
      expect(parsed.kind, name).to.equal('report');
    }
  });

  it('is refused where a list in it is longer than any cluster’s, before it is read', () => {
    const dashboard = (nodes: number, records: number) => {
      const result = { result: Array.from({ length: records }, () => ({})) };
      const data = { nodes: wireNodes(nodes), result };
      const parsed = parseDashboard(JSON.stringify({ result: true, data }), 0);
      return parsed.kind === 'unusable' ? parsed.reason : parsed.kind;
    };
    const length = 20_000;
    expect(MAX_ENTRIES).to.equal(length);
    expect(reasonOf(frameText(wireNodes(length)))).to.equal('report');
    expect(reasonOf(frameText(wireNodes(length + 1)))).to.equal('too-large');
    expect(dashboard(1, length)).to.equal('report');
    expect(dashboard(1, length + 1)).to.equal('too-large');
    expect(dashboard(length + 1, 1)).to.equal('too-large');
  });

  it('is a pong, with or without a line end', () => {
    expect(reasonOf('pong')).to.equal('pong');
    expect(reasonOf('pong\n')).to.equal('pong');
  });

  it('is of no use where it is something else, and says why', () => {
    expect(reasonOf('hello')).to.equal('not-json');
    expect(reasonOf('{"type":"cluster_status","data":{"nodes":[')).to.equal('not-json');
    expect(reasonOf('[]')).to.equal('not-an-object');
    expect(reasonOf('null')).to.equal('not-an-object');
    expect(reasonOf('{}')).to.equal('other-type');
    expect(reasonOf('{"type":"cluster_status"}')).to.equal('missing-nodes');
    expect(reasonOf('{"type":"cluster_status","data":{"nodes":{}}}')).to.equal('missing-nodes');
  });

  it('names the type of a frame that is none of ours, as the older CastRay sends', () => {
    const text = '{"type":"status_update","data":{"total_nodes":5}}';
    expect(parseFrame(text, 0)).to.deep.equal({
      kind: 'unusable',
      reason: 'other-type',
      detail: 'status_update',
    });
  });

  it("carries the service's own words where it says that it failed", () => {
    const parsed = parseDashboard('{"result":false,"msg":"获取失败"}', 0);
    expect(parsed).to.deep.equal({ kind: 'unusable', reason: 'service-error', detail: '获取失败' });
  });

  it('is no report where a file server answers', async () => {
    const parsed = parseDashboard(await capture('http-server-listing.html'), 0);
    expect(parsed).to.deep.include({ kind: 'unusable', reason: 'not-json' });
  });
});
