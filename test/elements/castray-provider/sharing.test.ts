import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import '../../../src/define/castray-files.js';
import { VERSION } from '../../../src/version.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

describe('providers and the widgets around them', () => {
  let campus: TestService;
  let harbour: TestService;

  beforeEach(async () => {
    campus = await startService({ churn: false, frameInterval: 200 });
    harbour = await startService({ churn: false, fleet: 'harbour', frameInterval: 200 });
  });
  afterEach(async () => {
    await campus.stop();
    await harbour.stop();
  });

  const shows = (widget: Element | null, label: string) =>
    until(
      () => widget && visibleText(widget).includes(label) && visibleText(widget).includes('Live'),
      `${label} is live in ${widget?.id ?? ''}`,
    );

  it('share one socket where they have one endpoint', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <castray-provider api-base=${campus.apiBase}></castray-provider>
        <castray-provider api-base=${campus.apiBase}></castray-provider>
      </div>`,
    );
    const providers = [...root.querySelectorAll('castray-provider')];
    await until(
      () => providers.every((provider) => provider.connection.phase === 'live'),
      'both live',
    );
    expect((await campus.seen()).maxSockets).to.equal(1);
  });

  it('give the token of one to the worker of none but its own', async () => {
    const told: string[] = [];
    const channel = new BroadcastChannel('told-to-a-worker');
    channel.onmessage = ({ data }) => told.push(JSON.stringify(data));
    const script = `
      postMessage({ kind: 'ready', version: '${VERSION}' });
      onmessage = ({ data }) => new BroadcastChannel('told-to-a-worker').postMessage(data);`;
    const worker = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const mine = await mountProvider(
      html`<castray-provider .token=${'secret'} api-base=${campus.apiBase}></castray-provider>`,
    );
    await until(() => mine.connection.phase === 'live', 'live');
    await mountProvider(
      html`<castray-provider api-base=${campus.apiBase} worker=${worker}></castray-provider>`,
    );
    await campus.control('drop');
    await until(() => told.length > 0, 'the worker has a socket to open');
    expect(told.join()).not.to.include('secret');
    await until(async () => (await campus.seen()).handshakes === 2, 'it comes in again');
    await until(() => mine.connection.phase === 'live', 'live again');
    channel.close();
    expect(told.join()).not.to.include('secret');
  });

  it('are several clusters, also one inside the other; a widget belongs to the nearest', async () => {
    const root = await fixture<HTMLElement>(
      html`<castray-provider api-base=${campus.apiBase} label="Campus">
        <castray-cluster-summary id="outer"></castray-cluster-summary>
        <castray-provider api-base=${harbour.apiBase} label="Harbour">
          <castray-cluster-summary id="inner"></castray-cluster-summary>
        </castray-provider>
      </castray-provider>`,
    );
    await shows(root.querySelector('#outer'), 'Campus');
    await shows(root.querySelector('#inner'), 'Harbour');
  });

  it('are found by id from anywhere, also when they come later, and missed when they go', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><castray-cluster-summary provider="late"></castray-cluster-summary></div>`,
    );
    const widget = root.querySelector('castray-cluster-summary') as Element;
    await until(() => visibleText(widget).includes('“late”'), 'it says what it misses');
    const provider = document.createElement('castray-provider');
    provider.id = 'late';
    provider.setAttribute('api-base', campus.apiBase);
    provider.setAttribute('label', 'Campus');
    root.append(provider);
    await shows(widget, 'Campus');
    provider.remove();
    await until(() => visibleText(widget).includes('“late”'), 'missed again');
  });

  it('are found by an id that they are given late, and missed where it is changed', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <castray-cluster-summary provider="late"></castray-cluster-summary>
        <castray-provider api-base=${campus.apiBase} label="Campus"></castray-provider>
      </div>`,
    );
    const widget = root.querySelector('castray-cluster-summary');
    const provider = root.querySelector('castray-provider')!;
    await until(() => provider.connection.phase === 'live', 'live');
    provider.id = 'late';
    await shows(widget, 'Campus');
    provider.id = 'other';
    await until(() => visibleText(widget!).includes('“late”'), 'missed again');
  });

  it('are found by id in the shadow roots around a widget, the upload in another one too', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const app = host.attachShadow({ mode: 'open' });
    const provider = document.createElement('castray-provider');
    provider.id = 'inside';
    provider.apiBase = campus.apiBase;
    provider.label = 'Campus';
    const panel = document.createElement('div');
    const files = document.createElement('castray-files');
    const summary = document.createElement('castray-cluster-summary');
    files.provider = summary.provider = 'inside';
    files.setAttribute('actions', 'upload');
    app.append(provider, panel, files);
    panel.attachShadow({ mode: 'open' }).append(summary);
    await shows(summary, 'Campus');
    await until(() => visibleText(files).includes('Choose files'), 'the upload in the files');
  });

  it('are not taken for another one that stands around a thing of its id', async () => {
    const root = await fixture<HTMLElement>(
      html`<castray-provider api-base=${campus.apiBase} label="Campus" lang="en">
        <castray-cluster-summary id="near"></castray-cluster-summary>
        <section id="harbour">
          <castray-cluster-summary id="far" provider="harbour"></castray-cluster-summary>
        </section>
      </castray-provider>`,
    );
    await shows(root.querySelector('#near'), 'Campus');
    expect(visibleText(root.querySelector('#far')!)).to.include('“harbour”');
  });

  it('are missed where they stood around a slot and go, and found where another one comes', async () => {
    const host = await fixture<HTMLElement>(
      html`<div lang="en"><castray-cluster-summary></castray-cluster-summary></div>`,
    );
    const root = host.attachShadow({ mode: 'open' });
    const widget = host.querySelector('castray-cluster-summary')!;
    const around = (slot: HTMLElement, { apiBase }: TestService, label: string) => {
      const provider = document.createElement('castray-provider');
      Object.assign(provider, { apiBase, label });
      provider.append(slot);
      root.append(provider);
      return provider;
    };
    const slot = document.createElement('slot');
    const first = around(slot, campus, 'Campus');
    await shows(widget, 'Campus');
    root.append(slot);
    first.remove();
    await until(() => visibleText(widget).includes('No provider'), 'missed');
    around(slot, harbour, 'Harbour');
    await shows(widget, 'Harbour');
  });

  it('stay those of their widgets while they are paused', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${campus.apiBase} label="Campus" lang="en">
        <castray-cluster-summary></castray-cluster-summary>
      </castray-provider>`,
    );
    const widget = provider.querySelector('castray-cluster-summary')!;
    await shows(widget, 'Campus');
    provider.pause();
    await until(() => visibleText(widget).includes('Paused'), 'paused');
    expect(visibleText(widget)).to.include('Campus').and.include('alive');
    provider.resume();
    await shows(widget, 'Campus');
  });

  it('let go of a widget that is moved to another one', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <castray-provider api-base=${campus.apiBase} label="Campus">
          <castray-cluster-summary></castray-cluster-summary>
        </castray-provider>
        <castray-provider api-base=${harbour.apiBase} label="Harbour"></castray-provider>
      </div>`,
    );
    const widget = root.querySelector('castray-cluster-summary') as Element;
    await shows(widget, 'Campus');
    root.querySelectorAll('castray-provider')[1]?.append(widget);
    await shows(widget, 'Harbour');
    root.append(widget);
    await until(() => visibleText(widget).includes('No provider'), 'without any');
  });

  it('keep their one socket when they are moved in the page', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <castray-provider api-base=${campus.apiBase}></castray-provider>
        <section></section>
      </div>`,
    );
    const provider = root.querySelector('castray-provider')!;
    await until(() => provider.connection.phase === 'live', 'live');
    root.querySelector('section')?.append(provider);
    await until(() => provider.connection.phase === 'live', 'live after the move');
    expect((await campus.seen()).handshakes).to.equal(1);
  });

  it('give their socket back some seconds after they have left the page', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${campus.apiBase}></castray-provider>`,
    );
    await until(() => provider.connection.phase === 'live', 'live');
    provider.remove();
    await until(async () => (await campus.seen()).sockets === 0, 'closed', 8000);
  }).timeout(20_000);
});
