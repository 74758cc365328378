import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { press } from '../../support/keyboard.js';
import { startHeld, NodeListPage } from '../../support/node-list-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';
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

  const show = (view = 'table') => {
    const attributes = { view, 'map-group': 'none', style: 'block-size: 400px' };
    return NodeListPage.mount(service, {}, attributes);
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
      page.get('[part=columns-button]').click();
      await until(() => page.find('[part=columns-panel]'), 'the panel');
      const boxes = page.all('[data-column] input');
      expect(boxes).to.have.length(10);
      for (const box of [...boxes, page.button('Default columns')]) {
        box.scrollIntoView({ block: 'nearest' });
        expect(isSeen(page, box)).to.equal(true);
        expect(isSeen(page, page.nodeButton('Worker-1', 'name'))).to.equal(true);
      }
    });
  }

  it('does not leave the focus under the header', async () => {
    const page = await show();
    page.nodeButton('Worker-1', 'name').focus();
    await press(...Array<string>(10).fill('ArrowDown'), ...Array<string>(7).fill('ArrowUp'));
    await until(() => isSeen(page, page.root.activeElement!), 'the button with the focus');
  }).timeout(20_000);

  it('does not leave the cell with the focus under what is known of it', async () => {
    const page = await show('map');
    const grid = () => page.find('[role=grid]');
    await until(grid, 'the map');
    const isBelow = () => {
      const cell = page.get('.map-active').getBoundingClientRect();
      const details = page.get('[part=map-details]').getBoundingClientRect();
      return cell.bottom <= details.top && isSeen(page, page.get('[part=map-details]'));
    };
    grid()!.focus();
    for (let row = 1; row <= Number(grid()!.ariaRowCount); row += 1) {
      await press('ArrowDown');
      await until(isBelow, `the cell of row ${row}`);
    }
  }).timeout(20_000);

  it('goes on telling of the cell under the pointer where the details grow over it', async () => {
    await setViewport({ width: 700, height: 900 });
    const page = await show('map');
    await until(() => page.find('[role=grid] svg'), 'the map');
    const grid = page.get('[role=grid]').getBoundingClientRect();
    const details = page.get('[part=map-details]');
    const { height } = details.getBoundingClientRect();
    const grown = new Promise<void>((resolve) => {
      new ResizeObserver(() => {
        if (details.getBoundingClientRect().height > height) resolve();
      }).observe(details);
    });
    const position: [number, number] = [Math.round(grid.left + 20), Math.round(grid.bottom - 15)];
    await sendMouse({ type: 'move', position });
    await grown;
    const [x, y] = position;
    await sendMouse({ type: 'move', position: [x + 1, y] });
    expect(details.contains(page.root.elementFromPoint(x, y)), 'upon it by now').to.equal(true);
    expect(visibleText(details)).to.include('Worker-');
    await sendMouse({ type: 'move', position: [0, 899] });
    await until(() => visibleText(details).startsWith('Point at'), 'the hint');
  });
});
