import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../../src/connection/access.js';
import { resolveEndpoint } from '../../../src/connection/endpoint.js';
import { FileCatalogue } from '../../../src/store/files/file-catalogue.js';
import { startService, type TestService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

describe('files that nobody shows any more', () => {
  let service: TestService;
  let clock: FakeClock;
  let files: FileCatalogue;
  const asked = async () => (await service.seen()).requests['/api/files'] ?? 0;
  const listed = async () => {
    await until(() => files.state.receivedAt === clock.now(), 'a list of now');
  };

  beforeEach(async () => {
    service = await startService({ churn: false });
    clock = new FakeClock();
    files = new FileCatalogue(() => NO_ACCESS, clock);
    files.configure(resolveEndpoint({ apiBase: service.apiBase }, {}, location.href));
  });
  afterEach(() => service.stop());

  it('are not asked for when a connection is back, but once when they are shown again', async () => {
    const [leave, leaveToo] = [files.watch(), files.watch()];
    await listed();
    leave();
    clock.advance(1000);
    files.follow('live', 'reconnecting'); // the other one still shows them
    await listed();
    leaveToo();
    clock.advance(1000);
    files.follow('live', 'reconnecting');
    expect(files.state.isLoading).to.be.false;
    files.watch();
    await listed();
    expect(await asked()).to.equal(3);
  });

  it('are not asked for again by being shown again, where nothing has happened', async () => {
    const leave = files.watch();
    await listed();
    leave();
    files.watch()();
    expect(files.state.isLoading).to.be.false;
    leave(); // once more, which ends nobody else's
    files.watch();
    files.follow('live', 'reconnecting');
    clock.advance(1000);
    files.follow('polling', 'reconnecting'); // shares the request that is under way
    await listed();
    expect(await asked()).to.equal(2);
  });

  it('are asked of another service only when they are shown again', async () => {
    const other = await startService({ churn: false });
    const leave = files.watch();
    await listed();
    leave();
    files.configure(resolveEndpoint({ apiBase: other.apiBase }, {}, location.href));
    expect(files.state).to.include({ files: undefined, isLoading: false });
    files.watch();
    await listed();
    expect((await other.seen()).requests['/api/files']).to.equal(1);
    await other.stop();
  });
});
