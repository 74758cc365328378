import { expect, fixtureCleanup } from '@open-wc/testing';
import { visibleText } from '../../support/cluster-page.js';
import type { TestService } from '../../support/castray.js';
import { startHeld, NodeListPage } from '../../support/node-list-page.js';
import { AXE_LANGUAGES, engine, setMedia, setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode, wireNodes, type WireNode } from '../../support/wire.js';

const [A, B, C] = [1, 2, 3].map((n) => wireNode(n, { name: `N${n}`, cpu: 20, memory: 50 }));
const FEW: readonly WireNode[] = [A!, B!, C!];

describe('what has changed in a list', () => {
  let service: TestService;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    service = await startHeld(FEW);
  });
  afterEach(async () => {
    fixtureCleanup();
    await service.stop();
    await setViewport({ width: 800, height: 600 });
  });

  const show = (marks = 'all', view = 'table', lang = 'en') =>
    NodeListPage.mount(service, { memoryFigure: 'used', lang }, { marks, view });

  /** Node and cell of what is marked just now. */
  const marked = (page: NodeListPage) =>
    page.all('[data-mark]').map((cell) => {
      const name = cell.closest('[data-node]')!.querySelector<HTMLElement>("[part='name']")!;
      return `${visibleText(name)} ${cell.className.split(' ').pop()}`;
    });

  const badges = (page: NodeListPage) =>
    page.all("[part='news-badge']").map((badge) => {
      const name = badge.closest('[data-node]')!.querySelector<HTMLElement>("[part='name']")!;
      return `${visibleText(name)} ${visibleText(badge)}`;
    });

  for (const view of ['table', 'cards']) {
    it(`is marked until the next frame, where it matters: ${view}`, async () => {
      const page = await show('all', view);
      expect(marked(page)).to.deep.equal([]);
      await page.send([A!, { ...B!, cpu: 25, memory: 80 }, { ...C!, workStatus: 'sending' }]);
      expect(marked(page)).to.deep.equal(['N2 memory', 'N3 work']);
      page.element.selected = String(A!['nodeId']);
      await page.element.updateComplete;
      expect(marked(page), 'no frame').to.have.length(2);
      await page.send([A!, { ...B!, memory: 50 }, { ...C!, workStatus: 'sending' }]);
      expect(marked(page)).to.deep.equal(['N2 memory']);
      page.element.sort = 'name desc';
      await page.element.updateComplete;
      expect(marked(page), 'their rows are others now').to.deep.equal([]);
    });
  }

  for (const view of ['table', 'map']) {
    it(`is not what the page says that a figure means: ${view}`, async () => {
      const page = await show('all', view);
      page.element.setAttribute('map-figure', 'memory');
      await page.send([A!, { ...B!, memory: 80 }, C!]);
      const marks = () => page.all('[data-mark], .map-changed');
      expect(marks()).to.have.length(1);
      page.provider.memoryFigure = 'available';
      await until(() => page.element.exportAs('text').includes('20%\t20%'), 'the other share');
      expect(marks()).to.deep.equal([]);
      await page.send([A!, B!, C!]);
      expect(marks(), 'and what changes then is').to.have.length(1);
    });
  }

  it('is marked without an animation, and not at all where motion is not wanted', async () => {
    const page = await show();
    await page.send([A!, B!, { ...C!, cpu: 90 }]);
    const outline = () => getComputedStyle(page.get('[data-mark]')).outlineStyle;
    expect(outline()).to.equal('solid');
    expect(page.root.getAnimations()).to.deep.equal([]);
    if (engine !== 'chromium') return;
    await setMedia({ 'prefers-reduced-motion': 'reduce' });
    await page.send([A!, { ...B!, cpu: 90 }, C!]);
    expect(outline()).to.equal('none');
    await setMedia({});
  });

  it('is not marked where more changes than anybody can follow, and where the author wants none', async () => {
    const nodes = wireNodes(30).map((node) => ({ ...node, cpu: 10 }));
    await service.stop();
    service = await startHeld(nodes);
    const page = await show();
    await page.send(nodes.map((node) => ({ ...node, cpu: 90 })));
    expect(marked(page)).to.deep.equal([]);
    page.element.marks = 'nodes';
    await page.send(nodes.map((node, i) => ({ ...node, cpu: i ? 90 : 10 })));
    expect(marked(page)).to.deep.equal([]);
  });

  describe('in the map', () => {
    const showMap = async (figure = 'cpu') => {
      const attributes = { view: 'map', 'map-group': 'none', 'map-figure': figure };
      const page = await NodeListPage.mount(service, { memoryFigure: 'used' }, attributes);
      await until(() => page.find('[role=gridcell]'), 'the map');
      return page;
    };
    const corners = ({ root }: NodeListPage) =>
      root.querySelector<SVGPathElement>('.map-changed path + path');
    /** In which column of the first row corners are around a cell. */
    const cornered = (page: NodeListPage) =>
      [
        ...(corners(page)
          ?.getAttribute('d')
          ?.matchAll(/M(-?\d+)/g) ?? []),
      ].map(([, x]) => (Number(x) + 2) / 10);

    it('is marked until the next frame, where the map shows it', async () => {
      const page = await showMap();
      expect(cornered(page)).to.deep.equal([]);
      await page.send([
        { ...A!, cpu: 25 },
        { ...B!, memory: 80 },
        { ...C!, cpu: 90 },
      ]);
      expect(cornered(page)).to.deep.equal([2]);
      page.element.selected = String(A!['nodeId']);
      await page.element.updateComplete;
      expect(cornered(page), 'no frame').to.deep.equal([2]);
      page.element.mapFigure = 'memory';
      await page.element.updateComplete;
      expect(cornered(page), 'of another figure').to.deep.equal([]);
      await page.send([{ ...A!, memory: 75 }, B!, { ...C!, cpu: 20 }]);
      expect(cornered(page)).to.deep.equal([0, 1]);
      await page.send([{ ...A!, memory: 76 }, B!, C!]);
      expect(cornered(page)).to.deep.equal([]);
    });

    it('is found where the order has become another one, and not where the map was away', async () => {
      const page = await showMap();
      page.element.sort = 'cpu desc';
      await page.element.updateComplete;
      await page.send([A!, B!, { ...C!, cpu: 90 }]);
      expect(cornered(page), 'N3 is the first now').to.deep.equal([0]);
      page.element.view = 'table';
      await page.element.updateComplete;
      await page.send([{ ...A!, cpu: 95 }, B!, C!]);
      page.element.view = 'map';
      await page.element.updateComplete;
      expect(cornered(page)).to.deep.equal([]);
      await page.send([A!, B!, C!]);
      expect(cornered(page)).to.have.length(1);
    });

    it('another state is marked beside the circle of a node that has died, in no word and no announcement', async () => {
      const page = await showMap('state');
      await page.send([{ ...A!, state: 'DEAD', stateMessage: 'SIGTERM' }, B!, C!]);
      const [dead] = cornered(page);
      expect(cornered(page)).to.have.length(1);
      const circle = page.get('[role=grid] [data-news=died]').getAttribute('d')!;
      expect(circle).to.match(new RegExp(`^M${dead! * 10 - 2} `));
      await page.send([{ ...A!, state: 'DEAD', stateMessage: 'SIGTERM' }, B!, { ...C!, cpu: 21 }]);
      expect(cornered(page)).to.deep.equal([]);
      expect(page.find('[role=grid] [data-news=died]')).to.exist;
    });

    it('figures that a cross does not show are not marked', async () => {
      const gone = { ...A!, state: 'DEAD', stateMessage: 'SIGTERM' };
      const page = await showMap();
      await page.send([gone, B!, C!]);
      await page.send([{ ...gone, cpu: 90 }, { ...B!, cpu: 90 }, C!]);
      expect(cornered(page)).to.have.length(1);
    });

    it('is said to nobody, drawn without an animation, and not where motion is not wanted', async () => {
      const page = await showMap();
      const names = () => page.all('[role=gridcell]').map((cell) => cell.ariaLabel);
      await page.send([{ ...A!, cpu: 90 }, B!, C!]);
      expect(names()[0]).to.equal('N1: CPU 90%, critical, alive');
      expect(visibleText(page.get('[role=status]'))).to.equal('');
      expect(corners(page)!.closest('[aria-hidden=true]')).to.exist;
      const { stroke, strokeWidth } = getComputedStyle(corners(page)!);
      expect(strokeWidth).to.equal('2px');
      expect(page.root.getAnimations()).to.deep.equal([]);
      await expect(page.element).to.be.accessible();
      if (engine !== 'chromium') return;
      await setMedia({ 'forced-colors': 'active' });
      expect(getComputedStyle(corners(page)!).stroke, 'a colour of the system').not.to.equal(
        stroke,
      );
      await setMedia({ 'prefers-reduced-motion': 'reduce' });
      expect(getComputedStyle(corners(page)!).strokeWidth).to.equal('0px');
      await setMedia({});
    }).timeout(20_000);

    it('is not marked where more changes than anybody can follow, and where the author wants none', async () => {
      const nodes = wireNodes(30).map((node) => ({ ...node, cpu: 10 }));
      await service.stop();
      service = await startHeld(nodes);
      const page = await showMap();
      await page.send(nodes.map((node, i) => ({ ...node, cpu: i < 20 ? 90 : 10 })));
      const marks = () => page.all('.map-changed').length;
      expect(marks(), '20 of them').to.equal(1);
      await page.send(nodes.map((node, i) => ({ ...node, cpu: i < 20 ? 10 : i > 20 ? 10 : 90 })));
      expect(marks(), '21 of them').to.equal(0);
      page.element.marks = 'nodes';
      await page.send(nodes.map((node, i) => ({ ...node, cpu: i ? 10 : 90 })));
      expect(marks()).to.equal(0);
    });

    it('is marked for five seconds where no frame comes', async () => {
      const page = await showMap();
      await page.send([{ ...A!, cpu: 90 }, B!, C!]);
      const since = performance.now();
      expect(cornered(page)).to.deep.equal([0]);
      await until(() => cornered(page).length === 0, 'the end of the moment', 8000);
      expect(performance.now() - since).to.be.within(4500, 8000);
    }).timeout(15_000);
  });

  for (const lang of AXE_LANGUAGES) {
    it(`nodes that join or die are marked by shape and word, and announced together: ${lang}`, async () => {
      const [isNew, hasDied, joined, died] =
        lang === 'en'
          ? ['new', 'just died', '2 nodes joined.', 'N1 died.']
          : ['新加入', '刚失效', '2 个节点已加入。', 'N1 已失效。'];
      const page = await show('nodes', 'table', lang);
      const others = [4, 5].map((n) => wireNode(n, { name: `N${n}` }));
      await page.send([...FEW, others[0]!]);
      await page.send([{ ...A!, state: 'DEAD', stateMessage: 'SIGTERM' }, B!, C!, ...others]);
      expect(badges(page).sort()).to.deep.equal([`N1 ${hasDied}`, `N4 ${isNew}`, `N5 ${isNew}`]);
      expect(page.get("[part='news-badge'] svg")).to.exist;
      const said = () => page.textOf("[role='status']");
      await until(() => said().includes(died), 'the announcement');
      expect(said()).to.equal(`${joined} ${died}`);
      await expect(page.element).to.be.accessible();
      page.element.view = 'cards';
      await page.element.updateComplete;
      expect(badges(page)).to.have.length(3);
      await setViewport({ width: 320, height: 700 });
      expect(page.element.scrollWidth).to.be.at.most(page.element.clientWidth);
      page.element.marks = 'none';
      await page.element.updateComplete;
      expect(badges(page)).to.deep.equal([]);
    });
  }
});
