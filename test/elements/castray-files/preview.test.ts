import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { until } from '../../support/wait.js';
import type { FilePreviewEvent } from '../../../src/elements/events/file-preview-event.js';

const READ = '/api/file/read';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a look into a file', () => {
  let service: TestService;
  let page: FilesPage;

  beforeEach(async () => {
    service = await startService({
      churn: false,
      files: { 'x.html': '<img src=x onerror=alert(1)>' },
    });
    page = await FilesPage.of(service);
  });
  afterEach(async () => service.stop());

  const shown = (name: string) => page.find(`[part='${name}']`);
  const says = (words: string) => until(() => page.part('preview').includes(words), words);

  it('shows text as text, whatever it says, and closes again', async () => {
    page.open('x.html');
    await says('<img src=x onerror=alert(1)>');
    expect(shown('preview')!.querySelector('img')).to.equal(null);
    const button = page.row('x.html').querySelector("[part='name-button']")!;
    expect(button.ariaExpanded).to.equal('true');
    await expect(page.element).to.be.accessible();
    page.open('x.html');
    await until(() => !shown('preview'), 'nothing');
  }).timeout(15_000);

  it('shows JSON in lines, and a picture that is one', async () => {
    page.open('config.json');
    await says('"camera": "front",');
    const body = { success: true, content: PNG, encoding: 'base64', size: 70 };
    await service.control('status', { path: READ, body });
    page.open('blob.bin');
    await says('Over 1 MiB, too large to be shown here');
    page.open('data.bin');
    await until(() => shown('image') instanceof HTMLImageElement, 'the picture');
    expect((shown('image') as HTMLImageElement).src).to.equal(`data:image/png;base64,${PNG}`);
    await service.control('status', { path: READ });
    page.open('data.txt');
    await until(() => shown('source'), 'the text');
    page.open('data.bin');
    await says('Neither text nor a picture');
  });

  it('shows half a million lines, all of them, and their end when it is scrolled to', async () => {
    const content = 'x\n'.repeat(2 ** 19 - 2) + 'end';
    await service.control('status', { path: READ, body: { success: true, content } });
    page.open('data.txt');
    await until(() => shown('source'), 'the text');
    const source = shown('source')!;
    expect(source.textContent === content).to.equal(true);
    source.scrollTop = source.scrollHeight;
    const last = source.lastElementChild!;
    await until(
      () => last.getBoundingClientRect().top < source.getBoundingClientRect().bottom,
      'its end is in view',
    );
  }).timeout(30_000);

  it('shows no letter with thousands of marks, which would stop the page', async () => {
    const content = `a${'\u0300'.repeat(500_000)}b e\u0301`;
    await service.control('status', { path: READ, body: { success: true, content } });
    page.open('data.txt');
    await until(() => shown('source'), 'the text');
    expect(shown('source')!.textContent).to.equal(`a${'\u0300'.repeat(6)}b e\u0301`);
  });

  it('shows a flight order as a table, in either form, and tells the page', async () => {
    const told: FilePreviewEvent[] = [];
    page.element.addEventListener('castray-file-preview', (event) => told.push(event));
    for (const name of ['flight.com', 'flight-lines.com']) {
      page.open(name);
      await until(() => told.at(-1)?.file.name === name && shown('flight'), name);
      await page.element.updateComplete;
      const text = page.part('flight');
      expect(text).to.include('From 图书馆 120 80 15 To 体育场 640 410 35');
    }
    const { content } = told[0]!;
    expect(content.kind === 'flight' && content.order.to.name).to.equal('体育场');
  });

  it('shows nothing of one service beside the files of another, nor what was ticked there', async () => {
    const other = await startService({ churn: false });
    page.open('config.json');
    await says('"camera": "front",');
    page.tick('config.json');
    await until(() => shown('selection'), 'it is ticked');
    const { provider } = page;
    provider.apiBase = other.apiBase;
    // x.html is the first one's alone
    const isOther = () => page.names.includes('config.json') && !page.names.includes('x.html');
    await until(isOther, 'the files of the other');
    expect([shown('preview'), shown('selection')]).to.deep.equal([null, null]);

    const second = document.createElement('castray-provider');
    second.apiBase = service.apiBase;
    provider.after(second);
    page.open('config.json');
    await says('"camera": "front",');
    second.append(page.element);
    await until(() => page.names.includes('x.html'), 'the files of the first again');
    expect(shown('preview')).to.equal(null);
    second.remove();
    await other.stop();
  });

  it('closes, and nothing is ticked any more, where files-path names another folder', async () => {
    page.open('config.json');
    await says('"camera": "front",');
    page.tick('config.json');
    await until(() => shown('selection'), 'it is ticked');
    page.element.filesPath = 'elsewhere/';
    await page.element.updateComplete;
    expect([shown('preview'), shown('selection')]).to.deep.equal([null, null]);
  });

  for (const [what, override, words] of [
    ['403', { status: 403, body: { detail: '不允许' } }, '(403 不允许): reading is not allowed'],
    ['404', { status: 404, body: { detail: '不存在' } }, '(404 不存在): nothing is there'],
    ['401', { status: 401, body: {} }, '(401): a sign-in is needed'],
    ['413', { status: 413, body: {} }, '(413): it is too large for the server'],
    ['422', { status: 422, body: { detail: [] } }, '(422): the request was not understood'],
    ['500', { status: 500, body: {} }, '(500): an error'],
    [
      'a cut connection',
      { body: '{"content":', headers: { 'content-length': '999', connection: 'close' } },
      'the answer broke off',
    ],
    ['a slow drip', { body: { success: true, content: 'late' }, drip: 1500 }, 'late'],
    ['half an answer', { body: '{"content":"abc' }, 'the answer broke off'],
    ['HTML', { body: '<p>', contentType: 'text/html' }, 'what answers is not CastRay'],
  ] as const) {
    it(`says what ${what} means`, async () => {
      await service.control('status', { path: READ, ...override });
      page.open('data.txt');
      await says(words);
    });
  }
});
