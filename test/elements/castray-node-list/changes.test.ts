import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { until, visibleText } from '../../support/cluster-page.js';
import type { TestService } from '../../support/castray.js';
import { showList, startHeld, type NodeListPage } from '../../support/node-list-page.js';
import { AXE_LANGUAGES, engine, setMedia, setViewport } from '../../support/page.js';
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
    showList(
      service,
      html`<castray-provider api-base=${service.apiBase} memory-figure="used" lang=${lang}>
        <castray-node-list marks=${marks} view=${view}></castray-node-list>
      </castray-provider>`,
    );

  /** Node and cell of what is marked just now. */
  const marked = ({ root }: NodeListPage) =>
    [...root.querySelectorAll<HTMLElement>('[data-mark]')].map((cell) => {
      const name = cell.closest('[data-node]')!.querySelector<HTMLElement>("[part='name']")!;
      return `${visibleText(name)} ${cell.className.split(' ').pop()}`;
    });

  const badges = ({ root }: NodeListPage) =>
    [...root.querySelectorAll<HTMLElement>("[part='news-badge']")].map((badge) => {
      const name = badge.closest('[data-node]')!.querySelector<HTMLElement>("[part='name']")!;
      return `${visibleText(name)} ${visibleText(badge)}`;
    });

  for (const view of ['table', 'cards']) {
    it(`is marked until the next frame, where it matters: ${view}`, async () => {
      const page = await show('all', view);
      expect(marked(page)).to.deep.equal([]);
      await page.send([A!, { ...B!, cpu: 25, memory: 80 }, { ...C!, workStatus: 'sending' }]);
      expect(marked(page)).to.deep.equal(['N2 memory', 'N3 work']);
      page.list.selected = String(A!['nodeId']);
      await page.list.updateComplete;
      expect(marked(page), 'no frame').to.have.length(2);
      await page.send([A!, { ...B!, memory: 50 }, { ...C!, workStatus: 'sending' }]);
      expect(marked(page)).to.deep.equal(['N2 memory']);
      page.list.sort = 'name desc';
      await page.list.updateComplete;
      expect(marked(page), 'their rows are others now').to.deep.equal([]);
    });
  }

  it('is marked without an animation, and not at all where motion is not wanted', async () => {
    const page = await show();
    await page.send([A!, B!, { ...C!, cpu: 90 }]);
    const outline = () => getComputedStyle(page.find('[data-mark]')).outlineStyle;
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
    page.list.marks = 'nodes';
    await page.send(nodes.map((node, i) => ({ ...node, cpu: i ? 90 : 10 })));
    expect(marked(page)).to.deep.equal([]);
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
      expect(page.find("[part='news-badge'] svg")).to.exist;
      const said = () => visibleText(page.find("[role='status']"));
      await until(() => said().includes(died), 'the announcement');
      expect(said()).to.equal(`${joined} ${died}`);
      await expect(page.list).to.be.accessible();
      page.list.view = 'cards';
      await page.list.updateComplete;
      expect(badges(page)).to.have.length(3);
      await setViewport({ width: 320, height: 700 });
      expect(page.list.scrollWidth).to.be.at.most(page.list.clientWidth);
      page.list.marks = 'none';
      await page.list.updateComplete;
      expect(badges(page)).to.deep.equal([]);
    });
  }
});
