import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../../src/connection/access.js';
import { resolveEndpoint } from '../../../src/connection/endpoint.js';
import { FileCatalogue } from '../../../src/store/files/file-catalogue.js';
import { startService, type TestService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

const NEVER = { body: '', delay: 600_000 };

describe('files whose addresses change while something is asked', () => {
  let service: TestService;
  let other: TestService;
  let clock: FakeClock;
  let files: FileCatalogue;

  beforeEach(async () => {
    [service, other] = await Promise.all([startService(), startService()]);
    clock = new FakeClock();
    files = new FileCatalogue(() => NO_ACCESS, clock);
  });
  afterEach(async () => {
    await Promise.all([service.stop(), other.stop()]);
  });

  const configure = (apiBase: string, fileServerUrl?: string) => {
    files.configure(resolveEndpoint({ apiBase, fileServerUrl }, {}, location.href));
  };
  const active = async (path: string) => (await service.seen()).paths[path]?.active;
  const asked = async (path: string) => {
    await until(async () => (await active(path)) === 1, `asked ${path}`);
  };

  it('are those of the other service, and nothing is said of the last one', async () => {
    await service.control('status', { path: '/api/files', ...NEVER });
    configure(service.apiBase);
    files.watch();
    await asked('/api/files');
    await other.control('status', { path: '/api/files', ...NEVER, times: 1 });
    configure(other.apiBase);
    await until(async () => (await active('/api/files')) === 0, 'the last one is asked no more');
    expect(files.state).to.include({ isLoading: true, problem: undefined, files: undefined });
  });

  it('are at a server of which the last one says nothing', async () => {
    await service.control('status', { path: '/', ...NEVER });
    configure(other.apiBase, service.apiBase);
    files.watch();
    await asked('/');
    configure(other.apiBase, other.apiBase);
    await until(() => files.state.serverAnswers === true, 'the answer of the other');
    await service.control('down');
    await fetch(service.apiBase).catch(() => undefined); // as the one before, which was cut
    expect(files.state.serverAnswers).to.equal(true);
  });

  it('are at a server that is not called silent because a download was stopped', async () => {
    await service.control('status', { path: '/a.bin', ...NEVER });
    configure(service.apiBase, service.apiBase);
    files.watch();
    await until(() => files.state.serverAnswers === true, 'it answers');
    const stopping = new AbortController();
    const download = files.download(['a.bin'], stopping.signal);
    await asked('/a.bin');
    stopping.abort();
    expect((await download).ok).to.equal(false);
    expect(files.state.serverAnswers).to.equal(true);
  });
});
