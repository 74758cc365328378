import { expect } from '@open-wc/testing';
import { visibleText } from '../../support/cluster-page.js';
import { manyNodes, pictures, settled, useLongList } from '../../support/long-list.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

/** What somebody reads stays where it is when the lines above it become others. */
describe('what is first in sight in a long list', () => {
  const list = useLongList(manyNodes(1000));

  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const place of ['itself', 'the page', 'a box around it'] as const) {
    it(`stays there when its lines become others, where ${place} scrolls`, async () => {
      await setViewport({ width: 1200, height: 700 });
      const { provider } = list;
      if (place === 'a box around it') provider.style.cssText = 'block-size: 500px; overflow: auto';
      provider.style.display = 'block';
      await list.show(place === 'itself' ? 'block-size: 500px' : '', 'cards');
      const { element } = list.page;
      const scroller = {
        itself: list.scroller,
        'the page': document.scrollingElement!,
        'a box around it': provider,
      }[place];
      scroller.scrollTop = 40_000;
      await until(() => scroller.scrollTop > 39_000, 'scrolled');
      await settled();
      const changes: readonly (() => unknown)[] = [
        () => (element.style.inlineSize = '700px'),
        () => (element.style.inlineSize = '340px'),
        () => (element.density = 'compact'),
        () => (element.view = 'table'),
      ];
      for (const change of changes) {
        const first = list.seen()[0]!;
        change();
        await settled();
        await settled();
        expect(list.seen(), String(change)).to.include(first);
      }
      provider.removeAttribute('style');
      scroller.scrollTop = 0;
    }).timeout(60_000);
  }

  for (const view of ['table', 'cards'] as const) {
    it(`does not jump when details that were opened at another width come back above it, as ${view}`, async () => {
      await setViewport({ width: 1300, height: 700 });
      await list.show('block-size: 600px; --castray-card-size: 100%', view);
      const { page, scroller } = list;
      await list.scrollTo(10_000);
      await settled();
      const opened = list.seen().slice(0, 2);
      for (const name of opened) page.nodeButton(name, 'details-button').click();
      await settled();
      const details = () => page.get("[part='details']").getBoundingClientRect().height;
      const before = details();
      await list.scrollTo(12_000);
      await until(() => !page.find("[part='details']"), 'scrolled away');
      page.element.style.inlineSize = '420px';
      await settled();
      await settled();
      const end = scroller.getBoundingClientRect().bottom - 60;
      const isAboveTheEnd = (name: Element) => name.getBoundingClientRect().top < end;
      const jumps: number[] = [];
      for (let step = 0; step < 100 && !list.seen().includes(opened[0]!); step += 1) {
        const names = page.all("[data-rows] > :not(.parked) [part='name']");
        const name = visibleText(names.findLast(isAboveTheEnd)!);
        // in the list itself, which goes down where its figures have become old meanwhile, and it says so
        const topOf = () =>
          page.node(name).getBoundingClientRect().top - scroller.getBoundingClientRect().top;
        const top = topOf();
        scroller.scrollTop -= 80;
        await pictures(2);
        jumps.push(Math.round(topOf() - top - 80));
      }
      expect(list.seen(), 'scrolled back').to.include(opened[0]);
      expect(Math.abs(details() - before), 'of another height by now').to.be.above(50);
      expect(jumps.filter((jump) => Math.abs(jump) > 2)).to.deep.equal([]);
    }).timeout(90_000);
  }
});
