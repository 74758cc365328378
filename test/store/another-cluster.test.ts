import { expect } from '@open-wc/testing';
import { ClientRegistry } from '../../src/store/client-registry.js';
import { ClusterStore } from '../../src/store/cluster-store.js';
import { nodeHistory } from '../../src/store/node-history.js';
import { nodeNews } from '../../src/store/node-news.js';
import { startService, type TestService } from '../support/castray.js';
import { FakeClock } from '../support/fake-clock.js';
import { storeConfig } from '../support/store.js';
import { until } from '../support/wait.js';
import { wireNode } from '../support/wire.js';

describe('a store that turns to a cluster which the page has already', () => {
  let north: TestService;
  let south: TestService;

  before(async () => {
    [north, south] = await Promise.all([
      startService({ churn: false, frameInterval: 600_000 }),
      startService({ churn: false, frameInterval: 600_000 }),
    ]);
    await north.control('nodes', [wireNode(1)]);
    await south.control('nodes', [wireNode(2), wireNode(3, { state: 'DEAD' })]);
  });

  it('has no news of its nodes, and has not seen them die', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const at = ({ apiBase }: TestService) => storeConfig({ apiBase });
    const [store, other] = [north, south].map((service) => {
      const made = new ClusterStore({ config: at(service), clock, registry });
      made.attach();
      return made;
    }) as [ClusterStore, ClusterStore];
    const log = nodeNews(store);
    const history = nodeHistory(store);
    await until(() => store.state.snapshot && other.state.snapshot, 'both clusters');
    clock.advance(2000);
    store.configure(at(south));
    await Promise.resolve();
    const { snapshot } = store.state;
    expect(snapshot?.nodes).to.have.length(2);
    expect([...log.read(snapshot)]).to.deep.equal([]);
    expect(snapshot!.nodes.map((node) => log.stateSince(node)?.isSeen)).to.deep.equal([
      false,
      false,
    ]);
    expect(history.track(String(wireNode(1)['nodeId']), 'cpu')).to.be.undefined;
    store.detach();
    other.detach();
    clock.advance(5000);
  });

  it('hears of the nodes that join also while no list of them is drawn', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const config = storeConfig({ apiBase: north.apiBase });
    const store = new ClusterStore({ config, clock, registry });
    store.attach();
    const log = nodeNews(store);
    await until(() => store.state.connection.phase === 'live', 'live');
    for (const count of [2, 3]) {
      clock.advance(2000);
      const nodes = Array.from({ length: count }, (_, i) => wireNode(10 + i));
      await north.control('nodes', [wireNode(1), ...nodes]);
      await until(() => {
        clock.advance(20); // to the next commit
        return store.state.snapshot?.nodes.length === count + 1;
      }, 'the others');
    }
    expect(log.read(store.state.snapshot).size).to.equal(3);
    await north.control('nodes', [wireNode(1)]);
    store.detach();
    clock.advance(5000);
  });

  it('is the same one for as long as an address is refused: what was seen of it stays', async () => {
    const clock = new FakeClock();
    const registry = new ClientRegistry(clock, new Map());
    const store = new ClusterStore({
      config: storeConfig({ apiBase: north.apiBase }),
      clock,
      registry,
    });
    store.attach();
    const log = nodeNews(store);
    await until(() => store.state.snapshot, 'the cluster');
    const [node] = store.state.snapshot!.nodes;
    const before = log.stateSince(node!);
    store.configure(storeConfig({ apiBase: 'javascript:alert(1)' }));
    await Promise.resolve();
    expect(store.state.snapshot?.nodes).to.have.length(1);
    expect(before).not.to.be.undefined;
    expect(log.stateSince(node!)).to.equal(before);
    store.detach();
    clock.advance(5000);
  });
});
