import { expect, fixture, html } from '@open-wc/testing';
import sinon from 'sinon';
import type { CastrayDiagnostics } from '../../../src/elements/castray-diagnostics/castray-diagnostics.js';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { DiagnosticsPage } from '../../support/diagnostics-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

describe('the doctor', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    sinon.restore();
    delete window.appConfig;
    await service.stop();
  });

  it('checks by its button: every check with its outcome, address and time, and one event', async () => {
    const page = await DiagnosticsPage.mount(service);
    await until(() => page.provider.connection.phase === 'live', 'live');
    expect(page.verdict).to.include('Not checked yet');
    page.button('Check now').click();
    await page.finds('Nothing is wrong.');
    expect(page.line('status')).to.match(/^REST passed · \d+ ms .*http:\/\/127\.0\.0\.1:\d+$/);
    expect(page.line('handshake')).to.match(/^Handshake passed · \d+ ms .*ws:\/\/127\.0\.0\.1/);
    expect(page.line('apiBase')).to.include('Set by api-base.');
    expect(page.line('wsUrl')).to.include('Follows from the CastRay address.');
    expect(page.line('fileServerUrl')).to.include('skipped Not set (file-server-url).');
    expect(page.line('summary')).to.include('Added up from the nodes');
    expect(page.line('sameNodes')).to.include('passed');
    expect(page.events).to.have.length(1);
    const [event] = page.events;
    expect(event!.bubbles && event!.composed).to.equal(true);
    expect(event!.detail.diagnosis).to.equal(page.element.diagnosis);
    expect((await service.seen()).maxSockets).to.equal(1);
  });

  it('asks to reconnect where all is well again and the connection only waits', async () => {
    await service.control('refuseUpgrade', { status: 403 });
    const page = await DiagnosticsPage.mount(service);
    const { provider } = page;
    const wait = () => (provider.connection.nextAttemptAt ?? 0) - Date.now();
    await until(() => wait() > 2000, 'a long wait', 9000);
    await service.control('refuseUpgrade', null);
    await page.element.run();
    await page.finds('Everything answers now. Reconnect.');
  });

  it('has its buttons at the edge, where they have a line to themselves too', async () => {
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    page.element.style.inlineSize = '304px';
    const right = (part: string) => page.get(part).getBoundingClientRect().right;
    await until(() => page.buttons.includes('Copy report'), 'both buttons');
    expect(right('[part=actions] > button:last-of-type')).to.equal(right('[part=verdict]'));
  });

  for (const [what, break_, words] of [
    ['a sign-in', { status: 401, body: {} }, 'a sign-in is needed'],
    ['a service that fails', { status: 500, body: {} }, '(500): an error. See the log'],
    ['a page of HTML', { contentType: 'text/html', body: '<p>' }, 'most likely a file server'],
    ['a wrong path', { status: 404, body: {} }, 'correct the path in the address'],
  ] as const) {
    it(`says it in one sentence: ${what}`, async () => {
      for (const path of ['/api/status', '/api/ray-dashboard']) {
        await service.control('status', { path, ...break_ });
      }
      await service.control('refuseUpgrade', { status: 403 });
      const page = await DiagnosticsPage.mount(service);
      await page.element.run();
      await page.finds(words);
    });
  }

  it('says by https that no answer may be the certificate’s, of which the browser tells nothing', async () => {
    const apiBase = service.apiBase.replace('http', 'https');
    const page = await DiagnosticsPage.mount({ apiBase });
    const words = 'By https, a tab shows whether its certificate is trusted.';
    await page.element.run();
    await page.finds(
      `no answer. Check that CastRay runs there, and the address and port. ${words}`,
    );
    expect(page.line('handshake')).to.include(words);
    page.provider.apiBase = 'http://127.0.0.1:1';
    await page.provider.updateComplete;
    await page.element.run();
    await until(() => page.line('status').includes('http://127.0.0.1:1'), 'the other address');
    for (const id of ['status', 'handshake'] as const)
      expect(page.line(id), id).not.to.include(words);
  });

  it('says it of Ray that is gone, by itself', async () => {
    await service.control('nodes', []);
    const page = await DiagnosticsPage.mount(service);
    await page.finds('CastRay answers, Ray does not: start Ray');
  });

  it('takes it back once Ray is there again, although it looks again only later', async () => {
    await service.control('nodes', []);
    const page = await DiagnosticsPage.mount(service);
    await page.finds('CastRay answers, Ray does not: start Ray');
    await page.done();
    await service.control('nodes', [wireNode(1)]);
    await page.finds('Checking …', 9000);
    await service.control('nodes', []);
    await page.finds('CastRay answers, Ray does not: start Ray', 20_000); // is true once more
    expect(page.events, 'checked once').to.have.length(1);
  }).timeout(40_000);

  it('says it of a proxy that passes no WebSockets', async () => {
    await service.control('refuseUpgrade', { status: 502 });
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    await page.finds(
      'A proxy must pass on Upgrade and Connection, and answer a token with castray.',
    );
  });

  it('says it of memory that reads inverted, with the attribute that corrects it', async () => {
    await service.control('nodes', [wireNode(1, { memory: 7, cpu: 3 })]);
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    await page.finds('Try memory-figure="used" on the provider');
    page.provider.memoryFigure = 'used';
    await page.provider.updateComplete;
    await page.element.run();
    await page.finds('Nothing is wrong.');
  });

  it('says what the page’s content security policy forbids', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    frame.srcdoc = `<meta http-equiv="content-security-policy" content="connect-src 'self'">
      <html lang="en"><script type="module" src="/src/define/all.ts"></script>
      <castray-provider api-base="${service.apiBase}"><castray-diagnostics></castray-diagnostics></castray-provider>`;
    const find = () => frame.contentDocument?.querySelector('castray-diagnostics');
    await until(() => find()?.shadowRoot, 'the element', 10_000);
    await find()!.run();
    // nodes of another window are none of this one's classes
    const read = (selector: string) =>
      find()!.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';
    await until(() => read("[part='verdict']").includes(`add ${service.apiBase} to`), 'the policy');
    expect(read("[data-check='status']")).to.include('see “This page”');
  }).timeout(20_000);

  it('judges the page by where it is, and not by what its links are relative to', async () => {
    const base = document.createElement('base');
    base.href = 'https://widgets.example/';
    document.head.append(base);
    const page = await DiagnosticsPage.mount({ apiBase: 'http://127.0.0.1:1' });
    await page.element.run();
    base.remove();
    await page.finds('no answer');
    expect(page.line('network')).to.equal('Private network passed');
  });

  it('checks the page’s other services only where it is told to', async () => {
    window.appConfig = { vehicleAgentUrl: service.apiBase, frontendBase: 'http://127.0.0.1:1' };
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    expect(page.line('service.vehicleAgentUrl')).to.equal('');
    page.element.setAttribute('services', '');
    await page.element.run();
    await page.element.updateComplete;
    expect(page.line('service.vehicleAgentUrl')).to.include('passed');
    expect(page.line('service.frontendBase')).to.include('No answer: check that it runs');
  });

  it('copies a report in Markdown that holds no secret', async () => {
    const body = { detail: 'token=abc123' };
    await service.control('status', { path: '/api/status', status: 500, body });
    const page = await DiagnosticsPage.mount(service, {
      fileServerUrl: 'http://me:hunter2@127.0.0.1:1/?key=sesame',
      label: 'Alpha',
    });
    await page.element.run();
    await page.element.updateComplete;
    let copied = '';
    const writeText = (text: string): Promise<void> => {
      copied = text;
      return Promise.resolve();
    };
    const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    page.button('Copy report').click();
    await until(() => copied, 'the report');
    Reflect.deleteProperty(navigator, 'clipboard');
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    expect(copied).to.match(/^## Connection check · Alpha\n\n- castray-widgets \d/);
    expect(copied).to.include('### WebSocket').and.include('**failed** · REST');
    expect(copied).to.include(`\`${location.origin}${location.pathname}\``);
    for (const secret of ['abc123', 'hunter2', 'sesame', 'session-id']) {
      expect(copied, secret).not.to.include(secret);
    }
    await until(() => page.part('actions').includes('Copied'), 'said');
  });

  it('puts the report on the page where it may not be copied', async () => {
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    await page.element.updateComplete;
    const clipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    page.button('Copy report').click();
    await until(() => page.find('textarea'), 'the report');
    Reflect.deleteProperty(navigator, 'clipboard');
    if (clipboard) Object.defineProperty(navigator, 'clipboard', clipboard);
    const field = page.get('textarea') as HTMLTextAreaElement;
    expect(field.value).to.include('### CastRay');
  });

  it('checks the cluster that it is told to, at once, also before it was drawn', async () => {
    const page = await DiagnosticsPage.mount(service);
    const element = document.createElement('castray-diagnostics');
    page.provider.append(element);
    await element.run();
    expect(element.diagnosis?.isComplete).to.equal(true);
    const other: CastrayProvider = await fixture(
      html`<castray-provider id="other" api-base="http://127.0.0.1:1"></castray-provider>`,
    );
    element.provider = other.id;
    await element.run();
    const status = element.diagnosis?.checks.find(({ id }) => id === 'status');
    expect(status?.address).to.include('http://127.0.0.1:1');
  });

  it('goes on in another provider, and is quiet without one', async () => {
    const page = await DiagnosticsPage.mount(service);
    await page.element.run();
    await page.finds('Nothing is wrong.');
    const next: CastrayProvider = await fixture(html`<castray-provider></castray-provider>`);
    next.append(page.element);
    await page.finds('Not checked yet');
    page.element.remove();
    const alone: CastrayDiagnostics = await fixture(
      html`<castray-diagnostics lang="en"></castray-diagnostics>`,
    );
    expect(visibleText(alone)).to.include('No provider');
    await alone.run();
  });
});
