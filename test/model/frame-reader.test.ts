import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { FrameReader } from '../../src/model/frame-reader.js';
import { SETTLING_MS } from '../../src/model/node-ledger.js';
import { reportIn } from '../support/captures.js';
import { dashboardReport, frameText, rayRecord, wireNode, wireNodes } from '../support/wire.js';

const TEXT = frameText(wireNodes(3));

describe('a frame after another', () => {
  it('is not read where it is the last one to the letter: its nodes are the same list, received later', () => {
    const reader = new FrameReader();
    const first = reportIn(reader.read(TEXT, 0));
    const second = reportIn(reader.read(TEXT, 3000));
    expect(second.nodes).to.equal(first.nodes);
    expect(second.receivedAt).to.equal(3000);
    const other = reportIn(reader.read(frameText([wireNode(1, { cpu: 21 })]), 6000));
    expect(other.nodes[0]!.cpuPercent).to.equal(21);
  });

  it('is the last one to the letter also after a text that is no frame', () => {
    const reader = new FrameReader();
    const first = reportIn(reader.read(TEXT, 0));
    expect(reader.read('pong', 1)).to.deep.equal({ kind: 'pong' });
    expect(reader.read('{}', 2).kind).to.equal('unusable');
    expect(reportIn(reader.read(TEXT, 3)).nodes).to.equal(first.nodes);
  });

  it('tells nothing of who is in the next: twins, newcomers and another order are seen', () => {
    const reader = new FrameReader();
    const history = new ClusterHistory('available');
    const names = (...numbers: number[]) => {
      const nodes = numbers.map((number, index) => wireNode(number, { cpu: index }));
      const report = reportIn(reader.read(frameText(nodes), 0));
      const twins = report.oddities.find(({ code }) => code === 'duplicate-node')?.count ?? 0;
      return [
        history
          .accept(report)
          .nodes.map((node) => node.name.slice(-1))
          .join(''),
        twins,
      ];
    };
    expect(names(1, 2, 3)).to.deep.equal(['123', 0]);
    expect(names(1, 2, 2)).to.deep.equal(['12', 1]);
    expect(names(2, 1)).to.deep.equal(['21', 0]);
    expect(names(2, 4, 1)).to.deep.equal(['241', 0]);
    expect(names(4, 4, 1)).to.deep.equal(['41', 1]);
  });

  it('makes the snapshot younger and changes nothing else, where it is the same', () => {
    const reader = new FrameReader();
    const history = new ClusterHistory('available');
    const first = history.accept(reportIn(reader.read(TEXT, 0)));
    const second = history.accept(reportIn(reader.read(TEXT, 3000)));
    expect(second).to.deep.equal({ ...first, receivedAt: 3000, nodesReceivedAt: 3000 });
    expect(second.nodes).to.equal(first.nodes);
    // what is learnt of names later does not make it older
    history.learn(dashboardReport([], [rayRecord(wireNode(1), { Mast: 1 })]).facts);
    expect(history.snapshot).to.include({ nodesReceivedAt: 3000 });
    expect(history.snapshot!.nodes[0]!.name).to.equal('Mast');
  });

  it('shows the figures of a node that joined once they can be believed, also where it is the same', () => {
    const reader = new FrameReader();
    const history = new ClusterHistory('available');
    const joined = frameText(wireNodes(4));
    const cpuAt = (text: string, at: number) =>
      history.accept(reportIn(reader.read(text, at))).nodes.at(-1)!.cpuPercent;
    expect(cpuAt(TEXT, 0)).to.equal(20);
    expect(cpuAt(joined, 3000)).to.equal('unknown');
    expect(cpuAt(joined, 3000 + SETTLING_MS - 1)).to.equal('unknown');
    expect(cpuAt(joined, 3000 + SETTLING_MS)).to.equal(20);
  });
});
