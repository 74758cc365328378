import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

const TAGS = ['castray-cluster-summary', 'castray-connection', 'castray-node-list'];
/** An answer within so many ms is the first thing that is drawn; the test leaves some to a busy machine. */
const SOON = 70;

describe('the first picture', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ nodes: 80 });
  });
  afterEach(async () => {
    fixtureCleanup();
    await service.stop();
  });

  /** What each element said first, and how long the first figures took. */
  async function load(): Promise<{ said: readonly string[]; answeredAfter: number }> {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const provider = document.createElement('castray-provider');
    provider.apiBase = service.apiBase;
    const elements = TAGS.map((tag) => document.createElement(tag));
    provider.append(...elements);
    const answer = new Promise<number>((resolve) => {
      page.addEventListener('castray-snapshot-change', () => resolve(performance.now()));
    });
    const connectedAt = performance.now();
    page.append(provider);
    const drawn = elements.map(
      (element) =>
        new Promise<string>((resolve) => {
          new MutationObserver(() => resolve(visibleText(element))).observe(element.shadowRoot!, {
            childList: true,
          });
        }),
    );
    return { answeredAfter: (await answer) - connectedAt, said: await Promise.all(drawn) };
  }

  it('has the figures of a service that answers at once', async () => {
    let said: readonly string[] = [];
    for (let loads = 0; loads < 20 && said.length === 0; loads += 1) {
      const one = await load();
      if (one.answeredAfter < SOON) said = one.said;
    }
    const [summary, connection, list] = said;
    expect(summary, `the summary, if one of 20 loads took less than ${SOON} ms`).to.include(
      '80 alive',
    );
    expect(connection).to.include('updated');
    expect(list).to.include('80 nodes');
  });

  it('says that it waits for a service that does not answer', async () => {
    await service.control('stall', { ms: null });
    await service.control('refuseUpgrade', { status: 'never' });
    const root = await fixture<HTMLElement>(
      html`<div>
        <castray-provider api-base=${service.apiBase}>
          <castray-cluster-summary></castray-cluster-summary>
          <castray-connection></castray-connection>
          <castray-node-list></castray-node-list>
        </castray-provider>
      </div>`,
    );
    for (const tag of TAGS) {
      const element = root.querySelector(tag)!;
      await until(() => visibleText(element).includes('Connecting'), `${tag} says so`);
    }
  });
});
