import { expect } from '@open-wc/testing';
import type { Theme } from '../../src/theme/presets.js';
import { visibleText } from './cluster-page.js';
import { AXE_LANGUAGES, AXE_THEMES, engine, setMedia, setViewport, shot } from './page.js';

/**
 * Tests that an element is there for everybody: axe in every theme and language and in forced colours, and no
 * page that must be scrolled sideways on a phone. `show` puts it on the page with all that it can hold; a word of
 * each language must be in it. Chromium keeps pictures as NAME-….
 */
export function isForEverybody(
  name: string,
  show: (theme: Theme, lang: string) => Promise<HTMLElement>,
  words: Readonly<Record<string, string>>,
): void {
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await setViewport({ width: 800, height: 600 });
  });

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}`, async () => {
        const element = await show(theme, lang);
        await expect(element).to.be.accessible();
        expect(visibleText(element)).to.include(words[lang]);
        if (engine === 'chromium') await shot(`${name}-${theme}-${lang}`);
      }).timeout(20_000);
    }
  }

  passesAxeInForcedColours(() => show('light', 'en'));

  it('fits a narrow page', async () => {
    await setViewport({ width: 320, height: 900 });
    const element = await show('light', 'en');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    if (engine === 'chromium') await shot(`${name}-320`);
  }).timeout(15_000);
}

/** Only Chromium can be told to force colours; who calls this gives them back after each test. */
export function passesAxeInForcedColours(show: () => Promise<HTMLElement>): void {
  if (engine !== 'chromium') return;
  it('passes axe in forced colours', async () => {
    await setMedia({ 'forced-colors': 'active' });
    await expect(await show()).to.be.accessible();
  }).timeout(20_000);
}
