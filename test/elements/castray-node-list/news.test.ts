import { expect } from '@open-wc/testing';
import { SMALL, startHeld, NodeListPage, showHeld } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

const FRESH = wireNode(9, { name: 'Fresh' });
const SECOND = wireNode(10, { name: 'Second' });

describe('news of nodes, as they are announced', () => {
  let page: NodeListPage;

  beforeEach(async () => {
    page = await showHeld();
    await until(() => page.names.length === SMALL.length, 'nodes');
  });
  afterEach(async () => {
    await page.end();
  });

  const said = () => page.textOf("[role='status']");
  const badges = () => page.all("[part='news-badge']").length;

  it('leave out a node that has joined and left again', async () => {
    await page.send([...SMALL, FRESH]);
    await until(() => page.names.includes('Fresh'), 'it has joined');
    await page.send([...SMALL, SECOND]);
    await until(said, 'the announcement');
    expect(said()).to.equal('Second joined.');
  });

  it('are not those that were still to be told when the list was taken from the page', async () => {
    await page.send([...SMALL, FRESH]);
    await until(() => badges() === 1, 'news');
    page.element.remove();
    page.provider.append(page.element);
    await until(() => badges() === 1, 'the list again');
    await page.send([...SMALL, FRESH, SECOND]);
    await until(said, 'the announcement');
    expect(said()).to.equal('Second joined.');
  });

  it('stand in the details of a node, which say since when it is dead, or alive at least', async () => {
    page.nodeButton('Node-2', 'details-button').click();
    const details = () => page.textOf("[part='details']");
    await until(details, 'the details');
    expect(details()).to.match(/State alive Since [\d:]+ [AP]M or earlier Role/);
    const dead = { state: 'DEAD', status: 'dead', stateMessage: 'received SIGTERM' };
    await page.send(SMALL.map((node) => (node['name'] === 'Node-2' ? { ...node, ...dead } : node)));
    expect(details()).to.match(/State dead Since [\d:]+ [AP]M Reason received SIGTERM/);
  });

  it('leave out a node that is alive again', async () => {
    await page.send([{ ...SMALL[0], state: 'DEAD' }, ...SMALL.slice(1)]);
    await until(() => badges() === 1, 'it has died');
    await page.send([...SMALL, SECOND]);
    await until(said, 'the announcement');
    expect(said()).to.equal('Second joined.');
    expect(page.all("[data-news='died']")).to.have.length(0);
  });

  it('are not those of a cluster that was there before, nor of one that is shown anew', async () => {
    const other = await startHeld([wireNode(77, { name: 'Elsewhere' })]);
    const provider = document.createElement('castray-provider');
    provider.id = 'other';
    provider.lang = 'en';
    provider.apiBase = other.apiBase;
    const list = document.createElement('castray-node-list');
    provider.append(list);
    page.provider.after(provider);
    const there = new NodeListPage(list, other);
    await until(() => there.names.includes('Elsewhere'), 'its nodes');
    await there.send([wireNode(77, { name: 'Elsewhere' }), FRESH]);
    await page.send([...SMALL, SECOND]);
    await until(() => badges() === 1, 'news here');
    page.element.provider = 'other';
    await until(() => page.names.includes('Fresh') && badges() === 1, 'news that were there');
    await there.send([wireNode(77, { name: 'Elsewhere' }), FRESH, wireNode(11, { name: 'Third' })]);
    await until(said, 'the announcement');
    expect(said()).to.equal('Third joined.');
    await other.stop();
  });
});
