import { expect, fixtureCleanup } from '@open-wc/testing';
import sinon from 'sinon';
import type { CastrayNodeList } from '../../../src/elements/castray-node-list/castray-node-list.js';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import '../../../src/define/all.js';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { pretendHidden } from '../../support/hidden.js';
import { startHeld } from '../../support/node-list-page.js';
import { engine } from '../../support/page.js';
import { until } from '../../support/wait.js';
import { wireNodes } from '../../support/wire.js';

const COUNT = 300;

/** Another window, and what takes it away. */
interface Other {
  readonly view: Window;
  close(): void;
}

function openFrame(): Other {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 900px; block-size: 1500px'; // higher than the page's own window
  document.body.append(frame);
  return {
    view: frame.contentWindow!,
    close: () => {
      frame.remove();
    },
  };
}

function openPopup(): Other {
  const view = window.open('about:blank', '', 'popup,width=900,height=700')!;
  return {
    view,
    close: () => {
      view.close();
    },
  };
}

const WINDOWS: readonly (readonly [string, () => Other])[] = [
  ['an iframe', openFrame],
  // WebKit opens none for a script
  ...(engine === 'webkit' ? [] : [['a popup', openPopup] as const]),
];

for (const [what, open] of WINDOWS)
  describe(`widgets that were moved into ${what}`, () => {
    let service: TestService;
    let other: Other;
    let provider: CastrayProvider;
    let list: CastrayNodeList;

    before(async () => {
      service = await startHeld(wireNodes(COUNT));
    });
    beforeEach(async () => {
      provider = document.createElement('castray-provider');
      Object.assign(provider, { apiBase: service.apiBase, lang: 'en' });
      list = document.createElement('castray-node-list');
      list.sort = 'name';
      provider.append(document.createElement('castray-connection'), list);
      other = open();
      document.body.append(provider);
      await until(() => rows().length > 0, 'rows at home');
    });
    afterEach(() => {
      sinon.restore();
      pretendHidden();
      provider.remove();
      other.close();
      fixtureCleanup();
    });
    after(() => service.stop());

    const root = () => list.shadowRoot!;
    const rows = () => [...root().querySelectorAll<HTMLElement>('tr[data-node]:not(.parked)')];
    const find = (selector: string) => root().querySelector<HTMLElement>(selector)!;

    /** The page that they came from is behind other tabs. */
    function hideOpener(): void {
      pretendHidden(true);
      document.dispatchEvent(new Event('visibilitychange'));
      sinon.stub(window, 'requestAnimationFrame').returns(0);
    }

    async function move(): Promise<Window> {
      const { view } = other!;
      view.document.body.append(provider);
      await until(() => isFull(view), 'rows over there');
      return view;
    }

    /** Rows stand over the whole height of that window, from the first to the last that can be seen. */
    function isFull(view: Window): boolean {
      const boxes = rows().map((row) => row.getBoundingClientRect());
      const head = find('thead').getBoundingClientRect();
      return (
        Math.min(...boxes.map(({ top }) => top)) <= Math.max(0, head.bottom) &&
        Math.max(...boxes.map(({ bottom }) => bottom)) >= view.innerHeight
      );
    }

    it('may be put there as soon as they are made, and look the same', async () => {
      const fresh = document.createElement('castray-node-list');
      const around = document.createElement('castray-provider');
      Object.assign(around, { apiBase: service.apiBase, lang: 'en' });
      around.append(fresh);
      const { view } = other;
      view.document.body.append(around);
      await until(() => visibleText(fresh).includes(`${COUNT} nodes`), 'nodes over there');
      const look = (one: CastrayNodeList, shownIn: Window) => {
        const { display, containerType } = shownIn.getComputedStyle(one);
        const frame = shownIn.getComputedStyle(one.shadowRoot!.querySelector('.frame')!);
        return [display, containerType, frame.display, frame.borderRadius].join();
      };
      expect(look(fresh, view)).to.include('inline-size');
      expect(look(fresh, view)).to.equal(look(list, window));
      around.remove();
    });

    it('draw all rows that can be seen there, however far it is scrolled, and all on paper', async () => {
      const view = await move();
      hideOpener();
      for (const place of [4000, 4100, 6000, 2000]) {
        view.scrollTo(0, place);
        await until(() => Math.abs(view.scrollY - place) < 2 && isFull(view), `full at ${place}`);
      }
      list.style.blockSize = '400px';
      await until(() => find('.scroller').clientHeight < 400, 'a scroller of its own');
      find('.scroller').scrollTop = 1e6;
      await until(() => rows().at(-1)?.textContent.includes(`-${COUNT}`), 'scrolled');
      view.dispatchEvent(new Event('beforeprint'));
      await list.updateComplete;
      expect(rows().length).to.equal(COUNT);
      view.dispatchEvent(new Event('afterprint'));
      await list.updateComplete;
      expect(rows().length).to.be.below(COUNT);
    });

    it('tell how old their figures are, also while the page that they came from is hidden', async () => {
      await move();
      hideOpener();
      const isNow = () =>
        visibleText(provider.querySelector('castray-connection')!).includes('updated now');
      await service.control('frame', { type: 'cluster_status', data: { nodes: wireNodes(COUNT) } });
      await until(isNow, 'figures of this moment');
      await until(() => !isNow(), 'an older age');
      expect(provider.connection.phase).to.equal('live');
    });

    it('have their tab stop where the focus was', async () => {
      const { FocusEvent } = (await move()) as Window & typeof globalThis;
      const name = rows()[2]!.querySelector<HTMLElement>('[part=name]')!;
      expect(name.tabIndex).to.equal(-1);
      name.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      await until(() => name.tabIndex === 0, 'the tab stop');
    });

    it('do what is pressed', async () => {
      const view = await move();
      const selected: string[] = [];
      provider.addEventListener('castray-node-select', ({ node }) => selected.push(node.name));
      find('[data-node] [part=name]').click();
      find('[data-node] [part=name]').focus();
      const { KeyboardEvent, MouseEvent } = view as Window & typeof globalThis;
      const key = { bubbles: true, composed: true, key: 'ArrowDown' };
      root().activeElement!.dispatchEvent(new KeyboardEvent('keydown', key));
      await until(() => visibleText(root().activeElement!) === 'Worker-2', 'the next row');
      find('[data-node] [part=details-button]').click();
      await until(() => find('.details'), 'details');
      list.view = 'map';
      await until(() => find('.map-grid svg'), 'the map');
      const { left, top } = find('.map-grid svg').getBoundingClientRect();
      const at = { bubbles: true, composed: true, clientX: left + 5, clientY: top + 5 };
      find('.map-grid svg').dispatchEvent(new MouseEvent('click', at));
      expect(selected).to.deep.equal(['Worker-1', 'Worker-1']);
    });
  });
