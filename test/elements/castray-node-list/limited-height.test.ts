import { expect, fixtureCleanup, html } from '@open-wc/testing';
import type { TestService } from '../../support/castray.js';
import { until } from '../../support/cluster-page.js';
import { showList, startHeld, type NodeListPage } from '../../support/node-list-page.js';
import { setViewport } from '../../support/page.js';
import { wireNodes } from '../../support/wire.js';

describe('a node list of limited height', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld(wireNodes(600));
  });
  beforeEach(() => setViewport({ width: 1300, height: 900 }));
  afterEach(() => {
    fixtureCleanup();
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  const show = () => {
    const list = document.createElement('castray-node-list');
    list.style.blockSize = '400px';
    return showList(
      service,
      html`<castray-provider api-base=${service.apiBase} lang="en">${list}</castray-provider>`,
    );
  };

  /** Nothing stands over the middle of it, and no edge cuts it off. */
  const isSeen = ({ root }: NodeListPage, element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  };

  for (const width of [1300, 700, 360]) {
    it(`has every column to choose in reach, and nodes in sight meanwhile, ${width} px wide`, async () => {
      await setViewport({ width, height: 900 });
      const page = await show();
      page.find('[part=columns-button]').click();
      await until(() => page.root.querySelector('[part=columns-panel]'), 'the panel');
      const boxes = page.root.querySelectorAll<HTMLElement>('[data-column] input');
      expect(boxes).to.have.length(10);
      for (const box of [...boxes, page.button('Default columns')]) {
        box.scrollIntoView({ block: 'nearest' });
        expect(isSeen(page, box)).to.equal(true);
        expect(isSeen(page, page.nodeButton('Worker-1', 'name'))).to.equal(true);
      }
    });
  }
});
