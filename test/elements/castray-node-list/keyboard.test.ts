import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { startHeld, NodeListPage } from '../../support/node-list-page.js';

describe('arrows in a list of nodes', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  afterEach(() => {
    fixtureCleanup();
  });
  after(async () => {
    await service.stop();
  });

  /** Of Alpha, Head, Node-2 and Node-10, the second one with its details. */
  async function show(width: number, columns = ''): Promise<NodeListPage> {
    const attributes = { sort: 'name asc', columns, style: `inline-size: ${width}px` };
    const page = await NodeListPage.mount(service, {}, attributes);
    page.nodeButton('Head', 'details-button').click();
    await page.element.updateComplete;
    return page;
  }

  /** Whose button has the focus, and what it does. */
  function focused({ root }: NodeListPage): (string | undefined)[] {
    const button = root.activeElement as HTMLElement | null;
    const row = button?.closest<HTMLElement>('[data-node]');
    const named = root.querySelector(`[data-node='${row?.dataset['node']}'] [part='name']`);
    return [named ? visibleText(named) : undefined, button?.dataset['action']];
  }

  for (const [what, width, columns, action] of [
    ['without an address', 1200, 'cpu', 'select'],
    ['with no room for the address', 400, '', 'select'],
    ['with an address, to a button that copies, too', 1200, '', 'copy'],
  ] as const) {
    it(`go on from the button in details that copies the id: ${what}`, async () => {
      const page = await show(width, columns);
      for (const [key, name] of [
        ['ArrowDown', 'Node-2'],
        ['ArrowUp', 'Alpha'],
      ] as const) {
        page.get("[part='details'] [data-action='copy']").focus();
        await sendKeys({ press: key });
        expect(focused(page)).to.deep.equal([name, action]);
      }
    });
  }
});
