import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import type { NodeView } from '../../../src/elements/castray-node-list/list-settings.js';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { NodeListPage, startHeld } from '../../support/node-list-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNodes, type WireNode } from '../../support/wire.js';

const NODES: readonly WireNode[] = wireNodes(10_000).map((node, i) => ({
  ...node,
  nodeIp: `127.0.${i >> 8}.${i & 255}`,
  cpu: (i * 7) % 101,
}));

describe('a list of 10,000 nodes', () => {
  let service: TestService;
  let provider: CastrayProvider;
  let page: NodeListPage;

  // one provider for all lists: the nodes come once
  before(async function () {
    this.timeout(30_000);
    service = await startHeld(NODES);
    provider = document.createElement('castray-provider');
    provider.apiBase = service.apiBase;
    document.body.append(provider);
    await until(() => provider.connection.phase === 'live', 'live', 20_000);
  });
  afterEach(() => {
    provider.replaceChildren();
  });
  after(async () => {
    provider.remove();
    await service.stop();
  });

  async function show(size = 'block-size: 500px', view: NodeView = 'table'): Promise<void> {
    const list = document.createElement('castray-node-list');
    list.setAttribute('style', size);
    Object.assign(list, { view, sort: 'name' });
    provider.replaceChildren(list);
    page = new NodeListPage(list, service);
    await until(() => page.names.length > 0, 'rows', 10_000);
    await settled();
  }

  async function pictures(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await nextFrame();
  }

  /** WebKitGTK takes its time to get there. */
  async function scrollTo(place: number): Promise<void> {
    const scroller = page.get("[part='scroller']");
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTop = place;
    await until(() => Math.abs(scroller.scrollTop - Math.min(place, end)) < 2, 'scrolled');
    await pictures(2);
  }

  const settled = () => pictures(4);

  /** The names that a user sees inside the scroller and the page, from top to bottom. */
  function seen(): string[] {
    const box = page.get("[part='scroller']").getBoundingClientRect();
    return page
      .all("[part='name']")
      .filter((name) => {
        const { top, bottom, height } = name.getBoundingClientRect();
        const isIn = top >= Math.max(0, box.top) && bottom <= Math.min(innerHeight, box.bottom);
        return isIn && height > 0 && name.closest('.parked') === null;
      })
      .map(visibleText);
  }

  const number = (name: string | undefined) => Number(name?.split('-')[1]);
  const focused = () => visibleText(page.root.activeElement!);
  const rowIndex = (name: string) => Number(page.node(name).getAttribute('aria-rowindex'));

  /** All that is in sight is filled with rows, one after the other. */
  function expectFull(least: number): void {
    const names = seen();
    expect(names.length).to.be.at.least(least);
    const first = number(names[0]);
    expect(names.map(number)).to.deep.equal(names.map((_, i) => first + i));
  }

  for (const view of ['table', 'cards'] as const) {
    it(`draws few of them as ${view}, and no blank place wherever it is scrolled to`, async () => {
      await show('block-size: 500px', view);
      const scroller = page.get("[part='scroller']");
      expect(page.all('*').length).to.be.below(5000);
      const height = scroller.scrollHeight;
      const least = view === 'table' ? 5 : 2;
      expectFull(least);
      for (const place of [0.25, 0.5, 0.9, 1, 0.3, 0]) {
        await scrollTo(place * (height - scroller.clientHeight));
        expectFull(least);
        expect(Math.abs(scroller.scrollHeight - height)).to.be.below(2);
        if (place === 1) expect(seen().at(-1)).to.equal('Worker-10000');
      }
      expect(seen()[0]).to.equal('Worker-1');
    }).timeout(20_000);
  }

  it('draws no more than its own height has room for, even before it has been on the screen', async () => {
    const list = document.createElement('castray-node-list');
    list.setAttribute('style', 'block-size: 250px');
    provider.replaceChildren(list);
    await list.updateComplete;
    expect(list.shadowRoot!.querySelectorAll('[data-node]').length).to.be.within(3, 8);
  });

  it('has each row in its place, and the focus in its own, however fast it is scrolled', async () => {
    await show();
    const button = page.nodeButton('Worker-8', 'name');
    button.focus({ preventScroll: true });
    for (const place of [100, 500, 850, 1600, 5000, 4700, 4300, 3000, 0]) {
      await scrollTo(place);
      expectFull(5);
      expect(page.root.activeElement, `${place}`).to.equal(button);
      expect(focused()).to.equal('Worker-8');
      const rows = page.all('[data-rows] > tr');
      const places = rows.map((row) => Number(row.getAttribute('aria-rowindex')));
      expect(places).to.deep.equal([...new Set(places)].sort((a, b) => a - b));
    }
  }).timeout(20_000);

  it('tells how many rows there are and which one each is', async () => {
    await show();
    expect(page.get('table').getAttribute('aria-rowcount')).to.equal('10001');
    expect(rowIndex('Worker-1')).to.equal(2);
    await scrollTo(1e9);
    expect(rowIndex('Worker-10000')).to.equal(10_001);
  }).timeout(20_000);

  it('scrolls with the page where it has no size of its own', async () => {
    await show('');
    window.scrollTo(0, 200_000);
    await pictures(2);
    expectFull(5);
    window.scrollTo(0, 0);
    await pictures(2);
    expect(seen()[0]).to.equal('Worker-1');
  }).timeout(20_000);

  for (const place of ['itself', 'the page', 'a box around it'] as const) {
    it(`has the same node first in sight when its lines become others, where ${place} scrolls`, async () => {
      await setViewport({ width: 1200, height: 700 });
      if (place === 'a box around it') provider.style.cssText = 'block-size: 500px; overflow: auto';
      provider.style.display = 'block';
      await show(place === 'itself' ? 'block-size: 500px' : '', 'cards');
      const { element: list } = page;
      const scroller = {
        itself: page.get("[part='scroller']"),
        'the page': document.scrollingElement!,
        'a box around it': provider,
      }[place];
      scroller.scrollTop = 40_000;
      await until(() => scroller.scrollTop > 39_000, 'scrolled');
      await settled();
      const changes: readonly (() => unknown)[] = [
        () => (list.style.inlineSize = '700px'),
        () => (list.style.inlineSize = '340px'),
        () => (list.density = 'compact'),
        () => (list.view = 'table'),
      ];
      for (const change of changes) {
        const first = seen()[0]!;
        change();
        await settled();
        await settled();
        expect(seen(), String(change)).to.include(first);
      }
      provider.removeAttribute('style');
      scroller.scrollTop = 0;
      await setViewport({ width: 800, height: 600 });
    }).timeout(60_000);
  }

  it('is there when the tab is shown in which it was hidden, at another size too', async () => {
    await show('display: none');
    page.element.style.display = '';
    page.element.style.blockSize = '400px';
    await until(() => seen().length >= 4, 'rows');
    page.element.style.blockSize = '2000px';
    await scrollTo(5000);
    await settled();
    expectFull(5);
  }).timeout(20_000);

  it('makes room for details, wherever they are opened', async () => {
    await show();
    const scroller = page.get("[part='scroller']");
    await scrollTo(100_000);
    await settled();
    const name = seen()[2]!;
    const before = scroller.scrollHeight;
    page.nodeButton(name, 'details-button').click();
    await settled();
    const details = page.get('.details-row').getBoundingClientRect().height;
    expect(scroller.scrollHeight - before).to.be.within(details - 2, details + 2);
    await scrollTo(200_000);
    await settled();
    expectFull(5);
    expect(page.find('.details-row')).to.equal(null);
    expect(scroller.scrollHeight - before).to.be.within(details - 2, details + 2);
    await scrollTo(100_000);
    await settled();
    expect(page.get('.details-row').dataset['node']).to.equal(page.node(name).dataset['node']);
    expect(page.get('.details-row').getAttribute('aria-rowindex')).to.equal(`${rowIndex(name)}`);
  }).timeout(20_000);

  it('is gone through by keys, with the focus always in sight', async () => {
    await show();
    page.nodeButton('Worker-1', 'name').focus();
    const steps: readonly (readonly [string, (name: number) => boolean])[] = [
      ['ArrowDown', (name) => name === 2],
      ['End', (name) => name === 10_000],
      ['ArrowUp', (name) => name === 9999],
      ['PageUp', (name) => name < 9997 && name > 9980],
      ['Home', (name) => name === 1],
      ['PageDown', (name) => name > 3 && name < 20],
    ];
    for (const [key, isRight] of steps) {
      await sendKeys({ press: key });
      await pictures(2);
      expect(isRight(number(focused())), `${key}: ${focused()}`).to.equal(true);
      expect(seen()).to.include(focused());
      expect(page.root.activeElement?.getAttribute('tabindex')).to.equal('0');
    }
    const name = focused();
    await sendKeys({ press: 'Enter' });
    await page.element.updateComplete;
    expect(page.get("[part='details']").closest('tr')).not.to.equal(null);
    expect(page.element.selected).to.equal(page.node(name).dataset['node']);
    await sendKeys({ press: 'Escape' });
    await page.element.updateComplete;
    expect(page.find("[part='details']")).to.equal(null);
    await sendKeys({ press: '/' });
    expect(page.root.activeElement).to.equal(page.get("[part='search']"));
    await sendKeys({ type: 'worker-77' });
    await page.element.updateComplete;
    expect(page.get("[part='status']").textContent).to.include('111 of 10,000');
    await sendKeys({ press: 'Escape' });
    await page.element.updateComplete;
    expect(page.element.search).to.equal('');
  }).timeout(20_000);

  for (const view of ['table', 'cards'] as const) {
    it(`brings the row with the focus back into sight when Tab goes on in it, as ${view}`, async () => {
      await show('block-size: 500px', view);
      const first = view === 'table' ? 'details-button' : 'name';
      page.nodeButton('Worker-2', first).focus({ preventScroll: true });
      await scrollTo(200_000);
      expect(seen()).not.to.include('Worker-2');
      await sendKeys({ press: 'Tab' });
      await pictures(2);
      expect(page.root.activeElement?.closest('[data-node]')).to.equal(page.node('Worker-2'));
      expect(seen()).to.include('Worker-2');
      expect(page.get("[part='scroller']").scrollTop).to.be.below(1000);
      expectFull(2);
    }).timeout(20_000);
  }

  it('stays where it is scrolled to when the window is come back to', async () => {
    await show();
    const button = page.nodeButton('Worker-2', 'name');
    button.focus({ preventScroll: true });
    await scrollTo(200_000);
    // as of a window that gets the focus back: from nowhere
    button.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    await pictures(2);
    expect(page.get("[part='scroller']").scrollTop).to.be.above(190_000);
  }).timeout(20_000);

  it('keeps focus and selection through scrolling, another order, a search for two and back', async () => {
    await show();
    const button = page.nodeButton('Worker-3', 'name');
    button.click();
    button.focus({ preventScroll: true });
    await settled();
    await scrollTo(300_000);
    expect(page.root.activeElement).to.equal(button);
    expect(seen()).not.to.include('Worker-3');
    page.element.sort = 'cpu desc';
    await page.element.updateComplete;
    expect(focused()).to.equal('Worker-3');
    page.element.search = 'worker-3 127.0.0.2';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Worker-3', 'Worker-30']);
    expect(focused()).to.equal('Worker-3');
    page.element.search = '';
    await page.element.updateComplete;
    expect(focused()).to.equal('Worker-3');
    await settled();
    expect(page.names.length).to.be.above(10);
    expect(focused()).to.equal('Worker-3');
    expect(page.node('Worker-3').getAttribute('aria-current')).to.equal('true');
    expect(page.element.selected).to.equal(NODES[2]!['nodeId']);
  }).timeout(20_000);
});
