import { expect } from '@open-wc/testing';
import { visibleText } from '../../support/cluster-page.js';
import { manyNodes, pictures, settled, useLongList } from '../../support/long-list.js';
import { until } from '../../support/wait.js';

describe('a list of 10,000 nodes', () => {
  const list = useLongList(manyNodes(10_000));
  const focused = () => visibleText(list.page.root.activeElement!);
  const rowIndex = (name: string) => Number(list.page.node(name).getAttribute('aria-rowindex'));

  for (const view of ['table', 'cards'] as const) {
    it(`draws few of them as ${view}, and no blank place wherever it is scrolled to`, async () => {
      await list.show('block-size: 500px', view);
      const scroller = list.scroller;
      expect(list.page.all('*').length).to.be.below(5000);
      const height = scroller.scrollHeight;
      const least = view === 'table' ? 5 : 2;
      list.expectFull(least);
      for (const place of [0.25, 0.5, 0.9, 1, 0.3, 0]) {
        await list.scrollTo(place * (height - scroller.clientHeight));
        list.expectFull(least);
        expect(Math.abs(scroller.scrollHeight - height)).to.be.below(2);
        if (place === 1) expect(list.seen().at(-1)).to.equal('Worker-10000');
      }
      expect(list.seen()[0]).to.equal('Worker-1');
    }).timeout(20_000);
  }

  it('draws no more than its own height has room for, even before it has been on the screen', async () => {
    const element = document.createElement('castray-node-list');
    element.setAttribute('style', 'block-size: 250px');
    list.provider.replaceChildren(element);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[data-node]').length).to.be.within(3, 8);
  });

  it('has each row in its place, and the focus in its own, however fast it is scrolled', async () => {
    await list.show();
    const button = list.page.nodeButton('Worker-8', 'name');
    button.focus({ preventScroll: true });
    for (const place of [100, 500, 850, 1600, 5000, 4700, 4300, 3000, 0]) {
      await list.scrollTo(place);
      list.expectFull(5);
      expect(list.page.root.activeElement, `${place}`).to.equal(button);
      expect(focused()).to.equal('Worker-8');
      const rows = list.page.all('[data-rows] > tr');
      const places = rows.map((row) => Number(row.getAttribute('aria-rowindex')));
      expect(places).to.deep.equal([...new Set(places)].sort((a, b) => a - b));
    }
  }).timeout(20_000);

  it('tells how many rows there are and which one each is', async () => {
    await list.show();
    expect(list.page.get('table').getAttribute('aria-rowcount')).to.equal('10001');
    expect(rowIndex('Worker-1')).to.equal(2);
    await list.scrollTo(1e9);
    expect(rowIndex('Worker-10000')).to.equal(10_001);
  }).timeout(20_000);

  it('tells how many cards there are and which one each is', async () => {
    await list.show('block-size: 500px', 'cards');
    const place = (name: string) =>
      ['aria-posinset', 'aria-setsize'].map((of) => list.page.node(name).getAttribute(of));
    expect(place('Worker-1')).to.deep.equal(['1', '10000']);
    await list.scrollTo(1e9);
    expect(place('Worker-10000')).to.deep.equal(['10000', '10000']);
  }).timeout(20_000);

  it('scrolls with the page where it has no size of its own', async () => {
    await list.show('');
    window.scrollTo(0, 200_000);
    await pictures(2);
    list.expectFull(5);
    window.scrollTo(0, 0);
    await pictures(2);
    expect(list.seen()[0]).to.equal('Worker-1');
  }).timeout(20_000);

  it('is there when the tab is shown in which it was hidden, at another size too', async () => {
    await list.show('display: none');
    list.page.element.style.display = '';
    list.page.element.style.blockSize = '400px';
    await until(() => list.seen().length >= 4, 'rows');
    list.page.element.style.blockSize = '2000px';
    await list.scrollTo(5000);
    await settled();
    list.expectFull(5);
  }).timeout(20_000);

  it('makes room for details, wherever they are opened', async () => {
    await list.show();
    const scroller = list.scroller;
    await list.scrollTo(100_000);
    await settled();
    const name = list.seen()[2]!;
    const before = scroller.scrollHeight;
    list.page.nodeButton(name, 'details-button').click();
    await settled();
    const details = list.page.get('.details-row').getBoundingClientRect().height;
    expect(scroller.scrollHeight - before).to.be.within(details - 2, details + 2);
    await list.scrollTo(200_000);
    await settled();
    list.expectFull(5);
    expect(list.page.find('.details-row')).to.equal(null);
    expect(scroller.scrollHeight - before).to.be.within(details - 2, details + 2);
    await list.scrollTo(100_000);
    await settled();
    expect(list.page.get('.details-row').dataset['node']).to.equal(
      list.page.node(name).dataset['node'],
    );
    expect(list.page.get('.details-row').getAttribute('aria-rowindex')).to.equal(
      `${rowIndex(name)}`,
    );
  }).timeout(20_000);
});

describe('a list of 101 nodes', () => {
  const list = useLongList(manyNodes(101));

  for (const view of ['table', 'cards'] as const) {
    it(`is not drawn in full as ${view}`, async () => {
      await list.show('block-size: 500px', view);
      expect(list.page.names.length).to.be.within(2, 60);
      list.expectFull(2);
    });
  }
});
