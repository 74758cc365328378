import { expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import type { CastrayErrorEvent } from '../../../src/elements/events/castray-error-event.js';
import type { ConnectionChangeEvent } from '../../../src/elements/events/connection-change-event.js';
import type { SnapshotChangeEvent } from '../../../src/elements/events/snapshot-change-event.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

describe('what a page author gets from a provider', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    await service.stop();
  });

  const mount = () =>
    mountProvider(html`<castray-provider api-base=${service.apiBase}></castray-provider>`);

  it('tells of new figures by an event that bubbles out of shadow roots, with typed fields', async () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('castray-provider'));
    const provider = host.shadowRoot?.firstElementChild;
    provider?.setAttribute('api-base', service.apiBase);
    const heard = oneEvent<SnapshotChangeEvent>(document.body, 'castray-snapshot-change');
    document.body.append(host);
    const event = await heard;
    expect(event.snapshot.nodes.length).to.be.greaterThan(4);
    expect(event.detail).to.equal(event);
    host.remove();
  });

  it('takes keep-alive="false", as Vue writes it, for off', async () => {
    const provider = await mount();
    for (const [value, isOn] of [
      ['', true],
      ['false', false],
      ['true', true],
    ] as const) {
      provider.setAttribute('keep-alive', value);
      expect(provider.keepAlive, value).to.equal(isOn);
    }
    provider.removeAttribute('keep-alive');
    expect(provider.keepAlive).to.be.false;
  });

  it('tells of the connection’s phases, each with the one before', async () => {
    const phases: string[] = [];
    const listen = ({ connection, previous }: ConnectionChangeEvent): void => {
      if (connection.phase !== previous.phase)
        phases.push(`${previous.phase} → ${connection.phase}`);
    };
    document.addEventListener('castray-connection-change', listen);
    const provider = await mount();
    await until(() => provider.connection.phase === 'live', 'live');
    await service.control('down');
    await until(() => provider.connection.phase === 'reconnecting', 'reconnecting');
    await service.control('up');
    await until(() => provider.connection.phase === 'live', 'live again', 8000);
    document.removeEventListener('castray-connection-change', listen);
    expect(phases).to.deep.equal([
      'unconfigured → connecting',
      'connecting → live',
      'live → reconnecting',
      'reconnecting → live',
    ]);
  }).timeout(15_000);

  it('tells of a fault once, with its code and the address that was tried', async () => {
    await service.control('down');
    const heard = oneEvent<CastrayErrorEvent>(document, 'castray-error');
    const provider = await mount();
    const { problem } = await heard;
    expect(['unreachable', 'socket-refused']).to.include(problem.code);
    expect(problem.address).to.include('127.0.0.1');
    await until(() => provider.connection.lastError, 'the connection says it too');
  });

  it('asks REST when told to refresh, and is then done', async () => {
    const provider = await mount();
    await until(() => provider.connection.phase === 'live', 'live');
    const asked = (await service.seen()).requests['/api/ray-dashboard'] ?? 0;
    await provider.refresh();
    expect((await service.seen()).requests['/api/ray-dashboard']).to.equal(asked + 1);
  });

  it('stands still while paused, gives the socket back, and goes on with the same nodes', async () => {
    const provider = await mount();
    await until(() => provider.connection.phase === 'live', 'live');
    provider.pause();
    const before = provider.snapshot;
    expect(provider.connection.phase).to.equal('paused');
    await until(async () => (await service.seen()).sockets === 0, 'socket given back', 8000);
    await service.control('step');
    expect(provider.snapshot).to.equal(before);
    provider.resume();
    await until(() => provider.connection.phase === 'live', 'live again');
    const ids = (nodes = provider.snapshot?.nodes) => nodes?.map((node) => node.nodeId);
    expect(ids()).to.deep.equal(ids(before?.nodes));
  }).timeout(15_000);

  it('reconnects at once when told to', async () => {
    await service.control('refuseUpgrade', { status: 403 });
    const provider = await mount();
    await until(() => provider.connection.attempt > 0, 'a failed attempt');
    await service.control('refuseUpgrade', null);
    provider.reconnect();
    await until(() => provider.connection.phase === 'live', 'live', 1500);
  });
});
