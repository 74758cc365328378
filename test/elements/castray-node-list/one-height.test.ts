import { expect, nextFrame } from '@open-wc/testing';
import { visibleText } from '../../support/cluster-page.js';
import { type NodeListPage, showHeld } from '../../support/node-list-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNode, wireNodes } from '../../support/wire.js';

const DEAD = {
  state: 'DEAD',
  stateMessage: 'received SIGTERM, after a long story of what happened',
};

/** A list that draws what is near the screen counts on one height for all. */
describe('rows and cards of one height', () => {
  let page: NodeListPage;

  afterEach(async () => {
    await page.end();
    await setViewport({ width: 800, height: 600 });
  });

  const rows = ({ root }: NodeListPage) => [
    ...root.querySelectorAll<HTMLElement>('[data-rows] > [data-node]'),
  ];
  const nameOf = (row: Element) => visibleText(row.querySelector("[part='name']")!);

  const settings: readonly Readonly<Record<string, string>>[] = [
    {},
    { columns: 'state,cpu' },
    { density: 'compact' },
    { view: 'cards' },
    { view: 'cards', columns: 'state,gpu' },
    { view: 'cards', density: 'compact' },
  ];
  for (const width of [1300, 700, 340]) {
    for (const setting of settings) {
      it(`hold whatever is said of a node: ${width} px, ${JSON.stringify(setting)}`, async () => {
        await setViewport({ width, height: 900 });
        const gpu = { totalCpu: 4, totalMemory: 16, totalGpu: 2, objectStore: 0 };
        const nodes = [
          wireNode(1, { resources: gpu, gpu: 40, isHeadNode: true }),
          wireNode(2),
          wireNode(3, { state: 'odd' }),
          wireNode(4),
          wireNode(5, { resources: {}, tasks: Array.from({ length: 20 }, (_, i) => `task ${i}`) }),
          wireNode(6, { ...DEAD, resources: {} }),
        ];
        page = await showHeld(setting, nodes);
        const died = { ...nodes[3]!, ...DEAD };
        await page.send([...nodes.slice(0, 3), died, ...nodes.slice(4), wireNode(7)]);
        const badges = () => page.all("[part='news-badge']").length;
        await until(() => badges() === 2, 'news of both');
        // one a line: those that stand side by side are as high as the highest
        page.element.style.setProperty('--castray-card-size', '100%');
        const heights = rows(page).map((row) => [nameOf(row), row.getBoundingClientRect().height]);
        const [first] = heights;
        const most = 0.05;
        for (const [name, height] of heights)
          expect(height, String(name)).to.be.closeTo(Number(first![1]), most);
      });
    }
  }

  it('bring each of many cards into sight, alive or dead, when they are scrolled through', async () => {
    await setViewport({ width: 800, height: 800 });
    const nodes = wireNodes(120).map((node, i) => (i < 60 ? node : { ...node, ...DEAD }));
    page = await showHeld({ view: 'cards', style: 'block-size: 600px' }, nodes);
    const scroller = page.get("[part='scroller']");
    await until(() => page.names.length > 0, 'cards');
    const seen = new Set<string>();
    for (let place = 0; place < scroller.scrollHeight; place += 240) {
      scroller.scrollTop = place;
      for (let i = 0; i < 4; i += 1) await nextFrame();
      const box = scroller.getBoundingClientRect();
      for (const card of rows(page)) {
        const { top, bottom } = card.getBoundingClientRect();
        if (bottom > box.top + 40 && top < box.bottom - 40) seen.add(nameOf(card));
      }
    }
    expect(seen).to.have.property('size', nodes.length);
  }).timeout(60_000);
});
