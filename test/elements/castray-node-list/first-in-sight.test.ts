import { expect } from '@open-wc/testing';
import { manyNodes, settled, useLongList } from '../../support/long-list.js';
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
});
