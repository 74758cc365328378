import type { Theme } from '../../../src/theme/presets.js';
import { startService, type TestService } from '../../support/castray.js';
import { isForEverybody } from '../../support/for-everybody.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';

describe('the upload for everybody', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    await service.stop();
  });

  /** One of each kind of row: stored, taken (twice), refused, on its way. */
  async function show(theme: Theme, lang: string) {
    const page = await UploadPage.mount(service, { lang, theme });
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

  isForEverybody('upload', async (theme, lang) => (await show(theme, lang)).element, {
    en: 'on the gateway',
    'zh-CN': '已存到网关',
  });
});
