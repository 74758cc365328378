import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import type { ClusterSnapshot } from '../../src/model/cluster.js';
import { SETTLING_MS } from '../../src/model/node-ledger.js';
import { UNKNOWN } from '../../src/model/unknown.js';
import { capturedDashboard, capturedReports } from '../support/captures.js';
import { dashboardReport, frameReport, rayRecord, wireNode, wireNodes } from '../support/wire.js';

const named = ({ nodes }: ClusterSnapshot, name: string) =>
  nodes.find((node) => node.name === name)!;

describe('a dead node', () => {
  it('has no usage in any captured frame, though the service makes one up', async () => {
    const history = new ClusterHistory('available');
    history.accept(await capturedDashboard('ray-dashboard-one-dead.json'));
    for (const report of await capturedReports('ws-node-joins-under-load.ndjson', 1)) {
      const node = named(history.accept(report), 'UAV-1');
      expect(node.state).to.equal('DEAD');
      expect(node.cpuPercent).to.equal(UNKNOWN);
      expect(node.memoryPercent).to.equal(UNKNOWN);
      expect(node.gpuPercent).to.equal(UNKNOWN);
      expect(node.workStatus).to.equal(UNKNOWN);
      expect(node.taskLabels).to.deep.equal([]);
      expect(report.oddities.map(({ code }) => code)).to.include('dead-node-usage');
    }
  });

  it('says why it died', async () => {
    const report = await capturedDashboard('ray-dashboard-one-dead.json');
    const node = named(new ClusterHistory('available').accept(report), 'UAV-1');
    expect(node.stateMessage).to.equal('Expected termination: received SIGTERM');
  });

  it('keeps the memory that it had: the service tells another size once it is dead', async () => {
    const history = new ClusterHistory('available');
    history.accept(await capturedDashboard('ray-dashboard-healthy.json'));
    const reports = await capturedReports('ws-node-joins-under-load.ndjson', 1);
    const told = reports.flatMap(({ nodes }) => nodes.filter(({ state }) => state === 'DEAD'));
    expect(told.map(({ memoryBytes }) => memoryBytes)).to.include(22 * 2 ** 30);
    for (const report of reports) {
      const node = named(history.accept(report), 'UAV-1');
      expect(node).to.include({ state: 'DEAD', memoryBytes: 23.5 * 2 ** 30 });
    }
  });

  it('has no size of memory where nobody saw it alive', async () => {
    const report = await capturedDashboard('ray-dashboard-node-joined.json');
    const node = named(new ClusterHistory('available').accept(report), 'UAV-1');
    expect(node).to.include({ memoryBytes: UNKNOWN, cpuCores: 2 });
  });

  it('is the same object while only its invented figures move', async () => {
    const history = new ClusterHistory('available');
    const [first, ...rest] = await capturedReports('ws-node-joins-under-load.ndjson');
    history.accept(await capturedDashboard('ray-dashboard-one-dead.json'));
    const before = history.accept(first!);
    expect(named(before, 'UAV-1')).to.equal(named(history.accept(first!), 'UAV-1'));
    for (const report of rest) {
      expect(named(history.accept(report), 'UAV-1')).to.equal(named(before, 'UAV-1'));
    }
  });
});

describe('a node that joins', () => {
  it('shows no figures before they can be told from the random ones of the capture', async () => {
    const history = new ClusterHistory('available');
    history.accept(await capturedDashboard('ray-dashboard-one-dead.json', -3000));
    const reports = await capturedReports('ws-node-joins-under-load.ndjson');
    const shown = reports.map((report) => named(history.accept(report), 'UAV-2'));
    expect(reports[0]!.nodes.some((node) => node.memoryFigure === 43.4)).to.be.true;
    const settled = Math.ceil(SETTLING_MS / 3000);
    for (const node of shown.slice(0, settled)) {
      expect(node.state).to.equal('ALIVE');
      expect(node.cpuPercent).to.equal(UNKNOWN);
      expect(node.memoryPercent).to.equal(UNKNOWN);
      expect(node.memoryBytes, '21 GiB in the first frame').to.equal(UNKNOWN);
    }
    expect(shown[settled]!.cpuPercent).to.equal(100);
    expect(shown[settled]!.memoryPercent).to.equal(12.4);
    expect(shown[settled]!.memoryBytes).to.equal(23.5 * 2 ** 30);
  });

  it('shows none either where REST brings its record with it', () => {
    const history = new ClusterHistory('available');
    const [old, joined] = [wireNode(1), wireNode(2)];
    history.accept(dashboardReport([old], [rayRecord(old, { Rover: 1 })]));
    const records = [rayRecord(old, { Rover: 1 }), rayRecord(joined, { Drone: 1 })];
    const snapshot = history.accept(dashboardReport([old, joined], records, 10_000));
    expect(named(snapshot, 'Rover').cpuPercent).to.equal(20);
    expect(named(snapshot, 'Drone').cpuPercent).to.equal(UNKNOWN);
    const later = history.accept(frameReport([old, joined], 10_000 + SETTLING_MS));
    expect(named(later, 'Drone').cpuPercent).to.equal(20);
  });

  it('is not held back for hours where the clock was set back', () => {
    const history = new ClusterHistory('available');
    history.accept(frameReport([wireNode(1)], 10_000_000));
    history.accept(frameReport([wireNode(1), wireNode(2)], 10_003_000));
    const next = history.accept(frameReport([wireNode(1), wireNode(2)], 6_000_000));
    expect(named(next, 'Worker-2').cpuPercent).to.equal(20);
  });

  it('shows none for a while, and not for ever, where the service names another 100 of 500 each time', () => {
    const history = new ClusterHistory('available');
    const nodes = wireNodes(500);
    const counted = Array.from({ length: 10 }, (_, i) => {
      const part = nodes.slice((i % 5) * 100, ((i % 5) + 1) * 100);
      return history.accept(frameReport(part, i * 3000)).totals.cpu.used;
    });
    const all = 100 * 4 * 0.2;
    expect(counted[0]).to.be.closeTo(all, 1e-6);
    expect(counted.slice(1, 5), 'they may be new').to.deep.equal(Array(4).fill(UNKNOWN));
    for (const used of counted.slice(5)) expect(used).to.be.closeTo(all, 1e-6);
  });

  it('is none where it stood in the very first report', () => {
    const snapshot = new ClusterHistory('available').accept(frameReport([wireNode(1)]));
    expect(named(snapshot, 'Worker-1').cpuPercent).to.equal(20);
  });
});
