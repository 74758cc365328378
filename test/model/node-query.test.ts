import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import type { ClusterNode } from '../../src/model/cluster.js';
import {
  countByFilter,
  findNodes,
  NODE_SORT_KEYS,
  sortNodes,
  type NodeSort,
} from '../../src/model/node-query.js';
import { capturedDashboard } from '../support/captures.js';
import { frameReport, wireNode, type WireNode } from '../support/wire.js';

const { compare } = new Intl.Collator('en', { numeric: true });
const names = (nodes: readonly ClusterNode[]) => nodes.map((node) => node.name);
const sorted = (nodes: readonly ClusterNode[], sort?: NodeSort) =>
  names(sortNodes(nodes, sort, compare));
const nodesOf = (...nodes: WireNode[]) =>
  new ClusterHistory('available').accept(frameReport(nodes)).nodes;
const named = (number: number, name: string, more: WireNode = {}) =>
  wireNode(number, { name, ...more });

async function joined() {
  const report = await capturedDashboard('ray-dashboard-node-joined.json');
  return new ClusterHistory('available').accept(report).nodes;
}

describe('filters', () => {
  it('count the nodes of the capture', async () => {
    expect(countByFilter(await joined())).to.deep.equal({
      all: 6,
      active: 5,
      inactive: 1,
      gpu: 1,
      wired: 3,
      wireless: 3,
    });
  });

  it('show as many nodes as they count', async () => {
    const nodes = await joined();
    for (const [filter, count] of Object.entries(countByFilter(nodes))) {
      expect(findNodes(nodes, filter as 'all', ''), filter).to.have.length(count);
    }
    expect(names(findNodes(nodes, 'gpu', ''))).to.deep.equal(['Jetson']);
  });

  it('call a node inactive of which Ray says nothing', () => {
    const counts = countByFilter(nodesOf(wireNode(1, { state: null })));
    expect(counts).to.include({ active: 0, inactive: 1 });
  });
});

describe('search', () => {
  it('looks in name, address and id, whatever the case', async () => {
    const nodes = await joined();
    const found = (search: string) => names(findNodes(nodes, 'all', search)).sort();
    expect(found('uav')).to.deep.equal(['UAV-1', 'UAV-2']);
    expect(found('127.0.0.4')).to.deep.equal(['Jetson']);
    expect(found('4BE74112')).to.deep.equal(['Jetson']);
    expect(found('  uav   .6 '), 'all words').to.deep.equal(['UAV-2']);
    expect(found('no such node')).to.deep.equal([]);
  });

  it('is bounded by the filter', async () => {
    expect(names(findNodes(await joined(), 'active', 'uav'))).to.deep.equal(['UAV-2']);
  });

  it('does not find a missing address by the word for it', () => {
    const nodes = nodesOf(wireNode(1, { nodeIp: null }));
    expect(findNodes(nodes, 'all', 'unknown')).to.deep.equal([]);
  });

  it('gives the list itself where nothing is left out', async () => {
    const nodes = await joined();
    expect(findNodes(nodes, 'all', ' ')).to.equal(nodes);
  });
});

describe('the order of nodes', () => {
  it('is alive first, the head first, then the natural order of names, where none is chosen', () => {
    const nodes = nodesOf(
      named(1, 'n10'),
      named(2, 'n9'),
      named(3, 'a-dead-one', { state: 'DEAD' }),
      named(4, 'z-head', { isHeadNode: true }),
      named(5, 'm', { state: null }),
    );
    expect(sorted(nodes)).to.deep.equal(['z-head', 'n9', 'n10', 'm', 'a-dead-one']);
  });

  it('is natural by name, both ways', () => {
    const nodes = nodesOf(named(1, 'n10'), named(2, 'n9'), named(3, 'N1'));
    expect(sorted(nodes, { key: 'name', descending: false })).to.deep.equal(['N1', 'n9', 'n10']);
    expect(sorted(nodes, { key: 'name', descending: true })).to.deep.equal(['n10', 'n9', 'N1']);
  });

  it('has unknown figures last, whichever way the rest is sorted', () => {
    const nodes = nodesOf(
      named(1, 'unknown', { cpu: null }),
      named(2, 'high', { cpu: 90 }),
      named(3, 'low', { cpu: 0 }),
      named(4, 'dead', { state: 'DEAD', cpu: 50 }),
    );
    const up = sorted(nodes, { key: 'cpu', descending: false });
    const down = sorted(nodes, { key: 'cpu', descending: true });
    expect(up).to.deep.equal(['low', 'high', 'dead', 'unknown']);
    expect(down).to.deep.equal(['high', 'low', 'dead', 'unknown']);
  });

  it('is the same for every order in which the nodes come, by every key', () => {
    const wire = Array.from({ length: 12 }, (_, i) =>
      named(i + 1, `n${i % 3}`, { cpu: i % 2, memory: 50, gpu: null }),
    );
    const ids = (nodes: readonly WireNode[], sort: NodeSort) =>
      sortNodes(nodesOf(...nodes), sort, compare).map((node) => node.nodeId);
    for (const key of NODE_SORT_KEYS) {
      for (const descending of [false, true]) {
        const sort = { key, descending };
        expect(ids(wire, sort)).to.deep.equal(ids(wire.toReversed(), sort));
      }
    }
  });

  it('has a place for a name that comes later, and forgets names that have gone', () => {
    const byName: NodeSort = { key: 'name', descending: false };
    expect(sorted(nodesOf(named(1, 'n4'), named(2, 'n2')), byName)).to.deep.equal(['n2', 'n4']);
    const later = nodesOf(named(1, 'n4'), named(3, 'n3'), named(2, 'n2'));
    expect(sorted(later, byName)).to.deep.equal(['n2', 'n3', 'n4']);
    const many = Array.from({ length: 3000 }, (_, i) => named(i + 1, `m${3000 - i}`));
    sorted(nodesOf(...many), byName);
    expect(sorted(nodesOf(...many.slice(0, 12)), byName)[0]).to.equal('m2989');
    expect(sorted(nodesOf(...many), byName)[0]).to.equal('m1');
  });

  it('compares no names again for a short list beside a long one, frame after frame', () => {
    let compared = 0;
    const counting = (a: string, b: string) => (compared += 1) && compare(a, b);
    const many = nodesOf(...Array.from({ length: 3000 }, (_, i) => named(i + 1, `m${3000 - i}`)));
    const few = many.slice(0, 12);
    for (const list of [many, few]) sortNodes(list, undefined, counting);
    compared = 0;
    for (const list of [many, few, many, few]) sortNodes(list, undefined, counting);
    expect(compared).to.equal(0);
  });

  it('is that of a copy', async () => {
    const nodes = await joined();
    const before = names(nodes);
    sortNodes(nodes, { key: 'name', descending: true }, compare);
    expect(names(nodes)).to.deep.equal(before);
  });
});
