import { expect } from '@open-wc/testing';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { nodesAsCsv } from '../../src/model/nodes-as-csv.js';
import { frameReport, wireNode, type WireNode } from '../support/wire.js';

describe('nodes as CSV', () => {
  const csv = (...nodes: WireNode[]) =>
    nodesAsCsv(new ClusterHistory('used').accept(frameReport(nodes)).nodes);

  it('has a line for each node under the names of the fields, unknown as unknown', () => {
    const [titles, line, end, ...more] = csv(wireNode(1, { cpu: null })).split('\r\n');
    expect(titles).to.match(/^\uFEFFname,state,stateMessage,isHeadNode,.*,nodeIp,nodeId$/);
    expect(line).to.match(/^Worker-1,ALIVE,,false,idle,wired,unknown,4,60,/);
    expect([end, more]).to.deep.equal(['', []]);
  });

  it('quotes what would end a field, and leaves nothing that a spreadsheet would take for a formula', () => {
    const names = ['=HYPERLINK("//x")', '+1', '-1', '@SUM(A1)', ' =1', '＝1', 'a,b', 'a"b', 'a=b'];
    const lines = csv(...names.map((name, i) => wireNode(i + 1, { name }))).split('\r\n');
    const written = lines.slice(1, -1).map((line) => line.slice(0, line.indexOf(',ALIVE')));
    expect(written).to.include.members([
      '"\'=HYPERLINK(""//x"")"',
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "'＝1",
      '"a,b"',
      '"a""b"',
      'a=b',
    ]);
    expect(written.filter((cell) => /^"?\s*[=+\-@＝]/.test(cell))).to.deep.equal([]);
  });

  it('holds no formula either where a spreadsheet splits it at semicolons', () => {
    const names = ['x;=HYPERLINK(A1)', 'x; -1', 'x;"=1"', ';;@SUM(A1)', 'a;b', '"=1"', 'x;  "=1"'];
    const lines = csv(...names.map((name, i) => wireNode(i + 1, { name }))).split('\r\n');
    const cells = lines.flatMap((line) => line.split(';'));
    expect(cells.filter((cell) => /^[\s"]*[=+\-@]/.test(cell))).to.deep.equal([]);
    const written = lines.map((line) => line.slice(0, line.indexOf(',')));
    expect(written).to.include.members(["x;'=HYPERLINK(A1)", "x; '-1", 'a;b']);
  });
});
