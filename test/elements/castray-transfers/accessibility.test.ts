import { expect } from '@open-wc/testing';
import type { Theme } from '../../../src/theme/presets.js';
import { startService, type TestService } from '../../support/castray.js';
import { isForEverybody } from '../../support/for-everybody.js';
import { TransfersPage } from '../../support/transfers-page.js';
import { until } from '../../support/wait.js';

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
    await service.stop();
  });

  async function show(theme: Theme, lang: string) {
    const page = await TransfersPage.mount(service, { lang, theme });
    await until(() => page.rows('failed').length === 1, 'the list');
    return page;
  }

  isForEverybody('transfers', async (theme, lang) => (await show(theme, lang)).element, {
    en: 'relay',
    'zh-CN': '中转',
  });

  it('is started from the keyboard alone', async () => {
    const page = await show('light', 'en');
    await page.fill('M10', 'M2', 'demo_files/absent.bin');
    const form = page.get('form') as HTMLFormElement;
    form.requestSubmit(); // what Enter in its field does
    await until(() => page.rows('failed').length === 2, 'the refusal');
    expect(page.textOf("[data-group='failed'] [part='reason']")).to.include('does not find it');
  });
});
