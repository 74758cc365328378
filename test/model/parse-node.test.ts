import { expect } from '@open-wc/testing';
import { parseFrame } from '../../src/model/parse-report.js';
import type { NodeReport } from '../../src/model/report.js';
import { UNKNOWN } from '../../src/model/unknown.js';
import { formatsFor } from '../../src/text/formats.js';
import { capturedDashboard, reportIn } from '../support/captures.js';
import { frameReport, frameText, wireNode, wireNodes, type WireNode } from '../support/wire.js';

const read = (more: WireNode): NodeReport => frameReport([wireNode(1, more)]).nodes[0]!;
const odd = (more: WireNode) =>
  frameReport([wireNode(1, more)], 0, {}).oddities.map(({ code, where }) => `${code} ${where}`);

describe('a node of a report', () => {
  it('has its sizes in bytes, from the raw records where the service rounds them away', async () => {
    const report = await capturedDashboard('ray-dashboard-healthy.json');
    const head = report.nodes.find((node) => node.isHeadNode === true)!;
    expect(head.memoryBytes).to.equal(23.5 * 2 ** 30);
    expect(head.objectStoreBytes, 'rounded to 0 GiB').to.equal(UNKNOWN);
    const facts = report.facts.find(({ nodeId }) => nodeId === head.nodeId)!;
    expect(facts.objectStoreBytes).to.equal(157_286_400);
    expect(facts.gpuCount, 'Ray leaves out what a node has not').to.equal(0);
    expect(facts.customResources).to.deep.equal(['M10']);
  });

  it('has figures that are no numbers as unknown, and they are noted', () => {
    for (const value of ['42', true, {}, [42]]) {
      expect(read({ cpu: value }).cpuPercent).to.equal(UNKNOWN);
      expect(odd({ cpu: value })).to.deep.equal(['figure-not-a-number nodes[0].cpu']);
    }
    expect(read({ cpu: null }).cpuPercent).to.equal(UNKNOWN);
    expect(odd({ cpu: null }), 'missing is not odd').to.deep.equal([]);
  });

  it('has negative figures as unknown, and clamps those over 100 % that are no nonsense', () => {
    // an available share of 24,000 %, clamped, would be a node with no memory in use
    expect(read({ cpu: -1, memory: 24_000, gpu: 100.5 })).to.include({
      cpuPercent: UNKNOWN,
      memoryFigure: UNKNOWN,
      gpuPercent: 100,
    });
    for (const memory of [-1, 100.5, 24_000])
      expect(odd({ memory })).to.deep.equal(['figure-out-of-range nodes[0].memory']);
  });

  it('reads 0 % where Python wrote -0.0', () => {
    const text = frameText([wireNode(1, { cpu: 77 })]).replace('77', '-0.0');
    const { cpuPercent } = reportIn(parseFrame(text, 0)).nodes[0]!;
    expect(formatsFor('en').percent(cpuPercent as number)).to.equal('0%');
  });

  it('has a size that comes in bytes as unknown, not as so many GiB', () => {
    const resources = { totalCpu: 2, totalMemory: 23.5 * 2 ** 30, objectStore: 2 ** 30 };
    expect(read({ resources })).to.include({ memoryBytes: UNKNOWN, objectStoreBytes: UNKNOWN });
    expect(odd({ resources })).to.deep.equal(['figure-out-of-range nodes[0].totalMemory']);
  });

  it('has absurd sizes as unknown', () => {
    const resources = { totalCpu: 1e300, totalMemory: 1e300, totalGpu: -1 };
    expect(read({ resources })).to.include({
      cpuCores: UNKNOWN,
      memoryBytes: UNKNOWN,
      gpuCount: UNKNOWN,
    });
  });

  it('knows the words of the service, and notes new ones', () => {
    expect(read({ workStatus: 'sending', connectionType: 'wireless' })).to.include({
      workStatus: 'sending',
      connectionType: 'wireless',
    });
    expect(read({ workStatus: 'dancing' }).workStatus).to.equal(UNKNOWN);
    expect(odd({ workStatus: 'dancing' })).to.deep.equal(['unknown-word nodes[0].workStatus']);
    expect(odd({ workStatus: 'unknown' })).to.deep.equal([]);
    expect(read({ state: 'alive' }).state).to.equal(UNKNOWN);
    expect(read({ isHeadNode: 'yes' }).isHeadNode).to.equal(UNKNOWN);
  });

  it('is known by its whole id: one address for all nodes makes no twins of them', () => {
    const nodes = wireNodes(50).map((node) => ({ ...node, nodeIp: '127.0.0.1', id: 'cafecafe' }));
    expect(frameReport(nodes).nodes).to.have.length(50);
  });

  it('has its place in the list and its name as its id, where it has none', () => {
    const nodes = [{ name: 'A' }, { name: 'B', id: 'short' }];
    const report = frameReport(nodes);
    expect(report.nodes.map((node) => node.nodeId)).to.deep.equal(['nodes[0] A', 'short']);
    expect(report.oddities).to.deep.include({
      code: 'node-without-id',
      count: 2,
      where: 'nodes[0]',
    });
  });

  it('is merged with its twin, of which the living one is believed', () => {
    const dead = wireNode(1, { state: 'DEAD', cpu: 1 });
    for (const nodes of [
      [dead, wireNode(1)],
      [wireNode(1), dead],
    ]) {
      const report = frameReport(nodes);
      expect(report.nodes.map(({ state }) => state)).to.deep.equal(['ALIVE']);
      expect(report.oddities.map(({ code }) => code)).to.include('duplicate-node');
    }
  });

  it('may lack everything', () => {
    const [node] = frameReport([{}]).nodes;
    expect(node).to.include({
      cpuPercent: UNKNOWN,
      nodeIp: UNKNOWN,
      state: UNKNOWN,
      name: undefined,
    });
  });
});
