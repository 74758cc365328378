import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import type { ClusterSnapshot } from '../../src/model/cluster.js';
import { capturedDashboard, capturedReports } from '../support/captures.js';
import { dashboardReport, frameReport, rayRecord, wireNode, wireNodes } from '../support/wire.js';

const names = ({ nodes }: ClusterSnapshot) => nodes.map((node) => node.name).sort();
const ALL = ['Jetson', 'M10', 'M2', 'M3', 'UAV-1'];
const onlyNode = (snapshot: ClusterSnapshot) => snapshot.nodes[0]!;

/** All orders in which these can come. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('names of nodes', () => {
  it('stay what they are while the captured frames flip them', async () => {
    const history = new ClusterHistory('available');
    history.accept(await capturedDashboard('ray-dashboard-healthy.json'));
    for (const report of await capturedReports('ws-healthy.ndjson', 1)) {
      expect(names(history.accept(report))).to.deep.equal(ALL);
    }
  });

  it('are those of the raw records, where REST says only the placeholder', async () => {
    const report = await capturedDashboard('ray-dashboard-one-dead.json');
    expect(report.nodes.some((node) => node.name === undefined)).to.be.true;
    const snapshot = new ClusterHistory('available').accept(report);
    expect(names(snapshot)).to.deep.equal(ALL);
    for (const node of snapshot.nodes) expect(node.nameSource).to.equal('resources');
  });

  it('are known from frames alone once a frame has said them', async () => {
    const history = new ClusterHistory('available');
    const reports = await capturedReports('ws-node-joins-under-load.ndjson');
    for (const report of reports) history.accept(report);
    const last = history.snapshot!;
    expect(names(last)).to.deep.equal([...ALL, 'UAV-2'].sort());
    const jetson = last.nodes.find((node) => node.name === 'Jetson')!;
    expect(reports.at(-1)!.nodes.find((node) => node.nodeId === jetson.nodeId)!.name).to.be
      .undefined;
    expect(jetson.nameSource).to.equal('reported');
  });

  it('go with their own figures where no node has an id, whichever comes first', () => {
    const history = new ClusterHistory('used');
    const [a, b] = [wireNode(1), wireNode(2)].map((node, i) => ({
      ...node,
      nodeId: null,
      id: null,
      resources: { totalCpu: i + 1 },
    }));
    for (const nodes of [
      [a, b],
      [b, a],
    ]) {
      const seen = history.accept(frameReport(nodes)).nodes;
      const cores = seen.map(({ name, cpuCores }) => `${name}: ${cpuCores}`).sort();
      expect(cores).to.deep.equal(['Worker-1: 1', 'Worker-2: 2']);
    }
  });

  it('fall back to the address where nobody has said one', () => {
    const history = new ClusterHistory('available');
    const placeholder = wireNode(1, { name: 'node:127.0.0.1' });
    const node = onlyNode(history.accept(frameReport([placeholder])));
    expect(node.name).to.equal('127.0.0.1');
    expect(node.nameSource).to.equal('address');
  });

  it('come from an answer that is too old for its figures, too', () => {
    const history = new ClusterHistory('available');
    const placeholder = wireNode(1, { name: 'node:127.0.0.1' });
    const records = [rayRecord(placeholder, { CPU: 4, Wired: 1, 'node:127.0.0.1': 1, Rover: 1 })];
    const late = dashboardReport([wireNode(1, { cpu: 99 })], records);
    history.accept(frameReport([placeholder], 1000));
    const node = onlyNode(history.learn(late.facts)!);
    expect(node.name).to.equal('Rover');
    expect(node.cpuPercent).to.equal(20);
    expect(history.learn(late.facts), 'a second time it is no news').to.be.undefined;
  });

  it('are one of two custom resources, the same one on every page once the records are there', () => {
    const [rover, arm] = ['Rover', 'Arm'].map((name) => wireNode(1, { name }));
    const records = [rayRecord(rover!, { CPU: 4, Rover: 1, Arm: 1 })];
    const events = [
      [false, (history: ClusterHistory) => history.accept(frameReport([rover]))],
      [false, (history: ClusterHistory) => history.accept(frameReport([arm]))],
      [true, (history: ClusterHistory) => history.accept(dashboardReport([rover], records))],
      [true, (history: ClusterHistory) => history.accept(dashboardReport([arm], records))],
      [true, (history: ClusterHistory) => history.learn(dashboardReport([], records).facts)],
    ] as const;
    for (const order of orders(events)) {
      const history = new ClusterHistory('available');
      let expected: string | undefined;
      let hasRecords = false;
      for (const [bringsRecords, happen] of order) {
        happen(history);
        hasRecords ||= bringsRecords;
        if (!history.snapshot) continue;
        const { name } = onlyNode(history.snapshot);
        expected = hasRecords ? 'Arm' : (expected ?? name); // until then, the first that was said
        expect(name).to.equal(expected);
      }
    }
  });

  it('are not forgotten when a large cluster is empty for a moment', () => {
    const history = new ClusterHistory('available');
    const named = Array.from({ length: 1500 }, (_, i) => wireNode(i + 1));
    const unnamed = named.map((node) => ({ ...node, name: `node:${node['nodeIp'] as string}` }));
    history.accept(frameReport(named));
    for (const at of [1, 2, 3]) history.accept(frameReport([], at));
    const back = history.accept(frameReport(unnamed, 4));
    expect(back.nodes[1499]!.name).to.equal('Worker-1500');
    expect(back.nodes[1499]!.cpuPercent).to.equal(20);
  });

  it('are forgotten of a node that left long ago: a page that stands for weeks sees thousands', () => {
    const history = new ClusterHistory('available');
    const unnamed = wireNode(1, { name: 'node:127.0.0.1' });
    const seen = () => onlyNode(history.accept(frameReport([unnamed]))).nameSource;
    history.accept(frameReport([wireNode(1)]));
    const others = (from: number, to: number) => {
      for (let n = from; n <= to; n += 1) history.accept(frameReport([wireNode(n)]));
    };
    others(2, 1000);
    expect(seen(), 'a thousand are remembered').to.equal('reported');
    others(1001, 1100);
    expect(seen()).to.equal('address');
  });

  it('are forgotten of records, too, whose nodes no report lists', () => {
    const history = new ClusterHistory('available');
    const unnamed = wireNode(1, { name: 'node:127.0.0.1' });
    history.accept(dashboardReport([], [rayRecord(unnamed, { Rover: 1 })]));
    for (let n = 1; n <= 110; n += 1) {
      const records = wireNodes(n * 10 + 10)
        .slice(-10)
        .map((node) => rayRecord(node, { x: 1 }));
      history.accept(dashboardReport([], records, n));
    }
    expect(onlyNode(history.accept(frameReport([unnamed], 200))).nameSource).to.equal('address');
  });

  it('are kept of nodes that are listed, however many records of others come', () => {
    const history = new ClusterHistory('available');
    history.accept(frameReport(wireNodes(10)));
    for (let n = 1; n <= 100; n += 1) {
      const others = wireNodes(n * 10 + 10)
        .slice(-10)
        .map((node) => rayRecord(node, { x: 1 }));
      history.learn(dashboardReport([], others, n).facts);
    }
    const unnamed = wireNode(1, { name: 'node:127.0.0.1' });
    expect(onlyNode(history.accept(frameReport([unnamed], 200))).name).to.equal('Worker-1');
  });

  it('are kept by a record that says more than a later, empty one', () => {
    const history = new ClusterHistory('available');
    const node = wireNode(1, { name: 'node:127.0.0.1' });
    history.accept(dashboardReport([node], [rayRecord(node, { Rover: 1, GPU: 1 })]));
    const next = onlyNode(history.accept(dashboardReport([node], [rayRecord(node, {})], 1)));
    expect(next.name).to.equal('Rover');
    expect(next.gpuCount).to.equal(1);
  });
});
