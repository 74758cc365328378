import { expect } from '@open-wc/testing';
import { uncaughtDuring } from '../support/uncaught.js';
import { startNetwork } from '../support/tcp.js';
import { until } from '../support/wait.js';
import { fault } from './fault.js';
import type { Scene } from './scene.js';

/** A listener that throws; of another window, where its errors do not count as the test's own. */
function throwingListener(scene: Scene): { call: () => void; thrown: () => number } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  scene.atEnd(() => frame.remove());
  const script = frame.contentDocument!.createElement('script');
  script.textContent = 'globalThis.listener = () => { throw new Error("of the page"); };';
  frame.contentDocument!.body.append(script);
  let errors = 0;
  frame.contentWindow!.addEventListener('error', (event) => {
    errors += 1;
    event.preventDefault();
  });
  const { listener } = frame.contentWindow as unknown as { listener: () => void };
  return { call: listener, thrown: () => errors };
}

describe('pages that are hard on widgets', () => {
  fault(23, 'an address changed ten times at once', async (scene) => {
    const [first, service] = await scene.network();
    const last = await startNetwork(service);
    const page = scene.open(first, { wsUrl: undefined }); // which then stands below the other
    for (let change = 0; change < 10; change += 1) {
      page.provider.apiBase = (change % 2 === 0 ? last : first).apiBase;
      await page.provider.updateComplete;
    }
    page.provider.apiBase = last.apiBase;
    await scene.reads(page, 'Live');
    // the other's stays for some seconds, for a widget that is only moved
    await until(async () => (await service.seen()).sockets === 1, 'one socket', 9000);
    await first.control('refuse'); // which is in use no more
    await page.newFigures();
    await page.newFigures();
    await page.says('Live');
    scene.saw('the last address, with one socket');
  });

  fault(23, 'a provider moved, with a widget that came before it', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    const { provider, summary } = page;
    const place = provider.parentElement!;
    place.append(summary, provider);
    await scene.reads(page, 'No provider');
    provider.append(summary);
    await page.says('Live');
    const nested = document.createElement('section');
    place.append(nested);
    nested.append(provider);
    await page.newFigures();
    await scene.reads(page, 'Live');
    expect((await service.seen()).maxSockets).to.equal(1);
    expect((await service.seen()).handshakes).to.equal(1);
  });

  fault(24, 'a page of html { font-size: 62.5% }', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    await page.says('Live');
    await page.lists(7);
    const sizes = (): string[] =>
      [page.summary, page.list].flatMap(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('[part]')].map((part) => getComputedStyle(part).fontSize),
      );
    const before = new Set(sizes());
    document.documentElement.style.fontSize = '62.5%';
    scene.atEnd(() => document.documentElement.removeAttribute('style'));
    expect([...new Set(sizes())]).to.have.members([...before]);
    scene.saw('the same sizes');
  });

  fault(
    24,
    'a page whose storage throws, and that has extended Array and Object',
    async (scene) => {
      const refuse = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) {
        const usual = Object.getOwnPropertyDescriptor(window, name)!;
        Object.defineProperty(window, name, { configurable: true, get: refuse });
        scene.atEnd(() => Object.defineProperty(window, name, usual));
      }
      for (const target of [Array.prototype, Object.prototype]) {
        Object.defineProperty(target, 'extension', {
          configurable: true,
          enumerable: true,
          writable: true,
          value: 'of the page',
        });
        scene.atEnd(() => Reflect.deleteProperty(target, 'extension'));
      }
      const service = await scene.service();
      const errors = await uncaughtDuring(async () => {
        const page = scene.open(service);
        await scene.reads(page, 'Live');
        await page.lists(7);
      });
      expect(errors).to.deep.equal([]);
    },
  );

  fault(25, 'a page listener that throws', async (scene) => {
    const service = await scene.service();
    const page = scene.open(service);
    const listener = throwingListener(scene);
    for (const type of ['castray-snapshot-change', 'castray-connection-change']) {
      page.provider.addEventListener(type, listener.call);
    }
    await scene.reads(page, 'Live');
    await page.newFigures();
    await page.lists(7);
    await until(() => listener.thrown() > 2, 'the listener threw again and again');
    scene.saw('the widgets go on');
  });
});
