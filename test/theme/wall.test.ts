import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { setViewport } from '../support/page.js';

describe('a screen on a wall', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('gets larger letters the larger it is, and nothing is cut off', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <castray-provider>
          <div id="usual"><castray-connection></castray-connection></div>
        </castray-provider>
        <castray-provider size="wall">
          <div id="wall"><castray-connection></castray-connection></div>
          <div id="normal"><castray-connection size="normal"></castray-connection></div>
        </castray-provider>
      </div>`,
    );
    const height = (id: string) => page.querySelector<HTMLElement>(`#${id}`)!.offsetHeight;
    for (const [width, larger] of [
      [1000, 1.5],
      [1900, 2],
      [2600, 3],
      [3700, 4],
    ] as const) {
      await setViewport({ width, height: 800 });
      const usual = height('usual');
      expect(height('wall') / usual, `at ${width} px`).to.be.closeTo(larger, 0.1);
      expect(height('normal')).to.be.closeTo(usual, 1);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    }
  });
});
