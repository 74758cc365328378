import { expect } from '@open-wc/testing';
import { COMMIT_INTERVAL } from '../../src/store/commit-pacer.js';
import { startService, type TestService } from '../support/castray.js';
import { makeStore, type MadeStore } from '../support/store.js';
import { until } from '../support/wait.js';
import { wireNode } from '../support/wire.js';

const frame = (cpu: number) => ({
  type: 'cluster_status',
  data: { nodes: [wireNode(1, { cpu })] },
});

describe('under a storm of frames, a store', () => {
  let service: TestService;
  let made: MadeStore;
  let told: number[];
  const cpu = () => made.store.state.snapshot!.nodes[0]!.cpuPercent;

  /** Fifty frames; a problem, which is told at once, shows that all have come. */
  async function storm() {
    const before = made.problems.length;
    for (let i = 1; i <= 50; i += 1) await service.control('frame', frame(i));
    await service.control('frame', `junk ${before}`);
    await service.control('binary', '');
    await until(() => made.problems.length > before, 'another problem');
  }

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
    await service.control('nodes', [wireNode(1)]);
  });
  beforeEach(async () => {
    made = makeStore({ wsUrl: service.wsUrl });
    made.store.attach();
    await until(() => made.store.state.connection.phase === 'live', 'live');
    await made.committed();
    told = [];
    made.store.subscribe(({ snapshot }) => {
      const { cpuPercent } = snapshot!.nodes[0]!;
      if (typeof cpuPercent === 'number') told.push(cpuPercent);
    });
  });
  afterEach(async () => {
    made.dispose();
    await until(async () => (await service.seen()).sockets === 0, 'no open socket');
  });

  it('shows the first at once and of the rest only the newest, a quarter second later', async () => {
    await storm();
    expect(told).to.deep.equal([1]);
    made.clock.advance(COMMIT_INTERVAL - 1);
    await Promise.resolve();
    expect(told).to.deep.equal([1]);
    made.clock.advance(1);
    await Promise.resolve();
    expect(told).to.deep.equal([1, 50]);
    expect(cpu()).to.equal(50);
  });

  it('tells nothing more when nothing more comes', async () => {
    await storm();
    await made.committed();
    const count = told.length;
    made.clock.advance(5000);
    await Promise.resolve();
    expect(told).to.have.length(count);
  });

  it('tells a change of phase at once', async () => {
    await storm();
    await service.control('drop');
    await until(() => made.store.state.connection.phase === 'reconnecting', 'reconnecting');
    expect(made.clock.now()).to.equal(made.startedAt + COMMIT_INTERVAL);
  });
});
