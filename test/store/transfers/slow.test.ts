import { expect } from '@open-wc/testing';
import { REST_TIMEOUT } from '../../../src/connection/rest-client.js';
import { TransferQueue } from '../../../src/store/transfers/transfer-queue.js';
import { sendingProblem } from '../../../src/text/sending.js';
import { transfersCatalogue } from '../../../src/text/transfers.js';
import { startService } from '../../support/castray.js';
import { makeStore } from '../../support/store.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

const START = '/api/file-transfer/node-to-node';
const LIST = '/api/file-transfer/list';
const SLOW = { body: 'x'.repeat(1000), drip: 60_000 };

describe('transfers of a service that is too slow', () => {
  it('may run where no answer to the start comes in 20 s, and are found on the list', async () => {
    const service = await startService({ churn: false, pieceMs: 60_000 });
    const made = makeStore({ apiBase: service.apiBase });
    const clock = new FakeClock();
    const queue = new TransferQueue(made.store, clock);
    const asked = async (path: string, n = 1) => {
      await until(async () => ((await service.seen()).requests[path] ?? 0) >= n, path);
    };
    await service.control('status', { path: START, ...SLOW, times: 1 });
    const order = { sourceNode: 'M10', targetNode: 'M2', filePath: 'a.bin', mode: 'auto' } as const;
    expect(queue.start(order)).to.equal(undefined);
    await asked(START);
    expect(queue.state.transfers[0]!.state).to.equal('starting');
    clock.advance(REST_TIMEOUT);
    await until(() => queue.state.transfers[0]!.state === 'unknown', 'unknown');
    const { problem, reason } = queue.state.transfers[0]!;
    expect(reason).to.equal('no-answer');
    expect(sendingProblem(problem!, transfersCatalogue.in('en'))).to.equal('No answer in time.');

    await service.control('status', { path: LIST, ...SLOW, times: 1 });
    made.store.attach();
    const unwatch = queue.watch();
    await until(() => made.store.state.connection.phase === 'live', 'a connection');
    await asked(LIST);
    clock.advance(REST_TIMEOUT);
    await until(() => queue.state.problem?.code === 'timeout', 'the words');
    expect(queue.state.isLoaded).to.equal(false);
    await until(() => clock.pending > 0, 'the wait before another look');
    clock.advance(clock.nextIn!);
    await until(() => queue.state.isLoaded, 'the list');
    expect(queue.state.problem).to.equal(undefined);
    unwatch();
    made.dispose();
    await service.stop();
  });
});
