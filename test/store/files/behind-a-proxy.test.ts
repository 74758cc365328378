import { expect } from '@open-wc/testing';
import '../../../src/define/castray-files.js';
import { filesOf } from '../../../src/store/files/files-of.js';
import { startService, type TestService } from '../../support/castray.js';
import { examine } from '../../support/doctor.js';
import { FilesPage } from '../../support/files-page.js';
import { makeStore, type MadeStore } from '../../support/store.js';
import { until } from '../../support/wait.js';

describe('a file server behind a proxy on the page’s own origin', () => {
  let service: TestService;
  let made: MadeStore | undefined;

  beforeEach(async () => {
    service = await startService({ churn: false, fileServer: true });
  });
  afterEach(async () => {
    made?.dispose();
    document.cookie = 'front=; path=/; max-age=0';
    await service.stop();
  });

  const behind = (server: string, front = 'front'): string =>
    `${location.origin}/${front}/${new URL(server).port}`;
  const signIn = (): void => {
    document.cookie = 'front=in; path=/';
  };

  /** What a page that shows files knows of their server. */
  async function known(fileServerUrl: string): Promise<unknown> {
    made?.dispose();
    made = makeStore({ apiBase: service.apiBase, fileServerUrl });
    const files = filesOf(made.store);
    const leave = files.watch();
    await until(() => files.state.serverAnswers !== 'unknown', 'the answer');
    leave();
    return files.state.serverAnswers;
  }
  const verdict = async (fileServerUrl: string): Promise<string> =>
    (await examine({ apiBase: service.apiBase, fileServerUrl })).verdict('files');

  it('answers, and can be read', async () => {
    const url = behind(service.filesUrl!);
    expect(await known(url)).to.be.true;
    expect((await filesOf(made!.store).folder(['demo_files'])).ok).to.be.true;
    expect(await verdict(url)).to.equal('passed fine not-castray');
  });

  it('is no good where only the proxy answers: 502', async () => {
    const url = behind('http://127.0.0.1:1');
    expect(await known(url)).to.equal(502);
    expect(await verdict(url)).to.equal('failed problem http-status');
  });

  for (const [status, expected, found] of [
    [401, 401, 'warned problem unauthorized'],
    [403, true, 'passed fine unauthorized'],
    [404, true, 'passed fine not-castray'],
    [500, 500, 'failed problem http-status'],
    [503, 503, 'failed problem http-status'],
  ] as const) {
    it(`that answers ${status} at its root ${expected === true ? 'may have' : 'has no'} files`, async () => {
      const other = await startService();
      for (const path of ['/', '/api/status']) {
        await other.control('status', { path, status, contentType: 'text/html', body: '' });
      }
      expect(await known(behind(other.apiBase))).to.equal(expected);
      expect(await verdict(behind(other.apiBase))).to.equal(found);
      await other.stop();
    });
  }

  it('is known as broken by the next folder and the next download, too', async () => {
    const other = await startService();
    const url = behind(other.apiBase);
    expect(await known(url)).to.be.true;
    const files = filesOf(made!.store);
    await other.control('status', { path: '/sub/', status: 503, body: {} });
    await files.folder(['sub']);
    expect(files.state.serverAnswers).to.equal(503);
    await other.control('status', { path: '/a.txt', status: 500, body: {} });
    await files.download(['a.txt'], new AbortController().signal);
    expect(files.state.serverAnswers).to.equal(500);
    await other.stop();
  });

  it('that wants a cookie is asked with those that its links bring along', async () => {
    const url = behind(service.filesUrl!, 'guarded-front');
    expect(await known(url)).to.equal(401);
    expect(await verdict(url)).to.equal('warned problem unauthorized');
    signIn();
    expect(await known(url)).to.be.true;
    const files = filesOf(made!.store);
    const folder = await files.folder(['demo_files']);
    expect(folder.ok).to.be.true;
    const [file] = folder.ok ? folder.files.filter(({ isFolder }) => !isFolder) : [];
    const { signal } = new AbortController();
    expect((await files.download(['demo_files', file!.name], signal)).ok).to.be.true;
    expect(await verdict(url)).to.equal('passed fine not-castray');
  });

  it('is said on the page, with what it answers, in both languages', async () => {
    const url = behind('http://127.0.0.1:1');
    for (const [lang, words] of [
      ['en', `This page gets an error (502) from the file server ${url}: downloads may fail.`],
      ['zh-CN', `文件服务器 ${url} 返回错误（502），下载可能失败。`],
    ] as const) {
      const page = await FilesPage.mount(service, { fileServerUrl: url, lang });
      await until(() => page.text.includes(words), words);
    }
  });
});
