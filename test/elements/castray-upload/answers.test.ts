import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';

const UPLOAD = '/api/file-transfer/upload';

describe('an answer to an upload', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(() => service.stop());

  for (const [name, answer, row, words] of [
    ['401', { status: 401, body: {} }, 'failed', 'A sign-in is needed. (401)'],
    [
      '403',
      { status: 403, body: { detail: '不允许' } },
      'failed',
      'does not allow it. (403 不允许)',
    ],
    ['404', { status: 404, body: { detail: 'Not Found' } }, 'failed', 'find it. (404 Not Found)'],
    [
      '413 in HTML',
      { status: 413, contentType: 'text/html', body: '<h1>413' },
      'failed',
      'too large',
    ],
    [
      '422',
      { status: 422, body: { detail: [{ loc: ['body', 'file'], msg: 'Field required' }] } },
      'failed',
      'does not accept the form. (422 file: Field required)',
    ],
    ['500', { status: 500, body: 'Internal Server Error' }, 'failed', 'The service failed. (500)'],
    [
      '502 of a proxy',
      { status: 502, contentType: 'text/html', body: '<h1>502' },
      'unknown',
      'it may be stored. The service failed. (502)',
    ],
    [
      'a 404 of something else',
      { status: 404, contentType: 'text/html', body: '<h1>Not Found</h1>' },
      'failed',
      'What answers is not CastRay. (404)',
    ],
    ['504 of a proxy', { status: 504, body: '' }, 'unknown', 'it may be stored.'],
    ['HTML', { contentType: 'text/html', body: '<h1>It works</h1>' }, 'unknown', 'is not CastRay'],
    ['a cut answer', { body: '{"success":true,"si' }, 'unknown', 'The answer broke off.'],
    [
      'a cut connection',
      { body: '{"succ', headers: { 'content-length': '999', connection: 'close' } },
      'unknown',
      'not confirmed',
    ],
    [
      'another size',
      { body: { success: true, size: 9 } },
      'failed',
      'stored 9 B, but 10 B were sent',
    ],
    [
      'a slow drip',
      { body: { success: true, size: 10, filename: 'a.txt' }, drip: 1500 },
      'stored on the gateway',
      '',
    ],
  ] as const) {
    it(`is told by what it means: ${name}`, async () => {
      const page = await UploadPage.mount(service);
      await service.control('status', { path: UPLOAD, ...answer });
      page.drop(fileOf('a.txt', 10));
      await page.shows(`a.txt: ${row}`);
      expect(page.textOf('li')).to.include(words);
    }).timeout(15_000);
  }

  it('that leaves open what became of a file does not count it as not stored', async () => {
    const page = await UploadPage.mount(service);
    await service.control('status', { path: UPLOAD, status: 504, body: {}, times: 1 });
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: unknown');
    page.drop(fileOf('empty.txt', 0), fileOf('b.txt', 10));
    await page.shows('b.txt: stored on the gateway');
    expect(page.part('summary')).to.equal('1 of 3 files stored, 1 not');
  });
});
