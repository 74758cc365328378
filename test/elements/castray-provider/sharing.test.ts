import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, until, untilAsync, visibleText } from '../../support/cluster-page.js';

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
    await untilAsync(async () => (await campus.seen()).sockets === 0, 'closed', 8000);
  }).timeout(20_000);
});
