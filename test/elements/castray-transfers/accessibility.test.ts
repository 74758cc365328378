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
import { TransfersPage } from '../../support/transfers-page.js';

const record = (id: number, changes: object) => ({
  id: `transfer_${id}`,
  source_node: 'M10',
  target_node: 'Jetson',
  file_path: '/srv/demo_files/a name that is long enough to be cut somewhere on a phone.bin',
  file_name: 'a name that is long enough to be cut somewhere on a phone.bin',
  file_size: 73_400_320,
  transfer_mode: 'relay',
  status: 'in-progress',
  progress: 42,
  start_time: 1_795_462_312,
  end_time: null,
  error: null,
  ...changes,
});

const transfers = [
  record(1, {}),
  record(2, { status: 'completed', progress: 100, end_time: 1_795_462_322 }),
  record(3, { status: 'failed', error: '连接被拒绝: Jetson', end_time: 1_795_462_322 }),
];

describe('the transfers for everybody', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
    const body = { success: true, transfers, total: 3 };
    await service.control('status', { path: '/api/file-transfer/list', body });
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  async function show(theme: 'light' | 'dark', lang: string) {
    const page = await TransfersPage.mount(service, lang, 'start', theme);
    await until(() => page.rows('failed').length === 1, 'the list');
    return page;
  }

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}`, async () => {
        const { element } = await show(theme, lang);
        await expect(element).to.be.accessible();
        expect(visibleText(element)).to.include(lang === 'en' ? 'relay' : '中转');
        if (engine === 'chromium') await shot(`transfers-${theme}-${lang}`);
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
    if (engine === 'chromium') await shot('transfers-320');
  });

  it('is started from the keyboard alone', async () => {
    const page = await show('light', 'en');
    await page.fill('M10', 'M2', 'demo_files/absent.bin');
    const form = page.find('form') as HTMLFormElement;
    form.requestSubmit(); // what Enter in its field does
    await until(() => page.rows('failed').length === 2, 'the refusal');
    expect(page.text("[data-group='failed'] [part='reason']")).to.include('does not find it');
  });
});
