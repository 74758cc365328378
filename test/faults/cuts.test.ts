import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/connection/clock.js';
import { ClientRegistry } from '../../src/store/client-registry.js';
import { ClusterStore } from '../../src/store/cluster-store.js';
import { storeConfig } from '../support/store.js';
import { startNetwork, type TestNetwork } from '../support/tcp.js';
import { until } from '../support/wait.js';
import { fault, withoutChance } from './fault.js';

const PAGES = 50;

/** The connection of another page: a store with clients of its own, and real time. */
function otherPage({ apiBase }: TestNetwork): ClusterStore {
  const store = new ClusterStore({
    config: storeConfig({ apiBase }),
    registry: new ClientRegistry(systemClock, new Map()),
  });
  store.attach();
  return store;
}

describe('a connection that is cut', () => {
  for (const [how, verb] of [
    ['reset by the network', 'reset'],
    ['cut in the middle of a frame', 'cutFrame'],
  ] as const) {
    fault(10, how, async (scene) => {
      const [network, service] = await scene.network();
      const page = scene.open(network);
      await page.says('Live');
      const since = performance.now();
      await network.control(verb);
      await scene.reads(page, 'Not connected. These figures are from');
      await page.lists(7);
      await until(() => page.provider.connection.phase === 'live', 'live again');
      scene.recoveredIn(performance.now() - since);
      expect(page.provider.connection.droppedFrames).to.equal(0);
      expect((await service.seen()).maxSockets).to.equal(1);
    });
  }

  fault(
    4,
    'restart with 50 pages connected',
    async (scene) => {
      const service = await scene.service({ frameInterval: 1000 });
      const page = scene.open(service);
      // each by a port of its own: one browser slows down what fails often on one port
      const others = await Promise.all(
        Array.from({ length: PAGES - 1 }, async () => otherPage(await startNetwork(service))),
      );
      scene.atEnd(() => others.forEach((store) => store.pause()));
      await until(
        async () => (await service.seen()).sockets === PAGES,
        'all pages connected',
        9000,
      );
      await service.control('forget');
      await service.control('down');
      const downAt = Date.now();
      await service.control('up');
      await scene.reads(page, 'Reconnecting');
      await until(async () => (await service.seen()).sockets === PAGES, 'all back', 9000);
      await until(
        () => others.every(({ state }) => state.connection.phase === 'live'),
        'fresh figures on all of them',
      );
      scene.recoveredIn(Date.now() - downAt);
      const waits = (await service.seen()).handshakeTimes.map((at) => at - downAt);
      expect(Math.min(...waits)).to.be.greaterThan(400);
      expect(Math.max(...waits) - Math.min(...waits)).to.be.greaterThan(1000);
      const busiest = Math.max(
        ...waits.map((from) => waits.filter((at) => at >= from && at < from + 100).length),
      );
      expect(busiest).to.be.lessThan(PAGES / 2);
      scene.saw(`at most ${busiest} of ${PAGES} pages in 0.1 s`);
    },
    24_000,
  );

  fault(
    5,
    'flapping: opens, and dies within 5 s',
    async (scene) => {
      withoutChance(scene);
      const [network, service] = await scene.network();
      await network.control('lifetime', { ms: 300 });
      const page = scene.open(network);
      await page.lists(7);
      let fewest = 7;
      const watching = new MutationObserver(() => {
        fewest = Math.min(fewest, page.names.length);
      });
      watching.observe(page.list.shadowRoot!, { childList: true, subtree: true });
      scene.atEnd(() => watching.disconnect());
      await until(async () => (await service.seen()).handshakes === 3, 'two waits', 14_000);
      const { handshakeTimes } = await service.seen();
      const gaps = handshakeTimes.slice(1).map((at, i) => at - handshakeTimes[i]!);
      expect(gaps[1]).to.be.greaterThan(gaps[0]!);
      await page.says('Polling'); // and the next attempt is a minute away
      expect(fewest, 'nodes shown all the while').to.equal(7);
      scene.saw(
        `7 nodes all the while; waits ${gaps.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
      );
      await network.control('pass');
      page.provider.reconnect();
      await scene.recovers(page);
    },
    20_000,
  );
});
