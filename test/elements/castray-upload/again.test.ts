import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';

const A = '/api/file/read?path=/tmp/castray_uploads/a.txt';

describe('Again, for an upload', () => {
  let service: TestService;
  let page: UploadPage;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
    page = await UploadPage.mount(service);
  });
  afterEach(() => service.stop());

  it('asks before it overwrites another file, which was stored under that name meanwhile', async () => {
    await service.control('slowUpload', { ms: 20 });
    page.drop(fileOf('a.txt', 24 * 2 ** 20));
    await until(() => page.rows()[0] === 'a.txt: sending', 'sending', 8000);
    page.button('a.txt: Cancel').click();
    await page.shows('a.txt: cancelled');
    await service.control('slowUpload', { ms: 0 });
    page.drop(fileOf('a.txt', 777));
    await page.shows('a.txt: stored on the gateway');
    page.button('a.txt: Again').click();
    await page.shows('a.txt: name taken');
    const answer = await fetch(service.apiBase + A);
    expect(((await answer.json()) as { size?: number }).size).to.equal(777);
  }).timeout(20_000);

  it('is not offered for what was meant for another cluster', async () => {
    await service.control('status', { path: '/api/file-transfer/upload', status: 500 });
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: failed');
    expect(page.find("[part='retry-button']")).not.to.equal(null);
    const other = await startService({ churn: false, frameInterval: 200 });
    page.provider.apiBase = other.apiBase;
    await until(() => !page.find("[part='retry-button']"), 'it goes');
    expect(page.rows()).to.deep.equal(['a.txt: failed']);
    await other.stop();
  });
});
