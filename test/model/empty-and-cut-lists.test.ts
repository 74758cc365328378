import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { UNKNOWN } from '../../src/model/unknown.js';
import { capturedDashboard, capturedReports } from '../support/captures.js';
import { frameReport, wireNode, wireNodes } from '../support/wire.js';

async function afterHealthy() {
  const history = new ClusterHistory('available');
  const full = history.accept(await capturedDashboard('ray-dashboard-healthy.json', 1000));
  return { history, full };
}

describe('an empty list of nodes', () => {
  it('keeps the last known nodes, unconfirmed, as the captured outage begins', async () => {
    const { history, full } = await afterHealthy();
    const [first] = await capturedReports('ws-ray-unreachable.ndjson', 4000);
    const held = history.accept(first!);
    expect(held.completeness).to.equal('unconfirmed');
    expect(held.nodes).to.equal(full.nodes);
    expect(held.counts).to.equal(full.counts);
    expect(held.nodesReceivedAt).to.equal(1000);
    expect(held.receivedAt).to.equal(4000);
    expect(held.oddities.map(({ code }) => code)).to.include('empty-node-list');
  });

  it('is believed when it comes for the third time', async () => {
    const { history } = await afterHealthy();
    const reports = [
      ...(await capturedReports('ws-ray-unreachable.ndjson', 4000)),
      await capturedDashboard('ray-dashboard-ray-unreachable.json', 8000),
    ];
    const seen = reports.map((report) => history.accept(report).completeness);
    expect(seen).to.deep.equal(['unconfirmed', 'unconfirmed', 'none-reported']);
    expect(history.snapshot!.nodes).to.deep.equal([]);
    expect(history.snapshot!.counts.alive).to.equal(UNKNOWN);
  });

  it('is believed when it is still so after 15 s', async () => {
    const { history } = await afterHealthy();
    expect(history.accept(frameReport([], 4000)).completeness).to.equal('unconfirmed');
    expect(history.accept(frameReport([], 19_000)).completeness).to.equal('none-reported');
  });

  it('counts from anew once nodes were named in between', async () => {
    const { history } = await afterHealthy();
    for (const at of [2, 3]) history.accept(frameReport([], at));
    expect(history.accept(frameReport(wireNodes(2), 4)).completeness).to.equal('complete');
    expect(history.accept(frameReport([], 5)).completeness).to.equal('unconfirmed');
  });

  it('is no riddle before any node was named', () => {
    const history = new ClusterHistory('available');
    expect(history.accept(frameReport([])).completeness).to.equal('none-reported');
  });

  it('keeps what is unconfirmed unconfirmed while names are learnt', async () => {
    const history = new ClusterHistory('available');
    const { facts } = await capturedDashboard('ray-dashboard-healthy.json');
    history.accept((await capturedReports('ws-healthy.ndjson'))[0]!);
    history.accept(frameReport([], 3000));
    const named = history.learn(facts)!;
    expect(named).to.include({ completeness: 'unconfirmed', receivedAt: 3000, nodesReceivedAt: 0 });
    expect(named.nodes.map((node) => node.name)).to.include('Jetson');
  });

  it('is what a list of nothing but junk is, too', async () => {
    const { history } = await afterHealthy();
    const junk = frameReport([null, 7, 'node', []], 4000);
    expect(history.accept(junk).completeness).to.equal('unconfirmed');
  });
});

describe('a list of exactly 100 nodes', () => {
  it('may have been cut', () => {
    const of = (count: number) =>
      new ClusterHistory('available').accept(frameReport(wireNodes(count))).completeness;
    expect(of(99)).to.equal('complete');
    expect(of(100)).to.equal('perhaps-cut');
    expect(of(101)).to.equal('complete');
  });

  it('may have been cut even where two of its entries are one node', () => {
    const twins = [...wireNodes(99), wireNode(1)];
    const { nodes, completeness } = new ClusterHistory('available').accept(frameReport(twins));
    expect(nodes).to.have.length(99);
    expect(completeness).to.equal('perhaps-cut');
  });
});
