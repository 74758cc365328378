import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { SMALL, startHeld, NodeListPage } from '../../support/node-list-page.js';
import { until } from '../../support/wait.js';

/** Port 1 of this computer, where nothing listens. */
const NOBODY = 'http://127.0.0.1:1';

describe('the node list with nothing to show, or nothing new', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startHeld();
  });
  afterEach(async () => {
    fixtureCleanup();
    await service.stop();
  });

  async function list(markup: TemplateResult): Promise<Element> {
    const root = await fixture<HTMLElement>(html`<div>${markup}</div>`);
    return root.querySelector('castray-node-list')!;
  }

  const says = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it says “${text}”`);
  const picture = (element: Element) =>
    element.shadowRoot?.querySelector("[part='empty'] svg")?.innerHTML;
  const part = (element: Element, name: string) =>
    element.shadowRoot?.querySelector(`[part='${name}']`) ?? null;

  it('says in each case which it is, each with a picture of its own', async () => {
    const pictures: (string | undefined)[] = [];
    async function see(markup: TemplateResult, text: string): Promise<Element> {
      const element = await list(markup);
      await says(element, text);
      pictures.push(picture(element));
      return element;
    }
    const inProvider = (address: string) =>
      html`<castray-provider api-base=${address}>
        <castray-node-list></castray-node-list>
      </castray-provider>`;
    await see(html`<castray-node-list></castray-node-list>`, 'No provider');
    await see(
      html`<castray-provider><castray-node-list></castray-node-list></castray-provider>`,
      'No usable address',
    );
    const failing = await see(inProvider(NOBODY), 'Reconnect');
    expect(part(failing, 'skeleton')).to.equal(null);
    expect(visibleText(part(failing, 'empty')!)).to.match(/^Not connected yet, trying again/);
    await service.control('stall', { ms: null });
    const waiting = await see(inProvider(service.apiBase), 'Connecting');
    expect(part(waiting, 'skeleton')).not.to.equal(null);
    await service.control('frame', { type: 'cluster_status', data: { nodes: [] } });
    await service.control('stall', { ms: 0 });
    await see(inProvider(service.apiBase), 'No nodes reported');
    expect(new Set(pictures)).to.have.property('size', 5);
    expect(pictures).not.to.include(undefined);
  });

  it('waits without figures while paused, and goes on from its button', async () => {
    const markup = html`<castray-provider
      ><castray-node-list></castray-node-list
    ></castray-provider>`;
    const element = await list(markup);
    const provider = element.closest('castray-provider')!;
    provider.pause();
    provider.apiBase = service.apiBase;
    await says(element, 'Paused');
    part(element, 'empty')!.querySelector('button')!.click();
    await says(element, 'Node-2');
  });

  it('keeps the last nodes when the connection is lost, and says of when they are', async () => {
    const page = await NodeListPage.mount(service);
    await service.control('down');
    await page.says('These figures are from');
    expect(page.names).to.have.length(SMALL.length);
    expect(page.get("[part='scroller']").classList.contains('old')).to.equal(true);
    await service.control('up');
    await until(() => !page.text.includes('These figures are from'), 'current again', 10_000);
  }).timeout(15_000);

  it('has a button to try again beside the last nodes once nothing is tried by itself', async () => {
    const page = await NodeListPage.mount(service);
    const buttons = () => page.all("[part='notice'] button");
    await service.control('closeSockets', { code: 4404, reason: 'no such cluster' });
    await page.says('was closed for good');
    expect(page.names).to.have.length(SMALL.length);
    expect(buttons().map(visibleText)).to.deep.equal(['Reconnect']);
    buttons()[0]!.click();
    await until(() => page.provider.connection.phase === 'live', 'live');
    await until(() => buttons().length === 0, 'no button');
  });

  it('keeps the last nodes when the service suddenly names none', async () => {
    const page = await NodeListPage.mount(service);
    await page.send([]);
    expect(page.names).to.have.length(SMALL.length);
    expect(page.part('notice')).to.include('suddenly');
  });

  it('does not say that CastRay answers once it does so no longer', async () => {
    await service.control('frame', { type: 'cluster_status', data: { nodes: [] } });
    const page = await NodeListPage.mount(service);
    await page.says('CastRay answers, but cannot reach Ray');
    await service.control('down');
    await page.says('Not connected');
    expect(page.text).to.include('No nodes reported').and.not.include('CastRay answers');
  });

  it('says that a list of exactly 100 may have been cut', async () => {
    const page = await NodeListPage.mount(service);
    const nodes = Array.from({ length: 100 }, (_, i) => ({
      ...SMALL[0],
      nodeId: `${i}`.padStart(56, '0'),
      name: `N${i}`,
    }));
    await page.send(nodes);
    expect(page.part('status')).to.include('100');
    expect(page.part('notice')).to.include('100');
  });

  it('forgets the nodes of a provider that it was moved away from', async () => {
    const page = await NodeListPage.mount(service);
    page.element.provider = 'elsewhere';
    await page.element.updateComplete;
    await page.says('“elsewhere”');
    expect(page.names).to.deep.equal([]);
  });
});
