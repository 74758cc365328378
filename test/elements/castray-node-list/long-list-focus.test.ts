import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { visibleText } from '../../support/cluster-page.js';
import { manyNodes, numberOf, pictures, settled, useLongList } from '../../support/long-list.js';
import { until } from '../../support/wait.js';

/** The row with the focus is drawn wherever it is, and is found again. */
describe('the focus in a list of 10,000 nodes', () => {
  const nodes = manyNodes(10_000);
  const list = useLongList(nodes);
  const focused = () => visibleText(list.page.root.activeElement!);

  it('is gone through by keys, with the focus always in sight', async () => {
    await list.show();
    list.page.nodeButton('Worker-1', 'name').focus();
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
      expect(isRight(numberOf(focused())), `${key}: ${focused()}`).to.equal(true);
      expect(list.seen()).to.include(focused());
      expect(list.page.root.activeElement?.getAttribute('tabindex')).to.equal('0');
    }
    const name = focused();
    await sendKeys({ press: 'Enter' });
    await list.page.element.updateComplete;
    expect(list.page.get("[part='details']").closest('tr')).not.to.equal(null);
    expect(list.page.element.selected).to.equal(list.page.node(name).dataset['node']);
    await sendKeys({ press: 'Escape' });
    await list.page.element.updateComplete;
    expect(list.page.find("[part='details']")).to.equal(null);
    await sendKeys({ press: '/' });
    expect(list.page.root.activeElement).to.equal(list.page.get("[part='search']"));
    await sendKeys({ type: 'worker-77' });
    await list.page.element.updateComplete;
    expect(list.page.get("[part='status']").textContent).to.include('111 of 10,000');
    await sendKeys({ press: 'Escape' });
    await list.page.element.updateComplete;
    expect(list.page.element.search).to.equal('');
  }).timeout(20_000);

  for (const view of ['table', 'cards'] as const) {
    it(`brings the row with the focus back into sight when Tab goes on in it, as ${view}`, async () => {
      await list.show('block-size: 500px', view);
      const first = view === 'table' ? 'details-button' : 'name';
      list.page.nodeButton('Worker-2', first).focus({ preventScroll: true });
      await list.scrollTo(200_000);
      expect(list.seen()).not.to.include('Worker-2');
      await sendKeys({ press: 'Tab' });
      await pictures(2);
      expect(list.page.root.activeElement?.closest('[data-node]')).to.equal(
        list.page.node('Worker-2'),
      );
      expect(list.seen()).to.include('Worker-2');
      expect(list.scroller.scrollTop).to.be.below(1000);
      list.expectFull(2);
    }).timeout(20_000);
  }

  for (const style of ['block-size: 500px', '']) {
    it(`comes back to its row after a search, where ${style ? 'the list' : 'the page'} scrolls`, async () => {
      await list.show(style);
      list.page.nodeButton('Worker-1', 'name').focus();
      for (const key of ['End', 'ArrowUp', '/']) await sendKeys({ press: key });
      await sendKeys({ type: 'worker-9999' });
      await until(() => list.page.names.length === 1, 'found');
      await sendKeys({ press: 'Escape' });
      await until(() => list.page.names.length > 5, 'all again');
      await settled();
      if (style) expect(list.seen()).to.include('Worker-9999');
      const isInRow = () => list.page.root.activeElement?.closest('[data-node]');
      for (let i = 0; i < 30 && !isInRow(); i += 1) await sendKeys({ press: 'Tab' });
      await settled();
      expect(isInRow()).to.equal(list.page.node('Worker-9999'));
      expect(list.seen()).to.include('Worker-9999');
    }).timeout(30_000);
  }

  it('has the selected node in sight after a search', async () => {
    await list.show();
    Object.assign(list.page.element, { selected: nodes[4999]!['nodeId'], search: 'worker-77' });
    await settled();
    list.page.element.search = '';
    await settled();
    expect(list.seen()).to.include('Worker-5000');
    list.expectFull(5);
  }).timeout(20_000);

  it('stays where it is scrolled to when the window is come back to', async () => {
    await list.show();
    const button = list.page.nodeButton('Worker-2', 'name');
    button.focus({ preventScroll: true });
    await list.scrollTo(200_000);
    // as of a window that gets the focus back: from nowhere
    button.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    await pictures(2);
    expect(list.scroller.scrollTop).to.be.above(190_000);
  }).timeout(20_000);

  it('keeps focus and selection through scrolling, another order, a search for two and back', async () => {
    await list.show();
    const button = list.page.nodeButton('Worker-3', 'name');
    button.click();
    button.focus({ preventScroll: true });
    await settled();
    await list.scrollTo(300_000);
    expect(list.page.root.activeElement).to.equal(button);
    expect(list.seen()).not.to.include('Worker-3');
    list.page.element.sort = 'cpu desc';
    await list.page.element.updateComplete;
    expect(focused()).to.equal('Worker-3');
    list.page.element.search = 'worker-3 127.0.0.2';
    await list.page.element.updateComplete;
    expect(list.page.names).to.deep.equal(['Worker-3', 'Worker-30']);
    expect(focused()).to.equal('Worker-3');
    list.page.element.search = '';
    await list.page.element.updateComplete;
    expect(focused()).to.equal('Worker-3');
    await settled();
    expect(list.page.names.length).to.be.above(10);
    expect(focused()).to.equal('Worker-3');
    expect(list.page.node('Worker-3').getAttribute('aria-current')).to.equal('true');
    expect(list.page.element.selected).to.equal(nodes[2]!['nodeId']);
  }).timeout(20_000);
});
