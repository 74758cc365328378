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

  it('has each figure with its time, to half a percent', () => {
    const history = record(3, (i) => [{ ...a, cpu: 10.3 + i, memory: 50 }]);
    expect(history.track(id(a), 'cpu')).to.deep.equal({
      times: [20_000, 22_000, 24_000],
      values: [10.5, 11.5, 12.5],
    });
    expect(history.track(id(a), 'memory').values).to.deep.equal([50, 50, 50]);
    expect(history.track(id(a), 'gpu').values).to.deep.equal([]);
    expect(history.track('nobody', 'cpu').values).to.deep.equal([]);
  });

  it('never grows, and never forgets how it began', () => {
    const history = record(10 * SAMPLES, (i) => [{ ...a, cpu: i < SAMPLES ? 90 : 20 }, b]);
    const { times, values } = history.track(id(a), 'cpu');
    expect(times.length).to.be.within(SAMPLES / 2, SAMPLES);
    expect(times[0]).to.equal(20_000);
    expect(times.at(-1)).to.be.greaterThan(2000 * 9 * SAMPLES);
    expect(values.filter((value) => value === 90)).to.have.lengthOf.within(3, SAMPLES / 5);
    expect(values.at(-1)).to.equal(20);
  });

  it('gives the place of nodes that left to new ones, without their figures', () => {
    const joined = Array.from({ length: 40 }, (_, i) => wireNode(100 + i, { cpu: 30 }));
    const history = record(3 * SAMPLES, (i) => [
      a,
      ...(i < SAMPLES - 20 ? [{ ...b, cpu: 70 }] : []),
      ...(i > SAMPLES + 20 ? joined : []),
    ]);
    expect(history.track(id(b), 'cpu').values).to.deep.equal([]);
    for (const node of joined) {
      expect(new Set(history.track(id(node), 'cpu').values)).to.deep.equal(new Set([30]));
    }
  });

  it('tells since when a node is in its state, and whether the change was seen', () => {
    const history = record(4, (i) => [a, { ...b, state: i < 2 ? 'ALIVE' : 'DEAD' }]);
    expect(history.stateSince(id(a))).to.include({ at: 20_000, isSeen: false });
    expect(history.stateSince(id(b))).to.include({ at: 24_000, isSeen: true });
  });

  it('stays over an outage in which Ray tells of no nodes, also of more than are kept for those that left', () => {
    const many = wireNodes(SAMPLES);
    const history = record(60, (i) => (i < 10 || i >= 50 ? many : []));
    expect(history.stateSince(id(a))).to.include({ at: 20_000, isSeen: false });
    expect(history.track(id(a), 'cpu').times).to.have.length(20);
  });

  it('goes on where the clock was set back, without what came after that time', () => {
    const history = new NodeHistory();
    const cluster = new ClusterHistory('used');
    for (const [i, at] of [20_000, 22_000, 24_000, 26_000, 23_000, 25_000].entries()) {
      const nodes = [{ ...a, cpu: i }, ...(i < 4 ? [{ ...b, cpu: 50 }] : [])];
      history.record(cluster.accept(frameReport(nodes, at)));
    }
    const times = [20_000, 22_000, 23_000, 25_000];
    expect(history.track(id(a), 'cpu')).to.deep.equal({ times, values: [0, 1, 4, 5] });
    expect(history.track(id(b), 'cpu').values).to.deep.equal([50, 50, 'unknown', 'unknown']);
  });

  it('starts over with another cluster', () => {
    const history = record(3, () => [a]);
    history.record(undefined);
    expect(history.track(id(a), 'cpu').times).to.deep.equal([]);
    expect(history.stateSince(id(a))).to.equal(undefined);
  });
});
