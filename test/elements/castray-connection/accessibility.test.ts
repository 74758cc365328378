import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import type { Whereabouts } from '../../support/cluster-page.js';
import { passesAxeInForcedColours } from '../../support/for-everybody.js';
import { AXE_LANGUAGES, AXE_THEMES, engine, setMedia, setViewport } from '../../support/page.js';
import { ConnectionPage } from '../../support/connection-page.js';
import { until } from '../../support/wait.js';

describe('the connection for everybody', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await service.stop();
  });

  async function show(theme: 'light' | 'dark', lang: string, where: Whereabouts = service) {
    const page = await ConnectionPage.mount(where, { theme, lang });
    page.element.open = true;
    await until(() => page.entries.length === (where.apiBase ? 2 : 1), 'the log');
    return page;
  }

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}, open, closed and without an address`, async () => {
        const { element } = await show(theme, lang);
        await expect(element).to.be.accessible();
        element.open = false;
        await element.updateComplete;
        await expect(element).to.be.accessible();
        await expect((await show(theme, lang, { apiBase: '' })).element).to.be.accessible();
      }).timeout(20_000);
    }
  }

  passesAxeInForcedColours(async () => (await show('light', 'en')).element);

  it('speaks the language around it, and changes with it', async () => {
    const page = await show('light', 'zh-CN');
    await until(() => /^往返 \d+ ms$/.test(page.part('round-trip')), 'a round-trip time');
    expect(page.text).to.include('实时').and.include('正在连接');
    page.provider.lang = 'en';
    await until(() => page.word === 'Live', 'English');
  });

  it('fits a narrow page, and is no landmark on it', async () => {
    await setViewport({ width: 320, height: 600 });
    const page = await show('light', 'en');
    const { element } = page;
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    expect(page.find('header, nav, aside, section, [role=region]')).to.equal(null);
    await setViewport({ width: 800, height: 600 });
  });
});
