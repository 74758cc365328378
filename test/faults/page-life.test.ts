import { expect } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { fault, withoutChance } from './fault.js';
import type { Scene } from './scene.js';
import { pretendHidden } from '../support/hidden.js';
import { until } from '../support/wait.js';

const HOUR = 3_600_000;

const setClock = (scene: Scene, ms: number): void => {
  const clock = useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
  scene.atEnd(() => clock.restore());
};

/** What the browser says of the page or the network, for the length of a scene. */
function pretend(scene: Scene, target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { configurable: true, get: () => value });
  scene.atEnd(() => Reflect.deleteProperty(target, key));
}

function hide(scene: Scene, hidden: boolean): void {
  pretendHidden(hidden);
  scene.atEnd(pretendHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a page that was away', () => {
  fault(
    6,
    'sleep of 8 h, with the connection lost in it',
    async (scene) => {
      const [network, service] = await scene.network();
      const page = scene.open(network);
      await page.says('Live');
      await network.control('halfOpen');
      const wokeUp = performance.now();
      setClock(scene, 8 * HOUR); // and no event tells of it
      await scene.reads(page, 'These figures are old: from 8 hours ago', 2000);
      await page.lists(7);
      await page.says('Live', 12_000);
      scene.recoveredIn(performance.now() - wokeUp);
      expect((await service.seen()).handshakes).to.equal(2);
    },
    16_000,
  );

  fault(6, 'a short sleep that the connection survives', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    document.dispatchEvent(new Event('resume'));
    await until(async () => (await service.seen()).pings === 1, 'a probe');
    await page.newFigures();
    await scene.reads(page, 'Live');
    scene.saw('probed, on the same socket');
    expect((await service.seen()).handshakes).to.equal(1);
  });

  for (const [number, title, comeBack] of [
    [6, 'a sleep while the connection waits', (scene: Scene) => setClock(scene, 6000)],
    [9, 'the network is back while the connection waits', () => dispatchEvent(new Event('online'))],
    [
      8,
      'back/forward cache while the connection waits',
      () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
  ] as const) {
    fault(
      number,
      title,
      async (scene) => {
        withoutChance(scene);
        const [network, service] = await scene.network();
        await network.control('refuse');
        const page = scene.open(network);
        const wait = () => (page.provider.connection.nextAttemptAt ?? 0) - Date.now();
        await until(() => wait() > 4000, 'a long wait', 9000);
        await network.control('pass');
        await service.control('forget');
        const since = performance.now();
        comeBack(scene);
        await page.says('Live', 2000);
        scene.recoveredIn(performance.now() - since);
        await scene.reads(page, 'Live');
        expect((await service.seen()).handshakes).to.equal(1);
      },
      14_000,
    );
  }

  fault(7, 'hidden for 10 min', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    const shadows = [page.summary.shadowRoot!, page.list.shadowRoot!];
    let renders = 0;
    const watching = new MutationObserver(() => (renders += 1));
    const timers = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    hide(scene, true);
    timers.restore(); // the only timer in it is the one of the hidden page
    await page.newFigures();
    for (const shadow of shadows) {
      watching.observe(shadow, { childList: true, subtree: true, characterData: true });
    }
    await page.newFigures();
    timers.tick(10 * 60_000);
    await until(async () => (await service.seen()).sockets === 0, 'the socket given back');
    expect(page.provider.connection.phase).to.equal('paused');
    expect(renders, 'renders of a hidden page').to.equal(0);
    const shown = performance.now();
    hide(scene, false);
    await until(() => page.provider.connection.phase === 'live', 'live', 2000);
    await page.newFigures();
    scene.recoveredIn(performance.now() - shown);
    await scene.reads(page, 'Live');
    expect(renders, 'no burst of renders').to.be.below(20);
    watching.disconnect();
  });

  fault(8, 'back/forward cache', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(async () => (await service.seen()).sockets === 0, 'no socket in the cache');
    await page.lists(7);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await scene.recovers(page);
    await scene.reads(page, '7 alive');
    expect((await service.seen()).maxSockets).to.equal(1);
  });

  fault(8, 'a frozen tab', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    hide(scene, true);
    document.dispatchEvent(new Event('freeze'));
    await until(async () => (await service.seen()).sockets === 0, 'no socket while frozen');
    document.dispatchEvent(new Event('resume'));
    expect(page.provider.connection.phase, 'thawed, and still hidden').to.equal('paused');
    hide(scene, false);
    await scene.recovers(page);
    await scene.reads(page, 'Live');
    expect((await service.seen()).maxSockets).to.equal(1);
  });

  fault(8, 'frozen and put away, with keep-alive', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    page.provider.setAttribute('keep-alive', '');
    await page.says('Live');
    hide(scene, true);
    document.dispatchEvent(new Event('freeze'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await page.newFigures();
    hide(scene, false);
    await scene.reads(page, 'Live');
    expect((await service.seen()).handshakes).to.equal(1);
  });

  fault(9, 'the browser says offline, the service is on the LAN', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    const phases = page.watchPhases();
    pretend(scene, navigator, 'onLine', false);
    window.dispatchEvent(new Event('offline'));
    await page.newFigures();
    await page.newFigures();
    window.dispatchEvent(new Event('online'));
    await page.newFigures();
    await scene.reads(page, 'Live');
    expect(phases).to.deep.equal(['live']);
    expect((await service.seen()).handshakes).to.equal(1);
  });
});
