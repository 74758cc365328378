import { expect } from '@open-wc/testing';
import { checkText } from '../../src/text/check-text.js';
import { diagnosticsCatalogue } from '../../src/text/diagnostics.js';
import { examine } from '../support/doctor.js';
import type { TcpFaults } from '../support/tcp.js';
import { until } from '../support/wait.js';
import { fault, faultsAtOnce, withoutChance, type Act } from './fault.js';

const noUpgrade =
  (refusal: TcpFaults['noUpgrade']): Act =>
  async (scene) => {
    withoutChance(scene);
    const [network] = await scene.network();
    await network.control('noUpgrade', refusal);
    const page = scene.open(network, { pollInterval: 1 });
    await page.lists(7); // by REST, before the socket has failed for good
    await scene.reads(page, 'Polling', 9000);
    await scene.reads(page, 'a proxy passes no WebSockets');
    expect(page.text).to.include(network.wsUrl);
    await page.newFigures();
    await network.control('pass');
    page.provider.reconnect();
    await scene.recovers(page);
  };

describe('a proxy that passes no upgrade', () => {
  const title = (how: string): string => `proxy that passes no upgrade: the handshake ${how}`;
  faultsAtOnce(
    [
      [10, title('is answered with 426'), noUpgrade({ status: 426 })],
      [10, title('is answered with 400'), noUpgrade({ status: 400 })],
      [10, title('loses its Upgrade header'), noUpgrade({ strip: true })],
    ],
    20_000,
  );
});

describe('a service that cannot be reached, or not in every way', () => {
  fault(1, 'service down when the page loads', async (scene) => {
    const [network, service] = await scene.network();
    await network.control('refuse');
    const page = scene.open(network);
    await scene.reads(page, 'Connecting');
    await scene.reads(page, 'no answer. Check that CastRay runs there, and the address and port');
    expect(page.text).to.include(network.apiBase);
    await network.control('pass');
    await scene.recovers(page, 6000);
    await page.lists(7);
    expect((await service.seen()).sockets).to.equal(1);
  });

  fault(11, 'the browser itself refuses the addresses: an https page', async (scene) => {
    const service = await scene.service();
    const { WebSocket: usual, fetch: usualFetch } = window;
    let attempts = 0;
    // loopback is exempt from mixed content, so the browser's refusal is played
    window.WebSocket = new Proxy(usual, {
      construct() {
        attempts += 1;
        throw new DOMException('insecure WebSocket connection from an https page', 'SecurityError');
      },
    });
    window.fetch = (input, init) =>
      input instanceof Request || !String(input).startsWith(service.apiBase)
        ? usualFetch(input, init)
        : Promise.reject(new TypeError('mixed content'));
    const restore = () => Object.assign(window, { WebSocket: usual, fetch: usualFetch });
    scene.atEnd(restore);
    const page = scene.open(service);
    const codes: string[] = [];
    page.provider.addEventListener('castray-error', ({ problem }) => codes.push(problem.code));
    await scene.reads(page, 'From an https page, only wss is allowed');
    expect(page.text).to.include(service.wsUrl);
    expect(attempts).to.be.lessThan(3); // no storm
    await until(() => codes.includes('unreachable'), 'REST has failed, too');
    await page.provider.updateComplete;
    expect(page.text).to.include('From an https page, only wss is allowed');
    restore();
    page.provider.reconnect();
    await scene.recovers(page);
  });

  fault(11, 'the browser denies a public page the private address', async (scene) => {
    const page = { url: 'https://campus.example/', localNetwork: 'denied' } as const;
    const { last } = await examine({ apiBase: 'http://127.0.0.1:1' }, { page });
    expect(last.cause?.id).to.equal('network');
    const sentence = checkText(last.cause!, diagnosticsCatalogue.in('en'));
    expect(sentence).to.include('denies this page the local network: allow it');
    scene.saw(`“${sentence}”`);
  });

  for (const status of [401, 403]) {
    fault(16, `a sign-in is needed: HTTP ${status}`, async (scene) => {
      const service = await scene.service();
      await service.control('status', { path: '/api/ray-dashboard', status, body: {} });
      await service.control('refuseUpgrade', { status });
      const codes: string[] = [];
      const page = scene.open(service);
      page.provider.addEventListener('castray-error', ({ problem }) => codes.push(problem.code));
      await scene.reads(page, 'a sign-in is needed');
      await scene.reads(page, 'Stopped');
      expect(codes).to.include('unauthorized');
      await service.control('reset');
      page.button('Reconnect').click();
      await scene.recovers(page);
      expect((await service.seen()).maxSockets).to.equal(1);
    });
  }

  for (const [code, reason, said] of [
    [1008, 'policy violated', 'a sign-in is needed'],
    [4401, 'token has expired', 'a sign-in is needed'],
    [4404, 'no such cluster', 'was closed for good'],
  ] as const) {
    fault(16, `the socket is closed by the service: ${code}`, async (scene) => {
      const service = await scene.service();
      const page = scene.open(service);
      const statuses: (number | undefined)[] = [];
      page.provider.addEventListener('castray-error', (event) =>
        statuses.push(event.problem.status),
      );
      await page.says('Live');
      await service.control('closeSockets', { code, reason });
      await scene.reads(page, `(${code} ${reason}): ${said}`);
      expect(statuses).to.include(code);
      await scene.reads(page, 'Stopped');
      await page.lists(7); // the last known nodes stay
      page.button('Reconnect').click();
      await scene.recovers(page);
    });
  }

  fault(17, 'the port of the file server, whose answer the page may not read', async (scene) => {
    const { filesUrl } = await scene.service({ fileServer: true });
    const page = scene.open({ apiBase: filesUrl! });
    await scene.reads(page, 'something answers, but not to this page: a file server');
    expect(page.text).to.include(`${filesUrl}/api/ray-dashboard`);
  });

  fault(17, 'a file server whose answer the page may read', async (scene) => {
    const service = await scene.service();
    const contentType = 'text/html;charset=utf-8';
    const body = '<!DOCTYPE HTML><html lang="en"><title>Error response</title></html>';
    await service.control('rest', { status: 404, contentType, body });
    await service.control('refuseUpgrade', { status: 404 });
    const page = scene.open(service);
    await scene.reads(page, 'what answers is not CastRay');
    await scene.reads(page, 'a file server may be listening there');
    expect(page.text).to.include(service.apiBase);
    await service.control('reset');
    page.button('Reconnect').click();
    await scene.recovers(page);
  });

  fault(17, 'a wrong path', async (scene) => {
    const { apiBase } = await scene.service();
    const page = scene.open({ apiBase: `${apiBase}/castray` });
    await scene.reads(page, '404 Not Found');
    expect(page.text).to.include(`${apiBase}/castray/api/ray-dashboard`);
  });
});
