import { expect, fixtureCleanup } from '@open-wc/testing';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';

const DEFAULT_ORDER = ['Head', 'Node-2', 'Node-10', 'Alpha'];

describe('the order of the node list', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  after(async () => {
    fixtureCleanup();
    await service.stop();
  });

  const show = (sort = '', view = 'table', lang = 'en') =>
    NodeListPage.mount(service, { lang }, { sort, view });

  const header = (page: NodeListPage, title: string) =>
    page.all('thead th').find((th) => visibleText(th) === title)!;

  async function clickHeader(page: NodeListPage, title: string): Promise<string | null> {
    header(page, title).querySelector('button')!.click();
    await page.element.updateComplete;
    return header(page, title).getAttribute('aria-sort');
  }

  it('is by default: alive first, the head first, then names in natural order', async () => {
    expect((await show()).names).to.deep.equal(DEFAULT_ORDER);
  });

  it('turns with each click on a name’s header: up, down, default', async () => {
    const page = await show();
    expect(await clickHeader(page, 'Name')).to.equal('ascending');
    expect(page.names).to.deep.equal(['Alpha', 'Head', 'Node-2', 'Node-10']);
    expect(await clickHeader(page, 'Name')).to.equal('descending');
    expect(page.names).to.deep.equal(['Node-10', 'Node-2', 'Head', 'Alpha']);
    expect(await clickHeader(page, 'Name')).to.equal(null);
    expect(page.names).to.deep.equal(DEFAULT_ORDER);
  });

  it('starts with the busiest for figures, unknown ones last both ways', async () => {
    const page = await show();
    expect(await clickHeader(page, 'CPU')).to.equal('descending');
    expect(page.names).to.deep.equal(['Head', 'Node-2', 'Node-10', 'Alpha']);
    expect(page.element.sort).to.equal('cpu desc');
    expect(await clickHeader(page, 'CPU')).to.equal('ascending');
    expect(page.names).to.deep.equal(['Node-10', 'Node-2', 'Head', 'Alpha']);
    expect(await clickHeader(page, 'Memory')).to.equal('descending');
    // the service tells the available share: 40 % of it means 60 % in use
    expect(page.names).to.deep.equal(['Node-2', 'Node-10', 'Head', 'Alpha']);
    expect(header(page, 'CPU').hasAttribute('aria-sort')).to.equal(false);
  });

  it('comes from the attribute, by state too', async () => {
    expect((await show('state desc')).names[0]).to.equal('Alpha');
    expect((await show('name')).names[0]).to.equal('Alpha');
  });

  it('is chosen from a list where there are cards', async () => {
    const page = await show('', 'cards');
    const select = page.get("[part='sort-select']") as HTMLSelectElement;
    expect(select.selectedOptions[0]?.label).to.equal('default order');
    select.value = 'cpu asc';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Node-10', 'Node-2', 'Head', 'Alpha']);
    page.element.sort = 'gpu desc';
    await page.element.updateComplete;
    expect(select.selectedOptions[0]?.label).to.equal('GPU, descending');
  });

  it('follows new figures while nobody is in the list', async () => {
    const page = await show('cpu desc');
    await page.send(SMALL.map((node) => ({ ...node, cpu: node['name'] === 'Node-10' ? 95 : 10 })));
    expect(page.names[0]).to.equal('Node-10');
    await page.send(SMALL);
  });
});
