import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, NodeListPage, showHeld } from '../../support/node-list-page.js';
import { wireNode } from '../../support/wire.js';

describe('filters and search of the node list', () => {
  let page: NodeListPage;

  beforeEach(async () => {
    page = await showHeld();
  });
  afterEach(async () => {
    await page.end();
  });

  const filters = () => page.all("[part='filter-button']").map((button) => visibleText(button));
  const status = () => visibleText(page.get("[role='status']"));

  async function type(text: string): Promise<void> {
    page.get("[part='search']").focus();
    await sendKeys({ type: text });
    await page.element.updateComplete;
  }

  it('leave the page its keys: / in its own controls, and Escape where there is nothing to clear', async () => {
    const press = (target: Element, key: string): boolean =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    const control = document.createElement('div');
    control.slot = 'toolbar';
    control.append(document.createElement('textarea'));
    page.element.append(control);
    expect(press(control.firstElementChild!, '/')).to.equal(true);
    const search = page.get("[part='search']");
    expect(press(search, 'Escape'), 'closes the dialog that the list stands in').to.equal(true);
    await type('node');
    expect(press(search, 'Escape')).to.equal(false);
    expect(page.element.search).to.equal('');
  });

  it('open details by Enter on a name once, however long it is held', async () => {
    const name = page.nodeButton('Head', 'name');
    const options = { key: 'Enter', bubbles: true, composed: true };
    for (const repeat of [false, true]) {
      name.dispatchEvent(new KeyboardEvent('keydown', { ...options, repeat }));
      await page.element.updateComplete;
      expect(page.find("[part='details']"), String(repeat)).to.exist;
    }
  });

  it('say nothing where the page has set them before the first picture', async () => {
    const given = await NodeListPage.mount(page.service, {}, { search: 'node' });
    expect(given.names).to.have.length(2);
    expect(visibleText(given.get("[role='status']"))).to.equal('');
  });

  it('say how many nodes each of them would show', () => {
    expect(filters()).to.deep.equal([
      'All 4',
      'Active 3',
      'Inactive 1',
      'GPU 1',
      'Wired 3',
      'Wireless 1',
    ]);
  });

  it('show what their button says, and say which one is chosen', async () => {
    const button = page.button('Wireless 1');
    button.click();
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Node-2']);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(page.button('All 4').getAttribute('aria-pressed')).to.equal('false');
    expect(page.element.getAttribute('filter')).to.equal('wireless');
  });

  it('find what is typed in name, IP or id, every word of it', async () => {
    await type('node 127.0.0.2');
    expect(page.names).to.deep.equal(['Node-2']);
    page.element.search = '4';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Head']); // by its id and IP
    expect(page.get("[part='search']")).to.have.property('value', '4');
  });

  it('count for a screen reader what was asked for, and not each frame', async () => {
    expect(status()).to.equal('');
    await type('node');
    expect(status()).to.equal('2 of 4 nodes');
    await page.send([...SMALL, wireNode(5, { name: 'Node-5' })]);
    expect(page.names).to.include('Node-5');
    expect(status()).to.equal('2 of 4 nodes');
    expect(page.part('status')).to.equal('3 of 5 nodes');
  });

  it('offer all nodes again where none matches, and keep the focus in the list', async () => {
    page.button('GPU 1').click();
    await type('nowhere');
    expect(page.text).to.include('No node matches');
    const showAll = page.get("[part='clear-button']");
    showAll.focus();
    showAll.click();
    await page.element.updateComplete;
    expect(page.names).to.have.length(4);
    expect(page.root.activeElement).to.equal(page.get("[part='search']"));
  });
});
