import { expect, fixtureCleanup } from '@open-wc/testing';
import sinon from 'sinon';
import type { TestService } from '../../support/castray.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
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

  const show = (attributes: Readonly<Record<string, string>> = {}) =>
    NodeListPage.mount(service, { label: 'Campus: 1' }, attributes);

  it('is told as one text by an attribute and an event, and read from it', async () => {
    const { element: list, names } = await show({ sort: 'name desc', filter: 'active' });
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
    const { view, filter, search, sort } = other.element;
    expect([view, filter, search, sort]).to.deep.equal([
      ...['map', 'active', 'node & 10=', 'name desc'],
    ]);
    other.element.viewState = '';
    await other.element.updateComplete;
    expect([other.element.view, other.element.search]).to.deep.equal(['table', '']);
  });

  it('is told of when it has changed, and not before', async () => {
    let told = 0;
    const listen = () => (told += 1);
    window.addEventListener('castray-view-change', listen, { capture: true });
    const { element: list } = await show({ persist: 'nodes', view: 'cards' });
    expect(told).to.equal(0);
    list.view = 'map';
    await list.updateComplete;
    expect(told).to.equal(1);
    window.removeEventListener('castray-view-change', listen, { capture: true });
  });

  it('ignores what makes no sense in it, without a word', async () => {
    const warn = sinon.stub(console, 'warn');
    const { element: list } = await show({
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
    const { element: list, provider } = page;
    provider.setAttribute('density', 'compact');
    page.get('[part=columns-button]').click();
    await until(() => page.find('[data-density]'), 'the panel');
    const box = page.get('[data-density]') as HTMLInputElement;
    expect(box.checked, 'as the provider says').to.equal(true);
    box.click();
    await list.updateComplete;
    expect(list.density).to.equal('comfortable');
    expect(list.viewState).to.equal('density=comfortable');
    const other = await show({ 'view-state': 'density=compact' });
    expect(other.element.getAttribute('density')).to.equal('compact');
    other.element.viewState = 'density=tiny';
    await other.element.updateComplete;
    expect(other.element.hasAttribute('density')).to.equal(false);
  });

  it('comes back from localStorage', async () => {
    const first = await show({ persist: 'nodes' });
    first.button('Cards').click();
    await until(() => localStorage.length === 1, 'it is kept');
    const again = await show({ persist: 'nodes', view: 'map' });
    expect(again.element.view).to.equal('cards');
    expect((await show({ persist: 'others' })).element.view).to.equal('table');
    again.element.remove();
  });

  it('stands in the address beside what else is there, and follows it', async () => {
    history.replaceState(null, '', '#/route&nodes=view%3Dcards&x=%zz');
    const page = await show({ persist: '#nodes' });
    expect(page.element.view).to.equal('cards');
    const steps = history.length;
    page.element.filter = 'active';
    await until(() => location.hash.includes('active'), 'it is written');
    expect(history.length, 'the way back leads out of the page, as before').to.equal(steps);
    expect(location.hash).to.equal('#/route&x=%zz&nodes=view%3Dcards%26filter%3Dactive');
    location.hash = '#nodes=sort%3Dname%2Bdesc';
    await until(
      () => page.element.sort === 'name desc' && page.element.view === 'table',
      'the link',
    );
    location.hash = '#nodes=%zz';
    location.hash = '#elsewhere';
    await page.element.updateComplete;
    expect(page.element.sort).to.equal('name desc');
  });

  it('leaves alone what the page keeps with its address, and follows it no more once it is gone', async () => {
    history.replaceState({ of: 'the page' }, '', '#nodes=');
    const { element: list } = await show({ persist: '#nodes' });
    list.filter = 'active';
    await until(() => location.hash.includes('active'), 'it is written');
    expect(history.state).to.deep.equal({ of: 'the page' });
    list.remove();
    const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = '#nodes=view%3Dmap';
    await moved;
    expect(list.viewState).to.equal('filter=active');
  });

  it('is kept under the key of its time where another is set at once', async () => {
    const { element: list } = await show({ persist: 'first' });
    list.filter = 'active';
    await list.updateComplete;
    list.persist = 'second';
    await list.updateComplete;
    expect(localStorage.getItem('castray-widgets:first')).to.equal('filter=active');
  });

  it('stays in the page’s own address where links go elsewhere', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const page = await show({ persist: '#nodes' });
      page.element.filter = 'active';
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
      page.element.filter = 'active';
      await page.element.updateComplete;
      history.pushState(null, '', next);
      const there = location.href;
      page.element.remove(); // what was not written yet is written now, but not here
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
    const { element: list, provider } = page;
    page.get('[part=export-button]').click();
    page.button('CSV file').click();
    page.button('JSON file').click();
    const { snapshot } = provider;
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
    page.button('Copy as text').click();
    await until(() => page.part('export').includes('Copied'), 'copied');
    const text = String(writeText.args[0]![0]);
    expect(text.split('\n')[0]).to.match(/^Name\tState\t/);
    expect(text).to.include('Node-2\talive\t\tidle\t70%\t');
  });

  it('is said to be refused where the clipboard is', async () => {
    sinon.stub(navigator, 'clipboard').value(undefined);
    const page = await show();
    page.get('[part=export-button]').click();
    await expect(page.element).to.be.accessible();
    page.button('Copy as text').click();
    await page.says('Copying is not allowed here');
    const status = () => page.textOf("[role='status']");
    await until(() => status() === 'Copying is not allowed here', 'told to everybody');
  });
});
