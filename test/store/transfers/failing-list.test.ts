import { expect } from '@open-wc/testing';
import { TransferQueue } from '../../../src/store/transfers/transfer-queue.js';
import { startService, type TestService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { makeStore, type MadeStore } from '../../support/store.js';
import { ORDER } from '../../support/transfer-report.js';
import { until } from '../../support/wait.js';

const LIST = '/api/file-transfer/list';

describe('a list of transfers that fails', () => {
  let service: TestService;
  let made: MadeStore;
  let clock: FakeClock;
  let queue: TransferQueue;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 100, pieceMs: 60_000 });
    made = makeStore({ apiBase: service.apiBase });
    made.store.attach();
    clock = new FakeClock();
    queue = new TransferQueue(made.store, clock);
    await until(() => made.store.state.connection.phase === 'live', 'a connection');
  });
  afterEach(async () => {
    made.dispose();
    await service.stop();
  });

  const requests = async (part: string) => {
    const counts = Object.entries((await service.seen()).requests);
    return counts.reduce((sum, [path, n]) => (path.includes(part) ? sum + n : sum), 0);
  };

  it('is asked for less and less often, whatever the cluster tells meanwhile', async () => {
    await service.control('status', { path: LIST, status: 404 });
    queue.watch();
    for (const [n, wait] of [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000].entries()) {
      await until(() => clock.nextIn === wait, `a wait of ${wait} ms`);
      const { snapshot } = made.store.state;
      await until(() => {
        made.clock.advance(20);
        return made.store.state.snapshot !== snapshot;
      }, 'news of the cluster');
      expect(clock.pending, 'nothing but that wait').to.equal(1);
      expect(await requests(LIST)).to.equal(n + 1);
      clock.advance(wait);
    }
  }).timeout(10_000);

  it('is asked for at once where the connection is back, and with short waits after it was there', async () => {
    await service.control('status', { path: LIST, status: 500 });
    const unwatch = queue.watch();
    await until(() => clock.nextIn === 2000, 'the first wait');
    clock.advance(2000);
    await until(() => clock.nextIn === 4000, 'the second');
    await service.control('drop');
    await until(() => made.store.state.connection.phase === 'reconnecting', 'a loss');
    await service.control('status', { path: LIST });
    made.clock.advance(made.store.state.connection.nextAttemptAt! - made.clock.now());
    await until(() => queue.state.isLoaded, 'the list');
    expect(clock.pending).to.equal(0);
    await service.control('status', { path: LIST, status: 500 });
    unwatch();
    queue.watch();
    await until(() => clock.nextIn === 2000, 'the first wait again');
  });

  it('is where contact is lost to those that it alone tells of, more than three', async () => {
    const running = { status: 'in-progress', progress: 5, file_name: 'a.bin', source_node: 'M10' };
    const transfers = ['M1', 'M2', 'M3', 'M4'].map((target_node, id) => {
      return { id: `transfer_${id}`, target_node, ...running };
    });
    const body = { success: true, transfers, total: 4 };
    await service.control('status', { path: LIST, body });
    queue.watch();
    const become = async (state: string) => {
      await until(() => {
        clock.advance(clock.nextIn ?? 0);
        const states = queue.state.transfers.map((one) => one.state);
        return states.length === 4 && states.every((one) => one === state);
      }, state);
    };
    await become('running');
    await service.control('status', { path: LIST, status: 500 });
    await become('lost-contact');
    await service.control('status', { path: LIST, body });
    await become('running');
  });

  it('leaves a transfer running that the service tells of by its id', async () => {
    const unwatch = queue.watch();
    await until(() => queue.state.isLoaded, 'the list');
    queue.start(ORDER);
    const states = () => queue.state.transfers.map(({ state }) => state).join();
    await until(() => states() === 'running' && clock.nextIn === 1000, 'a transfer that runs');

    await service.control('status', { path: LIST, status: 500 });
    unwatch();
    unwatch(); // which ends nobody else's
    queue.watch(); // from anew: with the whole list
    for (let n = 1; n < 10; n += 1) {
      await until(async () => (await requests('/status/')) >= n, `look ${n}`);
      await until(() => clock.nextIn! <= 1000, 'the wait before the next one');
      expect(states()).to.equal('running');
      clock.advance(clock.nextIn!);
    }
    expect(queue.state.problem?.status).to.equal(500);
    expect(await requests(LIST)).to.be.within(3, 5);

    await service.control('status', { path: LIST });
    await until(() => {
      if (clock.nextIn! <= 1000) clock.advance(clock.nextIn!);
      return queue.state.problem === undefined;
    }, 'the list');
    expect(states()).to.equal('running');
  }).timeout(10_000);
});
