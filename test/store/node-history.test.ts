import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { NodeHistory, SAMPLES } from '../../src/store/node-history.js';
import { frameReport, wireNode, wireNodes, type WireNode } from '../support/wire.js';

describe('the history of nodes', () => {
  /** Frames two seconds apart, from 20 s on: a node that has just joined has no figures for 10 s. */
  function record(frames: number, nodesAt: (i: number) => readonly WireNode[]): NodeHistory {
    const history = new NodeHistory();
    const cluster = new ClusterHistory('used');
    cluster.accept(frameReport(nodesAt(0), 0));
    for (let i = 0; i < frames; i++) {
      cluster.accept(frameReport(nodesAt(i), 20_000 + 2000 * i));
      history.record(cluster.snapshot);
    }
    return history;
  }
  const id = (node: WireNode) => String(node['nodeId']);
  const [a, b] = [wireNode(1), wireNode(2)];

  it('has each figure with its time, to half a percent, and its range as it was reported', () => {
    const history = record(3, (i) => [{ ...a, cpu: 10.3 + i, memory: 50 }]);
    expect(history.track(id(a), 'cpu')).to.deep.equal({
      times: [20_000, 22_000, 24_000],
      values: [10.5, 11.5, 12.5],
      ...{ low: 10.3, high: 12.3, since: 20_000 },
    });
    expect(history.track(id(a), 'memory')!.values).to.deep.equal([50, 50, 50]);
    expect(history.track(id(a), 'gpu')).to.equal(undefined);
    expect(history.track('nobody', 'cpu')).to.equal(undefined);
  });

  it('never grows, and never forgets how it began', () => {
    const history = record(10 * SAMPLES, (i) => [{ ...a, cpu: i < SAMPLES ? 90 : 20 }, b]);
    const { times, values } = history.track(id(a), 'cpu')!;
    expect(times.length).to.be.within(SAMPLES / 2, SAMPLES);
    expect(times[0]).to.equal(20_000);
    expect(times.at(-1)).to.be.greaterThan(2000 * 9 * SAMPLES);
    expect(values.filter((value) => value === 90)).to.have.lengthOf.within(3, SAMPLES / 5);
    expect(values.at(-1)).to.equal(20);
  });

  it('keeps the least and the most of what was reported, however long ago and between two samples', () => {
    const peaks = new Map([
      [51, 98], // a sample, which goes with time
      [5 * SAMPLES + 1, 2],
    ]);
    const history = record(10 * SAMPLES, (i) => [
      { ...a, cpu: peaks.get(i) ?? 7 },
      ...(i > 9 * SAMPLES ? [b] : []),
    ]);
    expect(history.track(id(a), 'cpu')).to.include({ low: 2, high: 98, since: 20_000 });
    const joined = 20_000 + 2000 * (9 * SAMPLES + 1);
    const since = history.track(id(b), 'cpu')!.since - joined;
    expect(since, 'held back at first').to.be.within(10_000, 12_000);
  });

  it('gives the place of nodes that left to new ones, without their figures', () => {
    const many = Array.from({ length: 1200 }, (_, i) => wireNode(100 + i, { cpu: 70 }));
    const joined = Array.from({ length: 40 }, (_, i) => wireNode(2000 + i, { cpu: 30 }));
    const history = record(60, (i) => [
      a,
      ...(i < 20 ? [b, ...many] : []),
      ...(i > 40 ? joined : []),
    ]);
    expect(history.track(id(b), 'cpu')).to.equal(undefined);
    for (const node of joined) {
      const track = history.track(id(node), 'cpu')!;
      expect(new Set(track.values)).to.deep.equal(new Set([30]));
      expect(track).to.include({ low: 30, high: 30 });
    }
  });

  it('keeps the figures of one that has left, for as long as there are not many such', () => {
    const history = record(3 * SAMPLES, (i) => [a, ...(i < 20 ? [{ ...b, cpu: 70 }] : [])]);
    const { values, low, high, since } = history.track(id(b), 'cpu')!;
    expect({ low, high, since }).to.deep.equal({ low: 70, high: 70, since: 20_000 });
    expect(new Set(values)).to.deep.equal(new Set([70, 'unknown']));
  });

  it('stays over an outage in which Ray tells of no nodes, also of more than are kept for those that left', () => {
    const many = wireNodes(SAMPLES);
    const history = record(60, (i) => (i < 10 || i >= 50 ? many : []));
    expect(history.track(id(a), 'cpu')!.times).to.have.length(20);
  });

  it('goes on where the clock was set back, without what came after that time', () => {
    const history = new NodeHistory();
    const cluster = new ClusterHistory('used');
    for (const [i, at] of [20_000, 22_000, 24_000, 26_000, 23_000, 25_000].entries()) {
      const nodes = [{ ...a, cpu: i }, ...(i < 4 ? [{ ...b, cpu: 50 }] : [])];
      history.record(cluster.accept(frameReport(nodes, at)));
    }
    const times = [20_000, 22_000, 23_000, 25_000];
    expect(history.track(id(a), 'cpu')).to.deep.include({ times, values: [0, 1, 4, 5] });
    expect(history.track(id(b), 'cpu')!.values).to.deep.equal([50, 50, 'unknown', 'unknown']);
    history.record(cluster.accept(frameReport([{ ...a, cpu: 6 }, b], 19_000)));
    const anew = { times: [19_000], values: [6], low: 6, high: 6, since: 19_000 };
    expect(history.track(id(a), 'cpu'), 'before it all').to.deep.equal(anew);
  });

  it('knows the range anew where the clock was set back, also of a node that is as it was', () => {
    const history = new NodeHistory();
    const cluster = new ClusterHistory('used');
    for (const at of [20_000, 22_000, 19_000]) {
      history.record(cluster.accept(frameReport([{ ...a, cpu: 40 }], at)));
    }
    expect(history.track(id(a), 'cpu')).to.include({ low: 40, high: 40, since: 19_000 });
  });

  it('starts over with another cluster', () => {
    const history = record(3, () => [a]);
    history.record(undefined);
    expect(history.track(id(a), 'cpu')).to.equal(undefined);
  });
});
