import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { TestService } from '../../support/castray.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
import { engine, setMedia, setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

describe('the map of nodes', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  afterEach(async () => {
    fixtureCleanup();
    if (engine === 'chromium') await setMedia({});
    await service.control('frame', { type: 'cluster_status', data: { nodes: SMALL } });
  });
  after(async () => {
    await service.stop();
  });

  async function show({ lang = 'en', theme = 'light', group = 'state', from = service } = {}) {
    const attributes = { view: 'map', 'map-group': group, theme };
    const page = await NodeListPage.mount(from, { lang }, attributes);
    await until(() => page.find('[role=gridcell]'), 'the map');
    return page;
  }
  const grid = (page: NodeListPage) => page.get('[role=grid]');
  /** The cell that a screen reader is on. */
  const active = (page: NodeListPage) =>
    page.root.getElementById(grid(page).getAttribute('aria-activedescendant')!)!;
  const label = (page: NodeListPage) => active(page).getAttribute('aria-label')!;
  const details = (page: NodeListPage) => page.part('map-details');
  /** Of each kind, how many cells are drawn. */
  const drawn = (page: NodeListPage) =>
    Object.fromEntries(
      page
        .all('[role=grid] [data-band]')
        .map((path) => [
          path.getAttribute('data-band'),
          path.getAttribute('d')!.split('M').length - 1,
        ])
        .filter(([, count]) => count),
    ) as Record<string, number>;

  async function press(page: NodeListPage, ...keys: string[]) {
    for (const key of keys) await sendKeys({ press: key });
    await page.element.updateComplete;
  }

  it('has a cell of its own shape for each node, by what is chosen, and a legend with counts', async () => {
    const page = await show({ group: 'none' });
    const legend = () => page.part('map-legend');
    expect(drawn(page)).to.deep.equal({ low: 1, high: 1, critical: 1, dead: 1 });
    expect(legend()).to.equal('low ≥ 0% 1 moderate ≥ 30% 0 high ≥ 60% 1 critical ≥ 80% 1 dead 1');
    const dead = page.get('[role=grid] [data-band=dead]');
    expect(getComputedStyle(dead).strokeWidth, 'a cross is all stroke').to.equal('2px');
    const figure = page.get('select[part=map-select]') as HTMLSelectElement;
    figure.value = 'gpu';
    figure.dispatchEvent(new Event('change'));
    await page.element.updateComplete;
    expect(page.element.getAttribute('map-figure')).to.equal('gpu');
    expect(drawn(page)).to.deep.equal({ moderate: 1, none: 2, dead: 1 });
    page.element.mapFigure = 'state';
    await page.element.updateComplete;
    expect(drawn(page)).to.deep.equal({ alive: 3, dead: 1 });
    await page.send(SMALL.map((node) => ({ ...node, state: 'DEAD', status: 'dead' })));
    await until(() => drawn(page)['dead'] === 4, 'all are dead');
    expect(drawn(page)).to.deep.equal({ dead: 4 });
  });

  it('stands in groups, trouble first, and only what was searched for', async () => {
    const page = await show();
    const groups = () => page.all('[role=rowgroup]').map((group) => group.ariaLabel);
    await until(() => groups().join() === 'dead: 1,alive: 3', 'the groups');
    page.element.mapGroup = 'connection';
    await page.element.updateComplete;
    expect(groups()).to.deep.equal(['wired: 3', 'wireless: 1']);
    page.element.search = 'node-';
    await page.element.updateComplete;
    expect(groups()).to.deep.equal(['wired: 1', 'wireless: 1']);
  });

  it('is walked through by keyboard, cell by cell, and Enter selects', async () => {
    const nodes = Array.from({ length: 150 }, (_, i) =>
      wireNode(i + 11, { name: `n${i + 1}`, cpu: 42, state: i < 3 ? 'DEAD' : 'ALIVE' }),
    );
    const large = await startHeld(nodes);
    const page = await show({ from: large });
    await until(() => label(page) === 'n1: dead', 'the first node');
    grid(page).focus();
    await press(page, 'ArrowRight', 'ArrowRight');
    expect(label(page)).to.equal('n3: dead');
    await press(page, 'ArrowDown');
    expect(label(page)).to.equal('n6: CPU 42%, moderate, alive');
    const columns = Number(grid(page).getAttribute('aria-colcount'));
    expect(columns).to.be.within(10, 100);
    expect(grid(page).getAttribute('aria-rowcount')).to.equal(String(1 + Math.ceil(147 / columns)));
    expect(active(page).parentElement!.getAttribute('aria-rowindex')).to.equal('2');
    expect(active(page).getAttribute('aria-colindex')).to.equal('3');
    expect(details(page)).to.include('n6').and.to.include('42%').and.to.include('127.0.0.16');
    let chosen = '';
    page.element.addEventListener('castray-node-select', ({ node }) => (chosen = node.name));
    await press(page, 'Enter');
    expect(chosen).to.equal('n6');
    expect(active(page).getAttribute('aria-selected')).to.equal('true');
    await press(page, 'End');
    expect(active(page).getAttribute('aria-colindex')).to.equal(String(columns));
    await press(page, 'PageDown', 'ArrowDown', 'Home');
    expect(active(page).getAttribute('aria-colindex')).to.equal('1');
    // with its node, wherever that goes
    const before = label(page);
    await page.send([...nodes].reverse());
    expect(label(page)).to.equal(before);
    await large.stop();
  }).timeout(30_000);

  it('begins on the right where the page is read from right to left, for pointer and keys, too', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const page = await show();
      const box = () => active(page).getBoundingClientRect();
      grid(page).focus();
      await press(page, 'Home', 'ArrowDown');
      const alive = page.all('[role=rowgroup] svg')[1]!.getBoundingClientRect();
      const end = grid(page).getBoundingClientRect().right;
      expect(alive.right).to.be.within(end - 16, end);
      const first = box();
      expect(first.right).to.be.closeTo(alive.right, 6);
      await press(page, 'ArrowLeft');
      expect(label(page)).to.match(/^Node-2/);
      expect(box().right).to.be.closeTo(first.left, 8);
      await press(page, 'ArrowRight');
      expect(label(page)).to.match(/^Head/);
      const position: [number, number] = [Math.round(end - 8 - 45), Math.round(alive.top + 15)];
      await sendMouse({ type: 'move', position });
      await until(() => details(page).startsWith('Node-2'), 'the details');
      await sendMouse({ type: 'move', position: [0, 0] });
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('tells of the cell under the pointer, and selects it by a click', async () => {
    const page = await show();
    const alive = page.all('[role=rowgroup] svg')[1]!;
    const { left, top } = alive.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 45), Math.round(top + 15)];
    await sendMouse({ type: 'move', position });
    await until(() => details(page).startsWith('Node-2'), 'the details');
    await sendMouse({ type: 'click', position });
    await until(() => page.element.selected, 'selected');
    expect(page.element.selected).to.equal(SMALL[1]!['nodeId']);
    await sendMouse({ type: 'move', position: [0, 0] });
    page.element.ownerDocument.body.focus();
    grid(page).blur();
    await until(() => details(page).startsWith('Point at'), 'the hint');
  });

  it('stays with the node that the focus came to when others move, and with one that leaves', async () => {
    const own = await startHeld(); // a node that comes back would be a newcomer to the next test
    const page = await show({ from: own });
    await until(() => label(page).startsWith('Alpha'), 'the first cell');
    grid(page).focus();
    await page.send(SMALL.with(0, { ...SMALL[0]!, state: 'DEAD', name: 'Aaa' }));
    expect(label(page)).to.match(/^Alpha/);
    await press(page, 'End', 'ArrowDown', 'Enter');
    expect(page.element.selected).to.equal(SMALL[1]!['nodeId']);
    await page.send(SMALL.toSpliced(1, 1));
    expect(label(page)).to.match(/^Node-2/);
    expect(details(page)).to.include('No longer reported');
    const groups = page.all('[role=rowgroup]').map((group) => group.ariaLabel);
    expect(groups, 'it is not counted').to.deep.equal(['dead: 1', 'state unknown: 0', 'alive: 2']);
    expect(page.part('map-legend')).to.include('unknown 0 dead 1');
    grid(page).blur();
    await until(() => !label(page).startsWith('Node-2'), 'gone');
    await own.stop();
  });

  it('tells of what has come under a pointer that rests, but not where keys have been used since', async () => {
    const page = await show();
    const cell = (group: number, column: number): [number, number] => {
      const picture = page.root.querySelectorAll('[role=rowgroup] svg')[group]!;
      const { left, top } = picture.getBoundingClientRect();
      return [Math.round(left + 15 + 30 * column), Math.round(top + 15)];
    };
    await sendMouse({ type: 'move', position: cell(1, 1) });
    await until(() => details(page).startsWith('Node-2'), 'the details');
    await page.send(SMALL.with(3, { ...SMALL[3]!, state: 'DEAD' }));
    await until(() => details(page).startsWith('Node-10'), 'what has come there');
    await press(page, 'Tab');
    grid(page).focus();
    await press(page, 'ArrowUp', 'Home');
    expect(details(page)).to.match(/^Head/);
    await page.send(SMALL);
    expect(details(page)).to.match(/^Head/);
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  it('marks nodes that have joined or died of late, in the legend, in words and in details, too', async () => {
    const page = await show({ lang: 'zh-CN' });
    const circled = () =>
      page
        .all('[role=grid] [data-news]')
        .map(
          (path) =>
            `${path.getAttribute('data-news')} ${path.getAttribute('d')!.split('M').length - 1}`,
        );
    const legend = () => page.part('map-legend');
    expect(circled()).to.deep.equal([]);
    const others = [7, 8].map((n) => wireNode(n, { name: `N${n}` }));
    await page.send([...SMALL.with(0, { ...SMALL[0]!, state: 'DEAD' }), ...others]);
    await until(() => circled().length > 0, 'the marks');
    expect(circled(), 'the dead, then the others').to.deep.equal([
      'joined 0',
      'died 1',
      'joined 2',
      'died 0',
    ]);
    expect(legend()).to.include('新加入 2 刚失效 1');
    grid(page).focus();
    await press(page, 'ArrowRight');
    await until(() => label(page) === 'Node-10：失效，刚失效', 'the words');
    expect(page.part('news-badge')).to.equal('刚失效');
    await press(page, 'ArrowDown');
    expect(label(page), 'its figures come later').to.equal('N7：CPU 未知，存活，新加入');
    page.element.marks = 'none';
    await page.element.updateComplete;
    expect(circled()).to.deep.equal([]);
  });

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'zh-CN'],
  ] as const) {
    it(`passes axe, ${theme}, in ${lang}, and fits 320 px`, async () => {
      await setViewport({ width: 320, height: 800 });
      const page = await show({ theme, lang });
      grid(page).focus();
      await press(page, 'ArrowRight');
      await expect(page.element).to.be.accessible();
      expect(page.element.scrollWidth).to.be.at.most(page.element.clientWidth);
      await until(() => grid(page).scrollWidth <= grid(page).clientWidth, 'it fits');
      if (lang === 'zh-CN') expect(label(page)).to.equal('Head：CPU 90%，极高，存活');
      await setViewport({ width: 800, height: 600 });
    }).timeout(20_000);
  }

  if (engine === 'chromium') {
    it('needs no colour in forced colours', async () => {
      await setMedia({ 'forced-colors': 'active' });
      const page = await show({ group: 'none' });
      await expect(page.element).to.be.accessible();
      expect(
        new Set(page.all('[role=grid] path').map((path) => path.getAttribute('d'))).size,
      ).to.be.greaterThan(3);
    }).timeout(20_000);
  }
});
