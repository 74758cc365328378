import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { capturedDashboard } from '../support/captures.js';
import { frameReport, wireNode } from '../support/wire.js';

const NAME = 'M10';

describe('the memory figure', () => {
  it('is the available share: the idle cluster of the capture uses 7 %, not 93 %', async () => {
    const report = await capturedDashboard('ray-dashboard-healthy.json');
    const { nodes } = new ClusterHistory('available').accept(report);
    for (const node of nodes) expect(node.memoryPercent).to.be.a('number').within(6.5, 8);
  });

  it('has no more digits than the service gave', async () => {
    const report = await capturedDashboard('ray-dashboard-one-dead.json');
    const { nodes } = new ClusterHistory('available').accept(report);
    expect(nodes.find((node) => node.name === NAME)!.memoryPercent).to.equal(7.6); // 100 − 92.4
  });

  it('is the used share where the owner of a repaired service says so', async () => {
    const report = await capturedDashboard('ray-dashboard-one-dead.json');
    const { nodes } = new ClusterHistory('used').accept(report);
    expect(nodes.find((node) => node.name === NAME)!.memoryPercent).to.equal(92.4);
  });

  it('takes the label made from it along', async () => {
    const report = await capturedDashboard('ray-dashboard-healthy.json');
    const head = (figure: 'used' | 'available') =>
      new ClusterHistory(figure).accept(report).nodes.find((node) => node.name === NAME)!;
    expect(head('used').taskLabels).to.deep.equal(['memory-intensive', 'cluster-management']);
    expect(head('available').taskLabels).to.deep.equal(['cluster-management']);
  });

  it('takes the label "idle" along, but only where the memory is nearly full', () => {
    const labels = (memory: unknown, figure: 'used' | 'available') =>
      new ClusterHistory(figure).accept(frameReport([wireNode(1, { memory, tasks: ['空闲'] })]))
        .nodes[0]!.taskLabels;
    expect(labels(20, 'available'), '80 % used').to.deep.equal([]);
    expect(labels(20.1, 'available'), '79.9 % used, which reads 80 %').to.deep.equal([]);
    expect(labels(20.6, 'available'), '79.4 % used').to.deep.equal(['idle']);
    expect(labels(undefined, 'available'), 'unknown').to.deep.equal(['idle']);
    expect(labels(95, 'used'), 'the service knows').to.deep.equal(['idle']);
  });

  it('can be corrected later, for what is already shown', async () => {
    const history = new ClusterHistory('available');
    history.accept(await capturedDashboard('ray-dashboard-one-dead.json', 500));
    history.reinterpret('used');
    const snapshot = history.snapshot!;
    expect(snapshot.nodes.find((node) => node.name === NAME)!.memoryPercent).to.equal(92.4);
    expect(snapshot.receivedAt).to.equal(500);
  });
});
