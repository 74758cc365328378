import { expect } from '@open-wc/testing';
import { TransferQueue } from '../../../src/store/transfers/transfer-queue.js';
import { startService, type TestService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { makeStore, type MadeStore } from '../../support/store.js';
import { ORDER } from '../../support/transfer-report.js';
import { until } from '../../support/wait.js';

const LIST = '/api/file-transfer/list';
const FILES = '/api/files';
const SLOW = { body: 'x'.repeat(1000), drip: 60_000 };

describe('the transfers of a provider', () => {
  let service: TestService;
  let other: TestService;
  let made: MadeStore;
  let clock: FakeClock;
  let queue: TransferQueue;

  beforeEach(async () => {
    const options = { churn: false, frameInterval: 600_000, pieceMs: 60_000 };
    [service, other] = await Promise.all([startService(options), startService(options)]);
    made = makeStore({ apiBase: service.apiBase });
    made.store.attach();
    clock = new FakeClock();
    queue = new TransferQueue(made.store, clock);
    queue.watch();
    await until(() => made.store.state.connection.phase === 'live', 'a connection');
    await until(() => queue.state.isLoaded, 'the list');
  });
  afterEach(async () => {
    made.dispose();
    await Promise.all([service.stop(), other.stop()]);
  });

  const isAsked = async (path: string) => {
    await until(async () => (await service.seen()).paths[path]?.active === 1, `asked ${path}`);
  };
  const isAskedNoMore = async (path: string) => {
    await until(async () => (await service.seen()).paths[path]?.active === 0, `ended ${path}`);
  };
  const run = async () => {
    queue.start(ORDER);
    await until(() => queue.state.transfers[0]?.state === 'running' && clock.nextIn, 'it runs');
  };

  it('are not looked at during a pause, and at once after it', async () => {
    await run();
    await isAskedNoMore(`/api/file-transfer/status/${queue.state.transfers[0]!.id}`); // the first look
    made.store.pause();
    await Promise.resolve(); // it is told
    await service.control('forget');
    clock.advance(600_000);
    expect((await service.seen()).requests).to.deep.equal({});
    made.store.resume();
    await until(async () => (await service.seen()).requests[LIST] === 1, 'the list');
  });

  it('are none of the last service where the provider gets another address', async () => {
    await run();
    await service.control('status', { path: LIST, ...SLOW });
    made.store.pause();
    await Promise.resolve();
    made.store.resume(); // all is read anew
    await isAsked(LIST);
    made.configure({ apiBase: other.apiBase });
    await Promise.resolve();
    expect(queue.state).to.deep.include({ transfers: [], isLoaded: false });
    await isAskedNoMore(LIST);
    await until(() => queue.state.isLoaded, 'the other list');
    expect(queue.state).to.deep.include({ transfers: [], problem: undefined });
    expect(clock.pending, 'nobody waits for the last one').to.equal(0);
  });

  it('offer none of the files of the last service', async () => {
    await queue.readFiles();
    expect(queue.state.files).to.include('blob.bin');
    await service.control('status', { path: FILES, body: { files: [] }, delay: 600_000 });
    const reading = queue.readFiles();
    await isAsked(FILES);
    made.configure({ apiBase: other.apiBase });
    await Promise.resolve();
    expect(queue.state.files).to.deep.equal([]);
    await reading;
    expect(queue.state.files).to.deep.equal([]);
  });
});
