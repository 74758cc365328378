import { expect, nextFrame } from '@open-wc/testing';
import type { NodeView } from '../../src/elements/castray-node-list/list-settings.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { TestService } from './castray.js';
import { visibleText } from './cluster-page.js';
import { NodeListPage, startHeld } from './node-list-page.js';
import { until } from './wait.js';
import { wireNodes, type WireNode } from './wire.js';

export interface LongList {
  /** What all lists of the group stand in. */
  readonly provider: CastrayProvider;
  /** The list that was shown last. */
  readonly page: NodeListPage;
  readonly scroller: HTMLElement;
  /** Shows a new list, in the order of names, with this style. */
  show(style?: string, view?: NodeView): Promise<void>;
  /** So far from the top, in px, or to the end. */
  scrollTo(place: number): Promise<void>;
  /** The names that a user sees inside the scroller and the page, from top to bottom. */
  seen(): string[];
  /** All that is in sight is filled with rows, one after the other. */
  expectFull(least: number): void;
}

/** The names are Worker-1 and so on, the CPU's figures in no order. */
export const manyNodes = (count: number): readonly WireNode[] =>
  wireNodes(count).map((node, i) => ({
    ...node,
    nodeIp: `127.0.${i >> 8}.${i & 255}`,
    cpu: (i * 7) % 101,
  }));

export async function pictures(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await nextFrame();
}

/** The list has seen what became of it, and drawn what that asks for. */
export const settled = () => pictures(4);

export const numberOf = (name: string | undefined) => Number(name?.split('-')[1]);

/** For a group of tests: lists of many nodes, one after the other, in one provider, so that the nodes come once. */
export function useLongList(nodes: readonly WireNode[]): LongList {
  let service: TestService;
  let provider: CastrayProvider;
  let page: NodeListPage;

  before(async function () {
    this.timeout(30_000);
    service = await startHeld(nodes);
    provider = document.createElement('castray-provider');
    provider.apiBase = service.apiBase;
    document.body.append(provider);
    await until(() => provider.connection.phase === 'live', 'live', 20_000);
  });
  afterEach(() => {
    provider.replaceChildren();
  });
  after(async () => {
    provider.remove();
    await service.stop();
  });

  const scroller = () => page.get("[part='scroller']");
  const seen = (): string[] => {
    const box = scroller().getBoundingClientRect();
    return page
      .all("[part='name']")
      .filter((name) => {
        const { top, bottom, height } = name.getBoundingClientRect();
        const isIn = top >= Math.max(0, box.top) && bottom <= Math.min(innerHeight, box.bottom);
        return isIn && height > 0 && name.closest('.parked') === null;
      })
      .map(visibleText);
  };
  return {
    get provider() {
      return provider;
    },
    get page() {
      return page;
    },
    get scroller() {
      return scroller();
    },
    async show(style = 'block-size: 500px', view = 'table') {
      const list = document.createElement('castray-node-list');
      list.setAttribute('style', style);
      Object.assign(list, { view, sort: 'name' });
      provider.replaceChildren(list);
      page = new NodeListPage(list, service);
      await until(() => page.names.length > 0, 'rows', 10_000);
      await settled();
    },
    /** WebKitGTK takes its time to get there. */
    async scrollTo(place) {
      const box = scroller();
      const end = box.scrollHeight - box.clientHeight;
      box.scrollTop = place;
      await until(() => Math.abs(box.scrollTop - Math.min(place, end)) < 2, 'scrolled');
      await pictures(2);
    },
    seen,
    expectFull(least) {
      const names = seen();
      expect(names.length).to.be.at.least(least);
      const first = numberOf(names[0]);
      expect(names.map(numberOf)).to.deep.equal(names.map((_, i) => first + i));
    },
  };
}
