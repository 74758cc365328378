import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { capturedDashboard } from '../support/captures.js';
import { frameReport, wireNode, wireNodes } from '../support/wire.js';

function isFrozenThroughout(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout);
}

describe('from snapshot to snapshot', () => {
  it('nodes, counts and totals that did not change are the same objects', () => {
    const history = new ClusterHistory('available');
    const first = history.accept(frameReport(wireNodes(3)));
    const second = history.accept(frameReport(wireNodes(3), 3000));
    expect(second).not.to.equal(first);
    expect(second.nodes).to.equal(first.nodes);
    expect(second.counts).to.equal(first.counts);
    expect(second.totals).to.equal(first.totals);
  });

  it('only the node that changed is another object', () => {
    const history = new ClusterHistory('available');
    const first = history.accept(frameReport(wireNodes(3)));
    const changed = [wireNode(1), wireNode(2, { cpu: 21 }), wireNode(3)];
    const second = history.accept(frameReport(changed, 3000));
    const isSame = second.nodes.map((node, i) => node === first.nodes[i]);
    expect(isSame).to.deep.equal([true, false, true]);
    expect(second.totals.memory).to.equal(first.totals.memory);
    expect(second.totals.cpu).not.to.equal(first.totals.cpu);
  });

  it('other task labels make another object, the same ones do not', () => {
    const history = new ClusterHistory('available');
    const labelled = (tasks: string[]) =>
      history.accept(frameReport([wireNode(1, { tasks })])).nodes[0];
    const first = labelled(['空闲', '新']);
    expect(labelled(['空闲', '新'])).to.equal(first);
    expect(labelled(['空闲', '旧'])).not.to.equal(first);
  });

  it('two readers of the same reports each keep their own objects', () => {
    const reports = [0, 1].map((at) => frameReport([wireNode(1, { tasks: ['空闲', '新'] })], at));
    for (const history of [new ClusterHistory('used'), new ClusterHistory('used')]) {
      const [first, second] = reports.map((report) => history.accept(report).nodes);
      expect(second).to.equal(first);
    }
  });

  it('a node that only stands elsewhere in the list is the same object', () => {
    const history = new ClusterHistory('available');
    const [a, b] = history.accept(frameReport([wireNode(1), wireNode(2)])).nodes;
    const turned = history.accept(frameReport([wireNode(2), wireNode(1)], 1)).nodes;
    expect(turned).to.have.ordered.members([b, a]);
  });

  it('everything is frozen, to the last label', async () => {
    const report = await capturedDashboard('ray-dashboard-one-dead.json');
    const history = new ClusterHistory('used');
    expect(isFrozenThroughout(history.accept(report))).to.be.true;
    expect(isFrozenThroughout(history.accept(frameReport([], 1)))).to.be.true;
  });
});
