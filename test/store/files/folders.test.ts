import { expect } from '@open-wc/testing';
import { filesOf } from '../../../src/store/files/files-of.js';
import type { FolderResult } from '../../../src/store/files/file-catalogue.js';
import { startService, type TestService } from '../../support/castray.js';
import { makeStore, type MadeStore } from '../../support/store.js';

describe('a folder of the file server', () => {
  let service: TestService;
  let made: MadeStore;

  async function folder(segments: readonly string[], fileServerUrl: string | undefined) {
    made = makeStore({ apiBase: service.apiBase, ...(fileServerUrl && { fileServerUrl }) });
    return filesOf(made.store).folder(segments);
  }
  afterEach(async () => {
    made.dispose();
    await service.stop();
  });
  const fault = (result: FolderResult) => {
    if (result.ok) return 'none';
    return typeof result.problem === 'string' ? result.problem : result.problem.code;
  };

  it('is listed where the server lets pages read', async () => {
    service = await startService({ fileServer: 'cors', files: {} });
    const result = await folder(['demo_files', 'sub%20dir'], service.filesUrl);
    expect(result.ok && result.files.map(({ name }) => name)).to.deep.equal(['inner.txt']);
    const root = await folder([], service.filesUrl);
    expect(root.ok && root.files.map(({ name, isFolder }) => [name, isFolder])).to.deep.equal([
      ['castray_uploads', true],
      ['demo_files', true],
      ['downloads', true],
    ]);
    expect(fault(await folder(['absent'], service.filesUrl))).to.equal('http-status');
  });

  it('cannot be read from Python’s own server, and that is known', async () => {
    service = await startService({ fileServer: true });
    expect(fault(await folder(['demo_files'], service.filesUrl))).to.equal('not-readable');
  });

  it('and a download show whether the server answers, whatever was known before', async () => {
    service = await startService();
    // what stands for the file server here can be taken down
    await service.control('status', { path: '/', body: [{ name: 'a.txt' }] });
    made = makeStore({ apiBase: service.apiBase, fileServerUrl: service.apiBase });
    const files = filesOf(made.store);
    const { signal } = new AbortController();
    expect((await files.folder([])).ok).to.be.true;
    expect(files.state.serverAnswers).to.be.true;
    await service.control('down');
    expect(fault(await files.folder([]))).to.equal('unreachable');
    expect(files.state.serverAnswers).to.be.false;
    await service.control('up');
    expect(fault(await files.folder(['absent']))).to.equal('http-status');
    expect(files.state.serverAnswers).to.be.true;
    await service.control('down');
    const saved = await files.download(['a.txt'], signal);
    expect(!saved.ok && saved.problem.code).to.equal('unreachable');
    expect(files.state.serverAnswers).to.be.false;
  });

  it('is none where no server is set, or where a page answers that lists nothing', async () => {
    service = await startService();
    expect(fault(await folder([], undefined))).to.equal('unreachable');
    await service.control('status', {
      path: '/',
      body: '<title>Hi</title>',
      contentType: 'text/html',
    });
    expect(fault(await folder([], service.apiBase))).to.equal('no-listing');
  });
});
