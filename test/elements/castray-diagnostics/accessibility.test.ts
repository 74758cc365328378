import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { DiagnosticsPage } from '../../support/diagnostics-page.js';
import { passesAxeInForcedColours } from '../../support/for-everybody.js';
import { AXE_LANGUAGES, AXE_THEMES, engine, setMedia, setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the doctor for everybody', () => {
  let service: TestService;
  let files: string;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200, fileServer: true });
    files = service.filesUrl!;
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await service.stop();
  });

  /** Swapped addresses: passed, failed and skipped checks, and the button. */
  async function show(theme: 'light' | 'dark', lang: string) {
    const settings = { fileServerUrl: service.apiBase, theme, lang };
    const page = await DiagnosticsPage.mount({ apiBase: files }, settings);
    page.element.services = true;
    await until(() => page.find("[part='apply-button']"), 'the button');
    await page.done();
    return page;
  }

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}, with faults and without`, async () => {
        const { element, provider } = await show(theme, lang);
        await expect(element).to.be.accessible();
        Object.assign(provider, { apiBase: service.apiBase, fileServerUrl: files });
        await until(() => element.diagnosis?.isComplete && !element.diagnosis.cause, 'no fault');
        await expect(element).to.be.accessible();
      }).timeout(20_000);
    }
  }

  passesAxeInForcedColours(async () => (await show('light', 'en')).element);

  it('is used by the keyboard alone, and tells what it finds', async () => {
    const page = await show('light', 'en');
    const before = document.createElement('button');
    page.element.before(before);
    before.focus();
    const reached: string[] = [];
    for (const key of ['Tab', 'Tab', 'Tab']) {
      await sendKeys({ press: key });
      reached.push(visibleText(page.root.activeElement!));
    }
    expect(reached).to.deep.equal([
      'Check now',
      'Copy report',
      `Use ${service.apiBase} until the page is reloaded`,
    ]);
    await sendKeys({ press: 'Enter' });
    await until(() => page.provider.snapshot?.nodes.length, 'data');
    expect(page.find("[role='status'][part='verdict']")).not.to.equal(null);
  });

  it('speaks Chinese where the page does', async () => {
    const page = await show('light', 'zh-CN');
    await page.finds('api-base 和 file-server-url 写反了');
    expect(page.line('status')).to.match(/^REST 接口 失败/);
    expect(page.buttons).to.include('立即检查');
  });

  it('fits a narrow page', async () => {
    await setViewport({ width: 320, height: 600 });
    const { element } = await show('light', 'en');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    await setViewport({ width: 800, height: 600 });
  });
});
