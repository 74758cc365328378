import { expect, fixtureCleanup, html } from '@open-wc/testing';
import sinon from 'sinon';
import type { TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';
import { wireNode, wireNodes } from '../../support/wire.js';

describe('the views of the node list', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  afterEach(async () => {
    sinon.restore();
    fixtureCleanup();
    await service.control('frame', { type: 'cluster_status', data: { nodes: SMALL } });
  });
  after(async () => {
    await service.stop();
  });

  const show = (width = 1200) =>
    NodeListPage.mount(
      service,
      { label: 'Campus' },
      { style: `inline-size: ${width}px; max-inline-size: none` },
    );

  const columns = (page: NodeListPage) =>
    page
      .all('thead th')
      .filter((th) => th.checkVisibility())
      .map((th) => visibleText(th));

  const fits = (page: NodeListPage) => {
    const scroller = page.get("[part='scroller']");
    return scroller.scrollWidth <= scroller.clientWidth;
  };

  it('are a table with a caption and headers, and cards, one button each', async () => {
    const page = await show();
    expect(page.textOf('caption')).to.equal('Nodes · Campus');
    expect(page.node('Head').querySelector('th')?.scope).to.equal('row');
    page.button('Cards').click();
    await page.element.updateComplete;
    expect(page.element.getAttribute('view')).to.equal('cards');
    expect(page.node('Head').localName).to.equal('li');
    expect(page.button('Cards').getAttribute('aria-pressed')).to.equal('true');
    expect(page.find('table')).to.equal(null);
  });

  it('have a line for each fact of a card, the load or the reason of a death on one to itself', async () => {
    const nodes = [
      wireNode(1, { tasks: ['集群管理'] }),
      wireNode(2, { state: 'DEAD', stateMessage: 'received SIGTERM' }),
    ];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await show(300);
    page.element.view = 'cards';
    await until(() => page.all('.node-card').length === 2, 'cards');
    for (const [part, words] of [
      ['.labels', 'cluster management'],
      ['[part=reason]', 'received SIGTERM'],
    ] as const) {
      const fact = page.get(`.node-card ${part}`).closest('div')!;
      expect(visibleText(fact)).to.include(words);
      expect(fact.scrollWidth, `${words}, uncut`).to.be.at.most(fact.clientWidth);
    }
    const sizes = [
      ...page.get('.node-card').querySelectorAll('.card-row:not(.card-figures) dd > *'),
    ];
    expect(new Set(sizes.map((value) => getComputedStyle(value).fontSize)).size).to.equal(1);
  });

  it('keep what is open and selected', async () => {
    const page = await show();
    await until(() => page.names.length === SMALL.length, 'all nodes');
    page.nodeButton('Node-2', 'name').click();
    page.nodeButton('Head', 'details-button').click();
    page.element.view = 'cards';
    await page.element.updateComplete;
    expect(page.node('Node-2').getAttribute('aria-current')).to.equal('true');
    expect(page.node('Head').querySelector("[part='details']")).not.to.equal(null);
  });

  it('show as many columns as have room, the name, state, CPU and memory always', async () => {
    const always = ['Name', 'State', 'CPU', 'Memory'];
    expect(columns(await show(1200))).to.deep.equal([
      ...always,
      ...['GPU', 'IP and ID', 'Work status', 'Network', 'Load'],
    ]);
    expect(columns(await show(700))).to.deep.equal([...always, 'GPU']);
    expect(columns(await show(320))).to.deep.equal(always);
  });

  it('never need to be scrolled sideways, details open or not, down to 320 px', async () => {
    for (const width of [1200, 900, 700, 500, 320]) {
      const page = await show(width);
      page.nodeButton('Head', 'details-button').click();
      await page.element.updateComplete;
      expect(fits(page), `table of ${width} px`).to.equal(true);
      page.element.view = 'cards';
      await page.element.updateComplete;
      expect(fits(page), `cards of ${width} px`).to.equal(true);
    }
  });

  it('never need to be scrolled sideways, however long a name is', async () => {
    const name = `${'n'.repeat(200)}…`;
    const nodes = [wireNode(9, { name: 'n'.repeat(300) })];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    for (const width of [1200, 320]) {
      const page = await show(width);
      await until(() => page.names[0] === name, 'the node');
      for (const view of ['table', 'cards', 'map'] as const) {
        page.element.view = view;
        await page.element.updateComplete;
        page.find('[role=grid]')?.focus();
        await page.element.updateComplete;
        expect(page.text).to.include(name);
        expect(fits(page), `${view} of ${width} px`).to.equal(true);
      }
    }
  });

  it('keep every figure of a card inside that card, where there is little room', async () => {
    const nodes = [{ ...SMALL[3], cpu: 100, memory: 0, gpu: 100 }];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await show(256);
    await until(() => page.names.length === 1, 'the busy node');
    page.element.view = 'cards';
    await page.element.updateComplete;
    const card = page.get('.node-card').getBoundingClientRect();
    const parts = page.all('.node-card :is(.bar, .band)');
    expect(parts).to.have.length(6);
    for (const part of parts) {
      expect(part.getBoundingClientRect().right).to.be.below(card.right);
    }
  });

  it('keep “unknown” out of the next figure, where there is little room', async () => {
    const nodes = [wireNode(1, { cpu: null, memory: null, gpu: null })];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await show(180);
    await until(() => page.names.length === 1, 'the node');
    for (const view of ['table', 'cards'] as const) {
      page.element.view = view;
      await page.element.updateComplete;
      const figures = page.all('.figure.muted').filter((part) => part.checkVisibility());
      expect(figures).not.to.be.empty;
      for (const figure of figures) {
        const { scrollWidth, clientWidth } = figure.closest('.meter')!;
        expect(scrollWidth, `${view}: it leaves its cell`).to.be.at.most(clientWidth);
      }
    }
  });

  it('mark a hint that has no room as cut', async () => {
    const page = await show(320);
    expect(getComputedStyle(page.get("[part='search']")).textOverflow).to.equal('ellipsis');
  });

  it('cut off what is too long for a card, where the card ends', async () => {
    const stateMessage =
      'Expected termination: received SIGTERM, after a story that no card can hold';
    const nodes = [wireNode(1, { state: 'DEAD', stateMessage })];
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await show(256);
    await until(() => page.names.length === 1, 'the dead node');
    page.element.view = 'cards';
    await page.element.updateComplete;
    const card = page.get('.node-card');
    expect(visibleText(card)).to.include('Expected termination');
    for (const part of card.querySelectorAll('.fact')) {
      const { right } = part.getBoundingClientRect();
      expect(right, visibleText(part)).to.be.below(card.getBoundingClientRect().right);
    }
  });

  it('scroll inside an element of limited size, under a header that stays', async () => {
    const nodes = wireNodes(60);
    await service.control('frame', { type: 'cluster_status', data: { nodes } });
    const page = await show();
    await until(() => page.names.length === 60, 'all nodes');
    page.element.style.blockSize = '300px';
    expect(page.element.getBoundingClientRect().height).to.equal(300);
    const scroller = page.get("[part='scroller']");
    scroller.scrollTop = 800;
    await until(() => scroller.scrollTop === 800, 'scrolled');
    const top = page.get('thead th').getBoundingClientRect().top;
    expect(top - scroller.getBoundingClientRect().top).to.be.within(0, 2);
  });

  it('leave rows alone whose node has not changed', async () => {
    const page = await show();
    page.element.marks = 'none'; // or those of the frame before go, in other rows
    const provider = page.provider;
    // REST's records come a moment after the first frame, and complete every node.
    const isComplete = (): boolean =>
      provider.snapshot!.nodes.every(({ nameSource }) => nameSource === 'resources');
    await until(isComplete, 'Ray’s records');
    await page.element.updateComplete;
    const seen: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest('[data-node]');
        seen.push(row ? visibleText(row.querySelector("[part='name']")!) : 'no row');
      }
    });
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(page.get('[data-rows]'), all);
    await page.send(SMALL.map((node) => (node['name'] === 'Node-2' ? { ...node, cpu: 71 } : node)));
    await until(() => seen.length > 0, 'the change');
    expect(new Set(seen)).to.deep.equal(new Set(['Node-2']));
    observer.disconnect();
  });

  it('fall back on what makes sense, with one warning for each mistake', async () => {
    const warn = sinon.stub(console, 'warn');
    const page = await show();
    const list = page.element as unknown as Record<string, unknown>;
    list['view'] = 'list';
    list['filter'] = 7;
    list['sort'] = 'speed desc';
    list['search'] = Object.create(null);
    await page.element.updateComplete;
    list['sort'] = 'cpu';
    await page.element.updateComplete;
    list['sort'] = 'speed desc';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Head', 'Node-2', 'Node-10', 'Alpha']);
    const warnings = warn.args.map(([text]) => String(text));
    expect(warnings).to.have.length(4);
    expect(warnings.join()).to.include('view="list"').and.to.include('sort="speed desc"');
    page.element.removeAttribute('view');
    await page.element.updateComplete;
    expect(page.element.view).to.equal('table');
  });

  it('take settings that were made before the element was connected', async () => {
    const list = document.createElement('castray-node-list');
    Object.assign(list, { view: 'cards', filter: 'active', search: 'node', sort: 'name desc' });
    await mountProvider(
      html`<castray-provider api-base=${service.apiBase}>${list}</castray-provider>`,
    );
    const page = new NodeListPage(list, service);
    await until(() => page.names.length > 0, 'rows');
    expect(page.names).to.deep.equal(['Node-10', 'Node-2']);
    expect(page.node('Node-2').localName).to.equal('li');
  });
});
