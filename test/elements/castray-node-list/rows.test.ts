import { expect, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import type { NodeSelectEvent } from '../../../src/elements/events/node-select-event.js';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';

const HEAD_ID = String(SMALL[3]?.['nodeId']);

for (const view of ['table', 'cards'] as const) {
  describe(`a node in the ${view}`, () => {
    let service: TestService;
    let page: NodeListPage;

    before(async () => {
      service = await startHeld();
    });
    beforeEach(async () => {
      page = await NodeListPage.mount(service, { memoryFigure: 'used' }, { view });
    });
    afterEach(() => {
      sinon.restore();
      fixtureCleanup();
    });
    after(async () => {
      await service.stop();
    });

    const text = (name: string) => visibleText(page.node(name));
    const meters = (name: string) =>
      [...page.node(name).querySelectorAll("[role='meter']")].map((meter) =>
        meter.getAttribute('aria-valuetext'),
      );

    async function press(name: string, action: 'details-button' | 'copy-button'): Promise<void> {
      page.nodeButton(name, action).click();
      await page.element.updateComplete;
    }

    it('says its state, role, work, network, totals, load, IP and the end of its id', () => {
      const words = ['alive', 'head', 'detecting', 'wired', '8 cores', '32 GiB', '2 GPUs'];
      for (const word of [...words, 'GPU computing', '127.0.0.4', `…${HEAD_ID.slice(-8)}`]) {
        expect(text('Head')).to.include(word);
      }
    });

    it('shows its shares as meters with their band in words', () => {
      expect(meters('Head')).to.deep.equal(['90%, critical', '99%, critical', '35%, moderate']);
    });

    it('is called dead with Ray’s reason, and its figures unknown', () => {
      expect(text('Alpha')).to.include('dead').and.to.include('received SIGTERM');
      expect(text('Alpha')).to.include('unknown');
      expect(meters('Alpha')).to.deep.equal([]);
    });

    it('says that it has no GPU rather than that it uses none', () => {
      expect(text('Node-2')).to.include('no GPU');
    });

    it('is selected by its name, with the keyboard too, and told to the page', async () => {
      const heard = oneEvent<NodeSelectEvent>(document.body, 'castray-node-select');
      page.nodeButton('Head', 'name').focus();
      await sendKeys({ press: 'Enter' });
      const event = await heard;
      expect(event.node.name).to.equal('Head');
      expect(event.detail.node.nodeId).to.equal(HEAD_ID);
      await page.element.updateComplete;
      expect(page.element.selected).to.equal(HEAD_ID);
      expect(page.node('Head').getAttribute('aria-current')).to.equal('true');
      expect(page.all('[aria-current]')).to.have.length(1);
    });

    it('opens once, however long Enter is held down', async () => {
      const name = page.nodeButton('Head', 'name');
      for (const repeat of [false, true])
        name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, repeat }));
      await page.element.updateComplete;
      expect(page.nodeButton('Head', 'details-button').ariaExpanded).to.equal('true');
    });

    it('is selected by a click beside its buttons, but not by its buttons', async () => {
      const heard = sinon.spy();
      page.element.addEventListener('castray-node-select', heard);
      await press('Head', 'details-button');
      await press('Head', 'copy-button');
      expect(heard.callCount).to.equal(0);
      page.node('Node-2').querySelector<HTMLElement>("[part='state']")!.click();
      expect(heard.callCount).to.equal(1);
    });

    it('opens to all that is known of it, and closes', async () => {
      const isOpen = () => page.nodeButton('Head', 'details-button').getAttribute('aria-expanded');
      expect(isOpen()).to.equal('false');
      await press('Head', 'details-button');
      expect(isOpen()).to.equal('true');
      expect(page.part('details').replace(/[\d:]+ [AP]M/, '…')).to.equal(
        'State alive Since … or earlier Role head Work status detecting Network wired CPU 90% 8 cores Memory 99% 32 GiB ' +
          `GPU 35% 2 GPUs Object store 100 MiB Load GPU computing IP 127.0.0.4 Node ID ${HEAD_ID}`,
      );
      await press('Head', 'details-button');
      expect(page.find("[part='details']")).to.equal(null);
    });

    it('stays open and selected when new figures come', async () => {
      page.element.selected = HEAD_ID;
      await press('Head', 'details-button');
      await page.send(SMALL.map((node) => ({ ...node, cpu: 11 })));
      expect(page.part('details')).to.include('CPU 11%');
      expect(page.node('Head').getAttribute('aria-current')).to.equal('true');
      await page.send(SMALL);
    });

    it('gives its whole id to the clipboard, and says so', async () => {
      const write = sinon.stub(Clipboard.prototype, 'writeText').resolves();
      await press('Head', 'copy-button');
      expect(write.firstCall.args).to.deep.equal([HEAD_ID]);
      await until(() => page.textOf("[role='status']") === 'Copied', 'it is said');
    });

    it('says it of the next one, too, to screen readers', async () => {
      sinon.stub(Clipboard.prototype, 'writeText').resolves();
      const status = page.get("[role='status']");
      await press('Head', 'copy-button');
      await until(() => visibleText(status) === 'Copied', 'it is said');
      const said = status.textContent;
      await press('Node-2', 'copy-button');
      // what stays the same to the letter is not read again
      await until(() => status.textContent !== said, 'it is said again');
      expect(visibleText(status)).to.equal('Copied');
    });

    it('says that the clipboard is refused, and opens the id to be copied by hand', async () => {
      sinon.stub(Clipboard.prototype, 'writeText').rejects(new Error('not allowed'));
      await press('Head', 'copy-button');
      await page.says('Copying is not allowed here');
      expect(page.textOf("[part='details'] code")).to.equal(HEAD_ID);
    });

    it('says the same where the page has no clipboard at all', async () => {
      sinon.stub(navigator, 'clipboard').value(undefined);
      await press('Node-2', 'copy-button');
      await page.says('Copying is not allowed here');
    });
  });
}
