import { expect, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import type { CastrayErrorEvent } from '../../../src/elements/events/castray-error-event.js';
import { readSettings } from '../../../src/elements/castray-provider/provider-settings.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

declare global {
  interface Window {
    appConfig?: unknown;
  }
}

describe('where a provider takes its addresses from', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    delete window.appConfig;
    await service.stop();
  });

  it('makes no request without an address, and says what to set', async () => {
    const provider = await mountProvider(
      html`<castray-provider>
        <castray-cluster-summary></castray-cluster-summary>
        <castray-node-list></castray-node-list>
      </castray-provider>`,
    );
    expect(provider.connection.phase).to.equal('unconfigured');
    for (const widget of provider.children) {
      await until(
        () => visibleText(widget).includes('api-base'),
        `${widget.localName} names the setting`,
      );
    }
  });

  it('takes window.appConfig when it appears after the element, key by key, without an event', async () => {
    const provider = await mountProvider(html`<castray-provider></castray-provider>`);
    window.appConfig = {};
    (window.appConfig as Record<string, unknown>)['castrayApiBase'] = service.apiBase;
    await until(() => provider.connection.phase === 'live', 'the page’s configuration counts');
  });

  it('follows window.appConfig when it changes, at once where the page says so', async () => {
    window.appConfig = { castrayApiBase: 'http://127.0.0.1:4999' };
    const provider = await mountProvider(html`<castray-provider></castray-provider>`);
    window.appConfig = { castrayApiBase: service.apiBase };
    window.dispatchEvent(new Event('castray-config-change'));
    await until(() => provider.connection.phase === 'live', 'the new address counts', 1500);
  });

  it('takes what window.appConfig tells where another key of it throws', async () => {
    window.appConfig = {
      get fileServerUrl() {
        throw new Error('not yet');
      },
      castrayApiBase: service.apiBase,
    };
    const provider = await mountProvider(html`<castray-provider></castray-provider>`);
    await until(() => provider.connection.phase === 'live', 'the address that can be read counts');
  });

  it('asks nobody where the page takes it away because of an address', async () => {
    const place = await mountProvider(html`<castray-provider></castray-provider>`);
    const provider = document.createElement('castray-provider');
    provider.apiBase = service.apiBase;
    provider.fileServerUrl = 'javascript:alert(1)';
    provider.addEventListener('castray-error', () => {
      provider.remove();
    });
    place.append(provider);
    expect(provider.isConnected).to.be.false;
    expect(provider.connection.phase).to.equal('paused');
  });

  it('prefers its attribute to window.appConfig', async () => {
    window.appConfig = { castrayApiBase: 'http://127.0.0.1:4999' };
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}></castray-provider>`,
    );
    await until(() => provider.snapshot, 'data of the attribute’s address');
  });

  it('uses a WebSocket address of its own where one is given', async () => {
    const provider = await mountProvider(
      html`<castray-provider ws-url=${service.wsUrl}></castray-provider>`,
    );
    await until(() => provider.snapshot?.source === 'websocket', 'a frame');
    expect((await service.seen()).requests).to.deep.equal({});
  });

  it('survives a window.appConfig that throws when it is read', async () => {
    Object.defineProperty(window, 'appConfig', {
      configurable: true,
      get: () => {
        throw new Error('hostile');
      },
    });
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}></castray-provider>`,
    );
    await until(() => provider.snapshot, 'data in spite of it');
  });

  for (const [what, address] of [
    ['javascript:', 'javascript:alert(1)'],
    ['no URL', 'http://'],
    ['credentials', 'http://user:secret@127.0.0.1:4999'],
  ] as const) {
    it(`refuses an address with ${what}, once on screen and in one event`, async () => {
      const problems: CastrayErrorEvent[] = [];
      const listen = (event: CastrayErrorEvent): number => problems.push(event);
      document.addEventListener('castray-error', listen);
      const provider = await mountProvider(
        html`<castray-provider api-base=${address}>
          <castray-cluster-summary></castray-cluster-summary>
        </castray-provider>`,
      );
      await until(() => visibleText(provider).includes('api-base'), 'a message that names it');
      document.removeEventListener('castray-error', listen);
      expect(problems.map(({ problem }) => [problem.code, problem.field])).to.deep.equal([
        ['bad-address', 'api-base'],
      ]);
      const notice = provider.shadowRoot!.querySelector("[part='notice']")!;
      expect(notice.getBoundingClientRect().height, 'a line or three, no more').to.be.below(120);
      expect(visibleText(provider)).not.to.include('secret');
      expect(provider.connection.phase).to.equal('unconfigured');
    });
  }

  it('keeps the last data, marked as old, when its address is changed to a bad one', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}>
        <castray-cluster-summary></castray-cluster-summary>
      </castray-provider>`,
    );
    await until(() => provider.snapshot, 'first data');
    const before = provider.snapshot?.nodes.length;
    provider.setAttribute('api-base', 'javascript:alert(1)');
    await until(() => provider.connection.phase === 'unconfigured', 'refused');
    expect(provider.snapshot?.nodes.length).to.equal(before);
    const summary = provider.querySelector('castray-cluster-summary') as Element;
    await until(() => visibleText(summary).includes('Not connected'), 'marked as old');
  });

  it('goes on by REST where only the WebSocket address is bad', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} ws-url="ftp://x/"></castray-provider>`,
    );
    await until(() => provider.connection.phase === 'polling', 'polling');
    expect(visibleText(provider)).to.include('ws-url');
  });

  it('drops what it knew when it is pointed at another cluster', async () => {
    const other = await startService({ churn: false, fleet: 'harbour', frameInterval: 200 });
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}></castray-provider>`,
    );
    await until(() => provider.snapshot, 'first data');
    const names = provider.snapshot?.nodes.map((node) => node.name);
    provider.apiBase = other.apiBase;
    await until(
      () => provider.snapshot && !names?.includes(provider.snapshot.nodes[0]?.name ?? ''),
      'the other cluster',
    );
    await other.stop();
  });

  it('follows the last of many quick changes with one socket', async () => {
    const provider = await mountProvider(html`<castray-provider></castray-provider>`);
    for (let port = 4990; port < 5000; port += 1) {
      provider.apiBase = `http://127.0.0.1:${port}`;
      await provider.updateComplete;
    }
    provider.apiBase = service.apiBase;
    await until(() => provider.connection.phase === 'live', 'the last address');
    expect((await service.seen()).sockets).to.equal(1);
  });

  it('shows the same nodes where it is given a worker', async () => {
    const [plain, worked] = await Promise.all([
      mountProvider(html`<castray-provider ws-url=${service.wsUrl}></castray-provider>`),
      mountProvider(
        html`<castray-provider
          ws-url=${service.wsUrl}
          worker="/src/connection/castray-worker.ts"
        ></castray-provider>`,
      ),
    ]);
    const idsOf = (provider: typeof plain) => provider.snapshot?.nodes.map((node) => node.nodeId);
    await until(() => idsOf(plain) && idsOf(worked), 'both have nodes');
    expect(idsOf(worked)).to.deep.equal(idsOf(plain));
    const first = worked.snapshot;
    await until(() => worked.snapshot !== first, 'and it goes on');
  });

  it('refuses a setting that makes no sense by name, and goes on with the usual one', async () => {
    const provider = await mountProvider(
      html`<castray-provider
        api-base=${service.apiBase}
        poll-interval="soon"
        memory-figure="free"
        worker="https://elsewhere.test/castray-worker.js"
      ></castray-provider>`,
    );
    await until(() => provider.connection.phase === 'live', 'live all the same');
    expect(visibleText(provider)).to.include('poll-interval="soon"');
    expect(visibleText(provider)).to.include('memory-figure="free"');
    expect(visibleText(provider)).to.include('worker="https://elsewhere.test');
  });

  it('takes a worker from the origin of its page, and none from an address that has no origin', () => {
    for (const page of ['https://campus.test/', 'file:///page.html']) {
      const { worker, problems } = readSettings({ worker: 'data:text/javascript,' }, {}, page);
      expect(worker, page).to.equal(undefined);
      expect(problems, page).to.have.length(1);
    }
    const { worker } = readSettings({ worker: 'worker.js' }, {}, 'https://campus.test/a/');
    expect(worker).to.equal('https://campus.test/a/worker.js');
  });

  it('names the key of window.appConfig where the fault is in it, and no attribute', async () => {
    window.appConfig = { castrayApiBase: 'ftp://x', castrayMemoryFigure: 'usd' };
    const provider = await mountProvider(html`<castray-provider></castray-provider>`);
    expect(visibleText(provider)).to.include('appConfig.castrayApiBase="ftp://x"');
    expect(visibleText(provider)).to.include('appConfig.castrayMemoryFigure="usd"');
  });

  it('lets scripts in by its store, which is the one of all widgets inside', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase}></castray-provider>`,
    );
    await until(() => provider.store.state.snapshot !== undefined, 'the cluster');
    expect(provider.store.state.snapshot).to.equal(provider.snapshot);
  });
});
