import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { until, visibleText } from '../../support/cluster-page.js';
import {
  AXE_LANGUAGES,
  AXE_THEMES,
  engine,
  setMedia,
  setViewport,
  shot,
} from '../../support/page.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';

describe('the upload for everybody', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  /** One of each kind of row: stored, taken (twice), refused, on its way. */
  async function show(theme: 'light' | 'dark', lang: string) {
    const page = await UploadPage.mount(service, lang, theme);
    const name = 'a name that is long enough to be cut somewhere on a phone.txt';
    page.drop(fileOf(name, 10), fileOf('b.txt', 10));
    const states = () =>
      page
        .all('li')
        .map((row) => row.dataset['state'])
        .join();
    await until(() => states() === 'stored,stored', 'two that are stored');
    page.drop(fileOf(name, 10), fileOf('b.txt', 10), fileOf('empty', 0));
    await until(() => states() === 'stored,stored,exists,exists,refused', 'the questions');
    await service.control('stall', { ms: null });
    page.drop(fileOf('c.txt', 10));
    await until(() => states().endsWith('checking'), 'one that is checked');
    return page;
  }

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}`, async () => {
        const { element } = await show(theme, lang);
        await expect(element).to.be.accessible();
        expect(visibleText(element)).to.include(lang === 'en' ? 'on the gateway' : '已存到网关');
        if (engine === 'chromium') await shot(`upload-${theme}-${lang}`);
      }).timeout(20_000);
    }
  }

  if (engine === 'chromium') {
    it('passes axe in forced colours', async () => {
      await setMedia({ 'forced-colors': 'active' });
      await expect((await show('light', 'en')).element).to.be.accessible();
    }).timeout(20_000);
  }

  it('fits a narrow page', async () => {
    await setViewport({ width: 320, height: 900 });
    const { element } = await show('light', 'en');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    if (engine === 'chromium') await shot('upload-320');
  }).timeout(15_000);
});
