import { expect } from '@open-wc/testing';
import { TransferQueue } from '../../../src/store/transfers/transfer-queue.js';
import { startService } from '../../support/castray.js';
import { FakeClock } from '../../support/fake-clock.js';
import { makeStore } from '../../support/store.js';
import { until } from '../../support/wait.js';

const LIST = '/api/file-transfer/list';

it('the same transfer may be started again at once where the clock was set back', () => {
  const made = makeStore({ apiBase: location.origin });
  const clock = new FakeClock();
  const queue = new TransferQueue(made.store, clock);
  const order = { sourceNode: 'M10', targetNode: 'M2', filePath: 'a.bin', mode: 'auto' } as const;
  expect(queue.start(order)).to.be.undefined;
  expect(queue.start(order)).to.equal('repeated');
  clock.set(-3_600_000);
  expect(queue.start(order)).to.be.undefined;
});

it('a transfer that is started again goes the way that was chosen for it', async () => {
  const made = makeStore({ apiBase: 'http://127.0.0.1:1' });
  const clock = new FakeClock();
  const queue = new TransferQueue(made.store, clock);
  queue.start({ sourceNode: 'M10', targetNode: 'M2', filePath: 'a.bin', mode: 'relay' });
  const [first] = queue.state.transfers;
  await until(() => queue.state.transfers[0]?.state === 'unknown', 'its end');
  clock.advance(1000);
  expect(queue.again(first!.key)).to.be.undefined;
  expect(queue.state.transfers.map(({ mode }) => mode)).to.deep.equal(['relay']);
});

describe('how often transfers are looked at', () => {
  it('1 s to 5 s while somebody watches and something runs, and not else', async () => {
    const service = await startService({ churn: false, pieceMs: 60_000 });
    const made = makeStore({ apiBase: service.apiBase });
    made.store.attach();
    const clock = new FakeClock();
    const queue = new TransferQueue(made.store, clock);
    const looks = async () => {
      const { requests } = await service.seen();
      return Object.entries(requests)
        .filter(([path]) => path === LIST || path.includes('/status/'))
        .reduce((sum, [, n]) => sum + n, 0);
    };
    await until(() => made.store.state.connection.phase === 'live', 'a connection');
    const unwatch = queue.watch();
    await until(() => queue.state.isLoaded, 'the list');
    clock.advance(600_000);
    expect(await looks(), 'nothing runs').to.equal(1);

    const order = { sourceNode: 'M10', targetNode: 'M2', mode: 'auto' } as const;
    queue.start({ ...order, filePath: 'demo_files/blob.bin' });
    const state = () => queue.state.transfers[0]?.state;
    await until(() => state() === 'running' && clock.nextIn === 1000, 'the first look');
    const id = queue.state.transfers[0]!.id;
    await service.control('status', { path: `/api/file-transfer/status/${id}`, status: 500 });
    for (const wait of [2000, 4000, 5000, 5000]) {
      clock.advance(clock.nextIn!);
      await until(() => clock.nextIn === wait, `a wait of ${wait} ms`);
    }
    unwatch();
    const before = await looks();
    clock.advance(600_000);
    expect(await looks(), 'nobody watches').to.equal(before);
    made.dispose();
    await service.stop();
  }).timeout(10_000);
});
