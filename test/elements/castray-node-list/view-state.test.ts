import { expect, fixtureCleanup, html } from '@open-wc/testing';
import sinon from 'sinon';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { showList, SMALL, startHeld } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';

describe('what a list shows, taken elsewhere', () => {
  let service: TestService;
  const address = location.href;

  before(async () => {
    service = await startHeld();
  });
  afterEach(() => {
    sinon.restore();
    fixtureCleanup();
    localStorage.clear();
    history.replaceState(null, '', address);
  });
  after(async () => {
    await service.stop();
  });

  const show = (attributes: Readonly<Record<string, string>> = {}) => {
    const list = document.createElement('castray-node-list');
    for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
    return showList(
      service,
      html`<castray-provider api-base=${service.apiBase} lang="en" label="Campus: 1"
        >${list}</castray-provider
      >`,
    );
  };

  it('is told as one text by an attribute and an event, and read from it', async () => {
    const { list, names } = await show({ sort: 'name desc', filter: 'active' });
    expect(list.getAttribute('view-state')).to.equal('filter=active&sort=name+desc');
    expect(names).to.deep.equal(['Node-10', 'Node-2', 'Head']);
    const told: string[] = [];
    list.addEventListener('castray-view-change', ({ viewState }) => told.push(viewState));
    list.search = 'node & 10=';
    await list.updateComplete;
    list.view = 'map';
    await list.updateComplete;
    expect(told.at(-1)).to.equal(list.viewState);
    expect(told).to.have.length(2);
    const other = await show({ 'view-state': list.viewState });
    const { view, filter, search, sort } = other.list;
    expect([view, filter, search, sort]).to.deep.equal([
      ...['map', 'active', 'node & 10=', 'name desc'],
    ]);
    other.list.viewState = '';
    await other.list.updateComplete;
    expect([other.list.view, other.list.search]).to.deep.equal(['table', '']);
  });

  it('ignores what makes no sense in it, without a word', async () => {
    const warn = sinon.stub(console, 'warn');
    const { list } = await show({
      'view-state': 'view=<img>&__proto__=x&sort=cpu+desc&filter=%&mapFigure=memory',
    });
    expect(list.viewState).to.equal('sort=cpu+desc&mapFigure=memory');
    list.viewState = Object.create(null) as string;
    await list.updateComplete;
    expect(list.viewState).to.equal('');
    list.viewState = `search=${'x'.repeat(5000)}`;
    await list.updateComplete;
    expect(list.search).to.equal('');
    expect(warn.callCount).to.equal(0);
  });

  it('has the density that the reader chose beside the columns, over the provider’s', async () => {
    const page = await show();
    const { list, find } = { list: page.list, find: page.find.bind(page) };
    const provider = list.closest('castray-provider')!;
    provider.setAttribute('density', 'compact');
    find('[part=columns-button]').click();
    await until(() => page.root.querySelector('[data-density]'), 'the panel');
    const box = find('[data-density]') as HTMLInputElement;
    expect(box.checked, 'as the provider says').to.equal(true);
    box.click();
    await list.updateComplete;
    expect(list.density).to.equal('comfortable');
    expect(list.viewState).to.equal('density=comfortable');
    const other = await show({ 'view-state': 'density=compact' });
    expect(other.list.getAttribute('density')).to.equal('compact');
    other.list.viewState = 'density=tiny';
    await other.list.updateComplete;
    expect(other.list.hasAttribute('density')).to.equal(false);
  });

  it('comes back from localStorage', async () => {
    const first = await show({ persist: 'nodes' });
    first.button('Cards').click();
    await until(() => localStorage.length === 1, 'it is kept');
    const again = await show({ persist: 'nodes', view: 'map' });
    expect(again.list.view).to.equal('cards');
    expect((await show({ persist: 'others' })).list.view).to.equal('table');
    again.list.remove();
  });

  it('stands in the address beside what else is there, and follows it', async () => {
    history.replaceState(null, '', '#/route&nodes=view%3Dcards&x=%zz');
    const page = await show({ persist: '#nodes' });
    expect(page.list.view).to.equal('cards');
    page.list.filter = 'active';
    await until(() => location.hash.includes('active'), 'it is written');
    expect(location.hash).to.equal('#/route&x=%zz&nodes=view%3Dcards%26filter%3Dactive');
    location.hash = '#nodes=sort%3Dname%2Bdesc';
    await until(() => page.list.sort === 'name desc' && page.list.view === 'table', 'the link');
    location.hash = '#nodes=%zz';
    location.hash = '#elsewhere';
    await page.list.updateComplete;
    expect(page.list.sort).to.equal('name desc');
  });

  it('stays in the page’s own address where links go elsewhere', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const page = await show({ persist: '#nodes' });
      page.list.filter = 'active';
      await until(() => location.hash.includes('active'), 'it is written');
      expect(location.href.split('#')[0]).to.equal(address.split('#')[0]);
    } finally {
      base.remove();
    }
  });

  for (const next of ['/the-next-page', '#/the-next-page'])
    it(`is not written into the next page of an app that has gone on meanwhile, to ${next}`, async () => {
      history.replaceState(null, '', '#/a-page&nodes=');
      const page = await show({ persist: '#nodes' });
      page.list.filter = 'active';
      await page.list.updateComplete;
      history.pushState(null, '', next);
      const there = location.href;
      page.list.remove(); // what was not written yet is written now, but not here
      expect(location.href).to.equal(there);
    });

  it('is saved as CSV or JSON, and copied as text: the nodes that are shown, in their order', async () => {
    const writeText = sinon.stub().resolves();
    sinon.stub(navigator, 'clipboard').value({ writeText });
    const saved: string[] = [];
    sinon.stub(HTMLAnchorElement.prototype, 'click').callsFake(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    const page = await show({ filter: 'active', sort: 'name desc' });
    const { list } = page;
    page.find('[part=export-button]').click();
    page.button('CSV').click();
    page.button('JSON').click();
    const { snapshot } = list.closest('castray-provider')!;
    const time = new Date(snapshot!.nodesReceivedAt).toISOString();
    const name = `Campus-1-${time.slice(0, 19).replaceAll(':', '-')}Z`;
    expect(saved).to.deep.equal([`${name}.csv`, `${name}.json`]);
    const lines = list.exportAs('csv').trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',')[0])).to.deep.equal(page.names);
    const { cluster, nodes } = JSON.parse(list.exportAs('json')) as {
      cluster: string;
      nodes: readonly Record<string, unknown>[];
    };
    expect(cluster).to.equal('Campus: 1');
    expect(nodes.map(({ name }) => name)).to.deep.equal(page.names);
    expect(nodes[2]).to.include({ nodeId: SMALL[3]!['nodeId'], cpuPercent: 90 });
    page.button('Copy').click();
    await until(() => visibleText(page.find('[part=export]')).includes('Copied'), 'copied');
    const text = String(writeText.args[0]![0]);
    expect(text.split('\n')[0]).to.match(/^Name\tState\t/);
    expect(text).to.include('Node-2\talive\t\tidle\t70%\t');
  });

  it('is said to be refused where the clipboard is', async () => {
    sinon.stub(navigator, 'clipboard').value(undefined);
    const page = await show();
    page.find('[part=export-button]').click();
    await expect(page.list).to.be.accessible();
    page.button('Copy').click();
    await until(() => page.text.includes('Copying is not allowed here'), 'the reason');
  });
});
