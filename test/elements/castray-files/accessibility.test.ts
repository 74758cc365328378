import { expect } from '@open-wc/testing';
import type { Theme } from '../../../src/theme/presets.js';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { engine, setMedia, setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the files for everybody', () => {
  let service: TestService;

  before(async () => {
    service = await startService({ churn: false, files: {}, fileServer: true });
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await setViewport({ width: 800, height: 600 });
  });

  async function show(theme: Theme = 'light', lang = 'en') {
    const page = await FilesPage.of(service, { lang, theme });
    await until(() => page.names.length > 10, 'the files');
    page.tick('flight.com');
    await page.element.updateComplete;
    return page;
  }

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'zh-CN'],
  ] as const) {
    it(`pass axe, ${theme}, in ${lang}`, async () => {
      const page = await show(theme, lang);
      await expect(page.element).to.be.accessible();
      page.element.search = 'nothing';
      await page.element.updateComplete;
      await expect(page.element).to.be.accessible();
    }).timeout(20_000);
  }

  if (engine === 'chromium') {
    it('pass axe in forced colours', async () => {
      await setMedia({ 'forced-colors': 'active' });
      await expect((await show()).element).to.be.accessible();
    }).timeout(20_000);
  }

  it('fit a narrow page, and are no landmark on it', async () => {
    await setViewport({ width: 320, height: 600 });
    const page = await show();
    page.row('flight.com').querySelector<HTMLElement>("[part='name-button']")!.click();
    await until(() => page.find("[part='flight']"), 'a flight order');
    const scroller = page.get("[part='scroller']");
    expect(scroller.scrollWidth).to.be.at.most(scroller.clientWidth);
    const end = page.get("[part='download-link']").getBoundingClientRect().right;
    expect(scroller.getBoundingClientRect().right - end).to.be.within(0, 24);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    expect(page.find('header, nav, aside, section, [role=region]')).to.equal(null);
  });
});
