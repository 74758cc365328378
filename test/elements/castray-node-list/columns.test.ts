import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

describe('the columns of a list', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  beforeEach(() => setViewport({ width: 1300, height: 900 }));
  afterEach(() => {
    sinon.restore();
    fixtureCleanup();
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  const show = (attributes: Readonly<Record<string, string>> = {}, lang = 'en') =>
    NodeListPage.mount(service, { lang }, attributes);

  const titles = (page: NodeListPage) =>
    page
      .all("[part~='header-cell']")
      .filter((cell) => cell.offsetWidth > 0)
      .map(visibleText);

  const open = async (page: NodeListPage) => {
    page.get('[part=columns-button]').click();
    await until(() => page.find('[part=columns-panel]'), 'the panel');
  };

  const line = (page: NodeListPage, id: string) => page.get(`[data-column='${id}']`);

  it('are those that the attribute names, in its order, the name first', async () => {
    const page = await show({ columns: 'memory, state,object-store' });
    expect(titles(page)).to.deep.equal(['Name', 'Memory', 'State', 'Object store']);
    expect(page.node('Head').children).to.have.length(4);
    expect(page.element.viewState).to.equal('columns=name,memory,state,object-store');
    page.element.columns = 'name';
    await page.element.updateComplete;
    page.nodeButton('Alpha', 'details-button').click();
    await page.element.updateComplete;
    expect(titles(page)).to.deep.equal(['Name']);
    expect(page.text).to.include('received SIGTERM');
    page.element.viewState = '';
    await page.element.updateComplete;
    expect(titles(page)).to.have.length(9);
  });

  it('tells once of words that are none, and does with the rest', async () => {
    const warn = sinon.stub(console, 'warn');
    const page = await show({ columns: 'cpu,colour,<b>,cpu' });
    expect(titles(page)).to.deep.equal(['Name', 'CPU']);
    expect(warn.args).to.have.length(1);
    expect(warn.args[0]![0]).to.match(
      /columns="colour,<b>" is not used\. Expected: name, state, cpu/,
    );
    page.element.columns = 7 as unknown as string;
    await page.element.updateComplete;
    expect(titles(page)).to.have.length(9);
  });

  it('hold on a narrow screen the first ones that were chosen', async () => {
    await setViewport({ width: 320, height: 700 });
    const page = await show({ columns: 'labels,network,cpu,memory,state' });
    expect(titles(page)).to.deep.equal(['Name', 'Load', 'Network', 'CPU']);
    await open(page);
    expect(page.element.scrollWidth).to.be.at.most(page.element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('have none for the GPU while every node says that it has none', async () => {
    const page = await show();
    expect(titles(page)).to.include('GPU');
    const none = SMALL.slice(0, 3);
    await page.send([...none, wireNode(5, { name: 'Lost', state: 'DEAD', resources: {} })]);
    expect(titles(page)).not.to.include('GPU');
    page.element.view = 'cards';
    await page.element.updateComplete;
    expect(visibleText(page.get('.card-figures'))).not.to.include('GPU');
    page.element.view = 'table';
    await open(page);
    expect(visibleText(line(page, 'gpu'))).to.include('No node has one');
    await page.send([...none, wireNode(6, { name: 'New', resources: {} })]);
    expect(titles(page), 'it may have one').to.include('GPU');
    await page.send(SMALL);
  });

  it('are chosen and put in order by keyboard, and the focus goes with them', async () => {
    const page = await show();
    const told: string[] = [];
    page.element.addEventListener('castray-view-change', ({ viewState }) => told.push(viewState));
    await open(page);
    await expect(page.element).to.be.accessible();
    expect(line(page, 'name').querySelector('input')!.disabled).to.equal(true);
    for (const id of ['memory', 'labels']) {
      line(page, id).querySelector('input')!.focus();
      await sendKeys({ press: ' ' });
      await page.element.updateComplete;
    }
    expect(page.element.columns).to.equal('name,state,cpu,gpu,address,work,network');
    line(page, 'cpu').querySelector<HTMLElement>("[aria-label='Move CPU up']")!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.element.columns.startsWith('name,cpu,state,gpu'), 'it has moved');
    const focused = () => page.root.activeElement?.getAttribute('aria-label');
    await until(() => focused() === 'Move CPU down', 'the focus, since it is the first now');
    await page.says('CPU: 2 of 7');
    expect(titles(page)).to.deep.equal([
      ...['Name', 'CPU', 'State', 'GPU', 'IP and ID', 'Work status', 'Network'],
    ]);
    expect(told.at(-1)).to.equal('columns=name,cpu,state,gpu,address,work,network');
    await sendKeys({ press: 'Escape' });
    expect(page.root.activeElement?.getAttribute('part')).to.equal('columns-button');
    expect(page.get('[part=columns]').hasAttribute('open')).to.equal(false);
    await open(page);
    page.button('Default columns').click();
    await page.element.updateComplete;
    expect(titles(page)).to.have.length(9);
  });

  /** The columns whose boxes are ticked. */
  const ticked = (page: NodeListPage) =>
    page.all('[data-column]:has(:checked)').map(({ dataset }) => dataset['column']);

  it('are ticked as they are shown, whatever line an unticked one goes to', async () => {
    const page = await show();
    await open(page);
    line(page, 'network').querySelector<HTMLElement>('[data-move=up]')!.click();
    await page.element.updateComplete;
    line(page, 'network').querySelector('input')!.click();
    await page.element.updateComplete;
    expect(ticked(page)).to.deep.equal([
      ...['name', 'state', 'cpu', 'memory', 'gpu', 'address', 'work', 'labels'],
    ]);
    expect(titles(page)).to.include('Work status').and.not.to.include('Network');
  });

  it('keep the focus when they are unticked, so that one more Space brings them back', async () => {
    const page = await show({ columns: 'labels,state,cpu' });
    await open(page);
    const focused = () => page.root.activeElement?.closest('[data-column]');
    line(page, 'labels').querySelector('input')!.focus();
    await sendKeys({ press: ' ' });
    await until(() => page.element.columns === 'name,state,cpu', 'it is away');
    await until(() => focused() === line(page, 'labels'), 'the focus in its own line');
    expect(ticked(page)).to.deep.equal(['name', 'state', 'cpu']);
    await sendKeys({ press: ' ' });
    await until(() => page.element.columns === 'name,state,cpu,labels', 'it is back');
    expect(ticked(page)).to.deep.equal(['name', 'state', 'cpu', 'labels']);
    expect(focused()).to.equal(line(page, 'labels'));
  });

  it('decide on what cards and the export hold', async () => {
    const page = await show({ view: 'cards', columns: 'gpu,cpu,work' });
    const head = visibleText(page.node('Head'));
    expect(head).to.match(/GPU.*CPU.*Work status/s);
    expect(head).not.to.match(/Memory|alive|127\.|…/);
    const [fields, first] = page.element.exportAs('csv').split('\r\n');
    expect(fields).to.equal(
      '\uFEFFname,isHeadNode,gpuPercent,gpuCount,cpuPercent,cpuCores,workStatus',
    );
    expect(first).to.equal('Head,true,35,2,90,8,detecting');
    const { nodes } = JSON.parse(page.element.exportAs('json')) as { nodes: object[] };
    expect(Object.keys(nodes[0]!)).to.deep.equal(fields!.slice(1).split(','));
    expect(page.element.exportAs('text').split('\n').slice(0, 2)).to.deep.equal([
      'Name\tGPU\tCPU\tWork status',
      'Head\t35%\t90%\tdetecting',
    ]);
    await page.send(SMALL.slice(0, 3));
    await until(() => page.names.length === 3, 'no GPU any more');
    expect(page.element.exportAs('csv').split('\r\n')[0], 'also of what none has').to.equal(fields);
    await page.send(SMALL);
  });

  for (const [lang, about, head] of [
    ['en', 'cores that Ray counts', 'head node runs'],
    ['zh-CN', 'Ray 计入的核数', '头节点运行'],
  ] as const) {
    it(`are explained, to pointer and keyboard, in ${lang}`, async () => {
      const page = await show({}, lang);
      expect(page.get('.column-cpu').title).to.include(about);
      await open(page);
      expect(visibleText(line(page, 'cpu'))).to.include(about);
      expect(visibleText(line(page, 'name'))).to.include(head);
      await expect(page.element).to.be.accessible();
      page.element.view = 'map';
      await page.element.updateComplete;
      expect(visibleText(line(page, 'cpu'))).to.include(about);
    });
  }
});
