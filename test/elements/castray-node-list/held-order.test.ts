import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, type NodeListPage, showHeld } from '../../support/node-list-page.js';
import { engine, setViewport, touch } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode, type WireNode } from '../../support/wire.js';

const BEFORE = ['Head', 'Node-2', 'Node-10', 'Alpha'];
const HELD = 'The order is held';

/** Node-10 is the busiest now. */
const TURNED: readonly WireNode[] = SMALL.map((node) =>
  node['name'] === 'Node-10' ? { ...node, cpu: 98 } : node,
);

describe('the order under a pointer or a focus', () => {
  let page: NodeListPage;

  beforeEach(async () => {
    page = await showHeld({ sort: 'cpu desc' });
    expect(page.names).to.deep.equal(BEFORE);
  });
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
    await page.end();
  });

  const status = () => visibleText(page.get("[part='status']"));

  it('stays while the pointer is on a row; figures go on; it is put right when it has left', async () => {
    await page.pointAt(page.node('Node-2'));
    await page.send(TURNED);
    expect(page.names).to.deep.equal(BEFORE);
    expect(visibleText(page.node('Node-10'))).to.include('98%');
    expect(status()).to.include(HELD);
    await page.pointAt(page.get("[part='search']"));
    await until(() => page.names[0] === 'Node-10', 'the order is put right');
    expect(status()).not.to.include(HELD);
  });

  if (engine === 'chromium') {
    it('stays until the click of a finger has come, which selects what was touched', async () => {
      const cell = page.node('Node-2').querySelector('.column-cpu')!;
      const clicked = new Promise((resolve) => page.element.addEventListener('click', resolve));
      await page.pointAt(cell); // so that another order waits for the finger to leave
      await page.send(TURNED);
      const { left, top } = cell.getBoundingClientRect();
      await touch({ x: left + 2, y: top + 2 });
      await touch();
      await clicked;
      expect(page.element.selected).to.equal(SMALL[1]!['nodeId']);
      await until(() => page.names[0] === 'Node-10', 'the order is put right');
    });
  }

  it('is put right where the list is taken from under the pointer, and comes back elsewhere', async () => {
    await page.pointAt(page.node('Node-2'));
    await page.send(TURNED);
    expect(page.names).to.deep.equal(BEFORE);
    const { element, provider } = page;
    element.remove();
    await sendMouse({ type: 'move', position: [0, 0] });
    provider.append(element);
    await until(() => page.names[0] === 'Node-10', 'the order is put right');
    await page.send(SMALL);
    expect(page.names, 'and is not held any more').to.deep.equal(BEFORE);
  });

  it('keeps no row for a node of another cluster', async () => {
    const other = await startHeld([wireNode(77, { name: 'Elsewhere' })]);
    const provider = document.createElement('castray-provider');
    provider.id = 'other';
    provider.apiBase = other.apiBase;
    page.provider.after(provider);
    await until(() => provider.snapshot, 'its nodes');
    page.nodeButton('Node-2', 'name').focus();
    page.element.provider = 'other';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Elsewhere']);
    expect(status()).to.equal('1 node');
    expect(page.root.activeElement, 'the keyboard is not lost').to.not.equal(null);
    await other.stop();
  });

  it('is not said to be held where it is right anyway', async () => {
    await page.pointAt(page.node('Node-2'));
    await page.send(SMALL.map((node) => ({ ...node, gpu: 1 })));
    expect(status()).to.equal('4 nodes');
  });

  it('stays while the focus is on a row, also from row to row', async () => {
    page.nodeButton('Node-2', 'name').focus();
    page.nodeButton('Node-10', 'name').focus();
    await page.send(TURNED);
    expect(page.names).to.deep.equal(BEFORE);
    expect(visibleText(page.root.activeElement!)).to.equal('Node-10');
    page.get("[part='search']").focus();
    await until(() => page.names[0] === 'Node-10', 'the order is put right');
  });

  it('takes in new nodes at the end, and keeps the rows of those that left until the pointer has', async () => {
    await page.pointAt(page.node('Node-10'));
    await page.send([wireNode(9, { name: 'New', cpu: 99 }), SMALL[0]!, ...SMALL.slice(2)]);
    expect(page.names).to.deep.equal([...BEFORE, 'New']);
    expect(visibleText(page.node('Node-2'))).to.include('No longer reported');
    expect(status()).to.include('4 nodes').and.to.include(HELD);
    const row = page.node('Node-2').innerHTML;
    await page.send([wireNode(9, { name: 'New', cpu: 98 }), SMALL[0]!, ...SMALL.slice(2)]);
    expect(page.node('Node-2').innerHTML).to.equal(row);
    await page.send(SMALL);
    expect(visibleText(page.node('Node-2')), 'back again').to.include('70%');
    await page.send(SMALL.filter((node) => node['name'] !== 'Node-2'));
    await page.pointAt(page.get("[part='search']"));
    await until(() => !page.names.includes('Node-2'), 'gone');
    expect(page.names).to.deep.equal(['Head', 'Node-10', 'Alpha']);
  });

  it('keeps rows that match the filter no longer, as they are now, and does not count them', async () => {
    page.element.filter = 'active';
    await page.element.updateComplete;
    await page.pointAt(page.node('Node-10'));
    await page.send(
      SMALL.map((node) => (node['name'] === 'Node-2' ? { ...node, state: 'DEAD' } : node)),
    );
    expect(page.names).to.deep.equal(['Head', 'Node-2', 'Node-10']);
    expect(visibleText(page.node('Node-2'))).to.include('dead');
    expect(status()).to.include('2 of 4 nodes');
    expect(page.element.exportAs('csv')).not.to.include('Node-2');
    await page.pointAt(page.get("[part='search']"));
    await until(() => !page.names.includes('Node-2'), 'gone');
  });

  it('lets go of rows whose nodes have left where they are far too many, but not of the one with the focus', async () => {
    const crowd = Array.from({ length: 110 }, (_, i) => wireNode(i + 50, { name: `Crowd-${i}` }));
    await page.send([...SMALL, ...crowd]);
    page.nodeButton('Node-2', 'name').focus();
    await page.send([SMALL[0]!]);
    expect(page.get('table').getAttribute('aria-rowcount')).to.equal('115');
    await page.send([TURNED[0]!]);
    expect(page.names).to.deep.equal(['Node-2', 'Node-10']);
    expect(visibleText(page.root.activeElement!)).to.equal('Node-2');
  });

  it('keeps the row with the focus though its node has left, and says that it has', async () => {
    const button = page.nodeButton('Node-2', 'name');
    button.focus();
    await page.send(SMALL.filter((node) => node['name'] !== 'Node-2'));
    expect(page.root.activeElement).to.equal(button);
    expect(visibleText(page.node('Node-2'))).to.include('No longer reported');
    expect(visibleText(page.node('Node-2'))).not.to.include('70%');
    expect(status(), 'it is not counted').to.include('3 nodes');
    expect(page.element.exportAs('csv'), 'nor exported').not.to.include('Node-2');
    button.blur();
    await until(() => !page.names.includes('Node-2'), 'gone');
  });

  it('keeps the row with the focus though it matches the filter no longer', async () => {
    page.element.filter = 'active';
    await page.element.updateComplete;
    page.nodeButton('Node-2', 'details-button').focus();
    await page.send(
      SMALL.map((node) => (node['name'] === 'Node-2' ? { ...node, state: 'DEAD' } : node)),
    );
    expect(visibleText(page.node('Node-2'))).to.include('dead');
  });

  it('goes on under a focus that stays with its node when a row above it goes', async () => {
    page.nodeButton('Node-10', 'details-button').focus();
    page.element.search = 'node-10';
    await page.element.updateComplete;
    expect(page.names).not.to.include('Node-2');
    expect(page.root.activeElement).to.equal(page.nodeButton('Node-10', 'details-button'));
  });

  it('goes on under a focus in open details, which has a twin in the row above', async () => {
    page.nodeButton('Head', 'details-button').click();
    await page.element.updateComplete;
    const copy = page.get("[part='details'] [data-action='copy']");
    copy.focus();
    await page.send(SMALL.map((node) => ({ ...node, cpu: 33 })));
    expect(page.root.activeElement).to.equal(copy);
  });

  for (const width of [1300, 400]) {
    it(`goes on under a focus in open details when a row above them goes, at ${width} px`, async () => {
      await setViewport({ width, height: 600 });
      page.nodeButton('Node-10', 'details-button').click();
      await page.element.updateComplete;
      page.get("[part='details'] [data-action='copy']").focus();
      page.element.search = 'node-10';
      await until(() => !page.names.includes('Node-2'), 'the row goes');
      expect(page.root.activeElement).to.equal(page.get("[part='details'] [data-action='copy']"));
      await setViewport({ width: 800, height: 600 });
    });
  }

  it('is anew when somebody asks for one, and the focus goes with its row', async () => {
    const button = page.nodeButton('Node-2', 'name');
    button.focus();
    page.element.sort = 'name desc';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Node-10', 'Node-2', 'Head', 'Alpha']);
    expect(page.root.activeElement).to.equal(button);
  });
});
