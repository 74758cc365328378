import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { UNKNOWN } from '../../src/model/unknown.js';
import { capturedDashboard, capturedReports } from '../support/captures.js';
import { frameReport, wireNode, wireNodes, type WireNode } from '../support/wire.js';

const GIB = 2 ** 30;
const totalsOf = (nodes: readonly WireNode[], summary?: unknown) =>
  new ClusterHistory('available').accept(frameReport(nodes, 0, summary)).totals;
const gpu = (number: number, more: WireNode) =>
  wireNode(number, { resources: { totalCpu: 4, totalMemory: 16, totalGpu: 1 }, ...more });

describe('totals of the cluster', () => {
  it('are derived from the nodes, and marked so, where the captured summary is all zeros', async () => {
    const report = await capturedDashboard('ray-dashboard-healthy.json');
    expect(report.totals).to.be.undefined;
    expect(report.oddities.map(({ code }) => code)).to.include('zero-summary');
    const { cpu, memory, gpu, objectStore } = new ClusterHistory('available').accept(report).totals;
    for (const total of [cpu, memory, gpu, objectStore]) {
      expect(total.provenance).to.equal('derived');
      expect(total.nodesAlive).to.equal(5);
    }
    expect(cpu.total).to.equal(12);
    expect(cpu.percent).to.be.a('number').within(1, 30);
    expect(memory.total).to.equal(5 * 23.5 * GIB);
    expect(memory.percent).to.be.a('number').within(7, 8);
    expect(gpu.total).to.equal(1);
    expect(objectStore.total).to.equal(157_286_400 + 4 * 104_857_600);
    expect(objectStore.used, 'no report says how full it is').to.equal(UNKNOWN);
  });

  it('are derived from frames, whose summary is zero too', async () => {
    const [first] = await capturedReports('ws-healthy.ndjson');
    const { totals } = new ClusterHistory('available').accept(first!);
    expect(totals.cpu.provenance).to.equal('derived');
    expect(totals.objectStore.provenance, 'frames round it to 0').to.equal('unknown');
  });

  it("are the service's own where it states them", () => {
    const resources = {
      cpu: { total: 64, used: 16 },
      memory: { total: 8 * GIB, used: 2 * GIB },
      gpu: { total: 0, used: 0 },
    };
    const { cpu, memory, gpu, objectStore } = totalsOf(wireNodes(2), { resources });
    expect(cpu).to.include({ total: 64, used: 16, percent: 25, provenance: 'reported' });
    expect(memory).to.include({ total: 8 * GIB, percent: 25, provenance: 'reported' });
    expect(gpu).to.include({ total: 0, percent: UNKNOWN });
    expect(objectStore.provenance).to.equal('unknown');
  });

  it('are derived one by one where the service sends 0 of what the nodes have', () => {
    const resources = {
      cpu: { total: 0, used: 0 },
      memory: { total: 64 * GIB, used: 16 * GIB },
      gpu: { total: 0, used: 0 },
    };
    const totals = totalsOf([wireNode(1), gpu(2, { gpu: 50 })], { resources });
    expect(totals.cpu).to.include({ total: 8, provenance: 'derived' });
    expect(totals.cpu.percent).to.be.closeTo(20, 1e-9);
    expect(totals.memory).to.include({ total: 64 * GIB, percent: 25, provenance: 'reported' });
    expect(totals.gpu).to.include({ total: 1, used: 0.5, provenance: 'derived' });
  });

  it('are unknown where the service sends 0 of what no node tells of', () => {
    const resources = { cpu: { total: 8, used: 2 }, gpu: { total: 0, used: 0 } };
    const { gpu } = totalsOf([wireNode(1, { resources: { totalCpu: 4 } })], { resources });
    expect(gpu).to.include({ total: UNKNOWN, used: UNKNOWN, provenance: 'unknown' });
  });

  it('are derived where the service does not say how much is in use, or more than there is', () => {
    for (const cpu of [{ total: 64 }, { total: 64, used: 'NaN' }, { total: 64, used: 65 }]) {
      const totals = totalsOf(wireNodes(2), { resources: { cpu } });
      expect(totals.cpu).to.include({ total: 8, provenance: 'derived' });
      expect(totals.cpu.percent).to.be.closeTo(20, 1e-9);
    }
  });

  it('are the total alone where nobody says how much of it is in use', () => {
    const resources = { cpu: { total: 64 }, objectStore: { total: 8 * GIB } };
    const { cpu, objectStore } = totalsOf([wireNode(1, { cpu: null })], { resources });
    expect(cpu).to.include({ total: 64, used: UNKNOWN, provenance: 'reported' });
    expect(objectStore).to.include({ total: 8 * GIB, used: UNKNOWN, provenance: 'reported' });
  });

  it('do not take a memory total in an unknown unit for bytes', () => {
    const resources = { cpu: { total: 64, used: 16 }, memory: { total: 128, used: 4 } };
    const { memory } = totalsOf([wireNode(1)], { resources });
    expect(memory).to.include({ total: 16 * GIB, provenance: 'derived' });
  });

  it('say how many nodes they cover where some were not measured', () => {
    const { cpu } = totalsOf([...wireNodes(3), wireNode(4, { cpu: null })]);
    expect(cpu).to.include({ total: 12, nodesCounted: 3, nodesAlive: 4 });
    expect(cpu.percent).to.be.closeTo(20, 1e-9);
  });

  it('leave out the dead', () => {
    const { cpu } = totalsOf([wireNode(1), wireNode(2, { state: 'DEAD' })]);
    expect(cpu).to.include({ total: 4, nodesCounted: 1, nodesAlive: 1 });
  });

  it('do not say "0 of 0 GPUs" where the only GPU was not measured', () => {
    const { gpu: total } = totalsOf([wireNode(1), gpu(2, { gpu: null })]);
    expect(total).to.include({ total: 1, used: UNKNOWN, percent: UNKNOWN });
  });

  it('take no node whose state nobody knows for a dead one, nor for one that is alive', () => {
    const untold = wireNode(2, { state: null });
    const of = (...nodes: WireNode[]) => new ClusterHistory('available').accept(frameReport(nodes));
    const some = of(wireNode(1), untold, wireNode(3, { state: 'DEAD' }));
    expect(some.counts).to.deep.equal({ total: 3, alive: 1, dead: 1, unknown: 1 });
    expect(some.totals.cpu).to.include({ total: 4, nodesCounted: 1, nodesAlive: 2 });
    expect(some.totals.gpu, 'it has none, alive or not').to.include({ total: 0, nodesCounted: 2 });
    const none = of(untold);
    expect(none.counts).to.include({ total: 1, alive: UNKNOWN, dead: UNKNOWN, unknown: 1 });
    expect(none.totals.cpu).to.include({ total: UNKNOWN, used: UNKNOWN, provenance: 'unknown' });
  });

  it('say that there is no GPU where every node says so', () => {
    expect(totalsOf(wireNodes(2)).gpu).to.include({ total: 0, used: 0, percent: UNKNOWN });
  });

  it('do not say so where one of them says nothing', () => {
    const untold = wireNode(2, { resources: { totalCpu: 4, totalMemory: 16 } });
    expect(totalsOf([wireNode(1), untold]).gpu).to.include({ total: UNKNOWN, used: UNKNOWN });
  });

  it('are unknown, not zero, without a single node', () => {
    const { totals, counts } = new ClusterHistory('available').accept(frameReport([]));
    expect(totals.cpu).to.include({ total: UNKNOWN, used: UNKNOWN, provenance: 'unknown' });
    expect(counts).to.deep.equal({
      total: UNKNOWN,
      alive: UNKNOWN,
      dead: UNKNOWN,
      unknown: UNKNOWN,
    });
  });

  it('count the nodes by state', async () => {
    const report = await capturedDashboard('ray-dashboard-node-joined.json');
    const { counts, headNode } = new ClusterHistory('available').accept(report);
    expect(counts).to.deep.equal({ total: 6, alive: 5, dead: 1, unknown: 0 });
    expect(headNode).to.include({ name: 'M10', isHeadNode: true });
  });

  it('name the head that is alive, wherever it stands in the list', () => {
    const head = (number: number, state: string) => wireNode(number, { isHeadNode: true, state });
    const headOf = (...nodes: WireNode[]) =>
      new ClusterHistory('available').accept(frameReport(nodes)).headNode;
    expect(headOf(head(1, 'DEAD'), head(2, 'ALIVE'))).to.include({ name: 'Worker-2' });
    expect(headOf(head(1, 'ALIVE'), head(2, 'DEAD'))).to.include({ name: 'Worker-1' });
    expect(headOf(head(1, 'DEAD'))).to.include({ name: 'Worker-1', state: 'DEAD' });
  });
});
