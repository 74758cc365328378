import { expect } from '@open-wc/testing';
import { Access } from '../../src/connection/access.js';
import { ClientRegistry, GRACE } from '../../src/store/client-registry.js';
import { ClusterStore } from '../../src/store/cluster-store.js';
import { COMMIT_INTERVAL } from '../../src/store/commit-pacer.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { storeConfig } from '../support/store.js';
import { until } from '../support/wait.js';
import { wireNodes } from '../support/wire.js';

describe('a provider that joins others of its cluster', () => {
  let service: TestService;
  let clock: FakeClock;
  let registry: ClientRegistry;
  let stores: ClusterStore[];

  function join(more: { apiBase?: string } = {}): ClusterStore {
    const config = storeConfig({ wsUrl: service.wsUrl, ...more });
    const store = new ClusterStore({ config, clock, registry });
    stores.push(store);
    store.attach();
    return store;
  }
  const shown = ({ state: { snapshot } }: ClusterStore) => [
    snapshot?.nodes.length,
    snapshot?.completeness,
  ];
  /** One frame with so many nodes, when the last one is shown already. */
  async function frame(nodes: number) {
    clock.advance(COMMIT_INTERVAL);
    await service.control('nodes', wireNodes(nodes));
    const receivedAt = clock.now();
    await until(() => stores[0]!.state.snapshot?.receivedAt === receivedAt, 'the frame');
  }

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  beforeEach(() => {
    clock = new FakeClock();
    registry = new ClientRegistry(clock, new Map());
    stores = [];
  });
  afterEach(() => {
    for (const store of stores) store.detach();
    clock.advance(GRACE);
  });
  after(() => service.stop());

  it('believes an empty list when they do, not before, and so does one that is moved or goes on', async () => {
    const first = join();
    await until(() => first.state.snapshot, 'a cluster');
    const [moved, resumed] = [join(), join()];
    await frame(12);
    const seen = [];
    for (let i = 0; i < 5; i++) {
      await frame(0);
      moved.detach();
      moved.attach();
      resumed.pause();
      resumed.resume();
      const newcomer = join();
      for (const store of [newcomer, moved, resumed])
        expect(shown(store)).to.deep.equal(shown(first));
      seen.push(first.state.snapshot!.completeness);
    }
    expect(seen).to.deep.equal([
      ...['unconfirmed', 'unconfirmed', 'none-reported', 'none-reported', 'none-reported'],
    ]);
    expect(shown(first)).to.deep.equal([0, 'none-reported']);
  });

  it('enters with what lets the others in, whatever is asked, as long as they are there', () => {
    const access = new Access('good');
    const first = join();
    const config = storeConfig({ wsUrl: service.wsUrl, access });
    const second = new ClusterStore({ config, clock, registry });
    stores.push(second);
    second.attach();
    expect(first.access).to.equal(access);
    second.detach();
    expect(first.access).not.to.equal(access);
  });

  it('has REST asked, too, where it is the first to know its address', async () => {
    const first = join();
    await until(() => first.state.snapshot, 'a cluster');
    const asked = async () => (await service.seen()).requests['/api/ray-dashboard'] ?? 0;
    const before = await asked();
    join({ apiBase: service.apiBase });
    await until(async () => (await asked()) === before + 1, 'one request');
  });

  describe('where something is wrong', () => {
    let codes: string[][];

    function enter(): ClusterStore {
      const config = storeConfig({ apiBase: service.apiBase });
      const store = new ClusterStore({ config, clock, registry });
      const heard: string[] = [];
      store.onProblem(({ code }) => heard.push(code));
      codes.push(heard);
      stores.push(store);
      store.attach();
      return store;
    }
    const phases = (wanted: string) =>
      until(() => {
        // The socket may fail before REST does, and then has to fail once more.
        const { nextAttemptAt } = stores[0]!.state.connection;
        if (nextAttemptAt !== undefined) clock.advance(nextAttemptAt - clock.now());
        return stores.every(({ state }) => state.connection.phase === wanted);
      }, wanted);

    beforeEach(() => {
      codes = [];
    });
    afterEach(() => service.control('reset'));

    it('tries again what was given up, also within 5 s of the last one', async () => {
      await service.control('tokens', ['good']);
      const first = enter();
      await phases('stopped');
      first.detach();
      stores.pop();
      await service.control('tokens', null); // signed in by a cookie, say
      enter();
      await phases('live');
      expect(codes[1]).to.deep.equal([]);
    });

    it('does so at most every 5 s, and hears what the others know', async () => {
      await service.control('tokens', ['good']);
      enter();
      await phases('stopped');
      enter();
      expect(stores[1]!.state.connection.phase).to.equal('connecting');
      await phases('stopped');
      expect(codes[1]).to.include('unauthorized');
      enter();
      expect(stores[2]!.state.connection.phase).to.equal('stopped');
      await until(() => codes[2]!.length > 0, 'it hears');
      await service.control('tokens', null);
      clock.advance(GRACE);
      await phases('live');
    });

    it('hears of it once, also where it is moved', async () => {
      await service.control('refuseUpgrade', { status: 403 });
      await service.control('rest', { status: 404, body: {} });
      enter();
      await until(() => codes[0]!.length === 2, 'both fail');
      const second = enter();
      await until(() => codes[1]!.length > 0, 'it hears');
      second.detach();
      second.attach();
      await Promise.resolve();
      expect(codes[1]).to.deep.equal(['http-status']);
    });
  });

  it('knows the cluster again that it turned away from', async () => {
    const first = join();
    await until(() => first.state.snapshot, 'a cluster');
    const second = join();
    await frame(12);
    second.configure(storeConfig({ wsUrl: 'ws://127.0.0.1:1' }));
    expect(shown(second)).to.deep.equal([undefined, undefined]);
    second.configure(storeConfig({ wsUrl: service.wsUrl }));
    expect(shown(second)).to.deep.equal([12, 'complete']);
  });
});
