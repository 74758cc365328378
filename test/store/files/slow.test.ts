import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../../src/connection/access.js';
import { resolveEndpoint } from '../../../src/connection/endpoint.js';
import type { Problem } from '../../../src/connection/problem.js';
import { REST_TIMEOUT } from '../../../src/connection/rest-client.js';
import { FileCatalogue } from '../../../src/store/files/file-catalogue.js';
import { fileProblemText, filesCatalogue } from '../../../src/text/files.js';
import { startService, type TestService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

const SLOW = { body: 'x'.repeat(1000), contentType: 'text/html', drip: 60_000 };
const CUT = { headers: { 'content-length': '999', connection: 'close' } };

describe('files that come too slowly, or not whole', () => {
  let service: TestService;
  let clock: FakeClock;
  let files: FileCatalogue;

  beforeEach(async () => {
    service = await startService({ churn: false });
    clock = new FakeClock();
    files = new FileCatalogue(() => NO_ACCESS, clock);
    // what stands for the file server here lets pages read
    const addresses = { apiBase: service.apiBase, fileServerUrl: service.apiBase };
    files.configure(resolveEndpoint(addresses, {}, location.href));
  });
  afterEach(async () => service.stop());

  const asked = async (path: string) => {
    await until(async () => ((await service.seen()).requests[path] ?? 0) > 0, path);
  };
  const words = (problem: Problem) => fileProblemText(problem, filesCatalogue.in('en'));
  type Answer = { ok: true } | { ok: false; problem: Problem | 'no-listing' };

  for (const [what, path, start, ask] of [
    ['a look into a file', '/api/file/read', '{"content":', () => files.read(['a'], 'text')],
    ['a folder', '/demo_files/', '[{"name":', () => files.folder(['demo_files'])],
  ] as const) {
    it(`${what}: no complete answer in 20 s is said, and so is one that is cut`, async () => {
      await service.control('status', { path, ...SLOW });
      const slow: Promise<Answer> = ask();
      await asked(path);
      clock.advance(REST_TIMEOUT);
      const result = await slow;
      expect(result.ok || words(result.problem as Problem)).to.include('no answer in time');
      await service.control('status', { path, ...CUT, body: start });
      const cut: Answer = await ask();
      expect(cut.ok || words(cut.problem as Problem)).to.include('the answer broke off');
    });
  }

  it('a folder: no answer in 20 s shows nothing of whether the file server answers', async () => {
    await service.control('status', { path: '/demo_files/', ...SLOW });
    const slow = files.folder(['demo_files']);
    await asked('/demo_files/');
    clock.advance(REST_TIMEOUT);
    const result = await slow;
    expect(!result.ok && (result.problem as Problem).code).to.equal('timeout');
    expect(files.state.serverAnswers).to.equal('unknown');
  });

  it('the list: is said at the first attempt, and forgotten once one comes in time', async () => {
    await service.control('status', { path: '/api/files', ...SLOW, times: 1 });
    const loading = files.load();
    await asked('/api/files');
    clock.advance(REST_TIMEOUT);
    await until(() => files.state.problem !== undefined, 'a problem');
    expect(words(files.state.problem!)).to.include('no answer in time');
    expect(files.state).to.include({ isLoading: true, files: undefined });
    await until(() => clock.pending > 0, 'the wait before another attempt');
    clock.advance(clock.nextIn!);
    await loading;
    expect(files.state.files).to.have.length(6);
    expect(files.state.problem).to.equal(undefined);
  });
});
