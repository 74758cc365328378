import { expect, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import '../../../src/define/castray-connection.js';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import { replaceAddresses } from '../../../src/store/replaced-addresses.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

const EVENTS = ['castray-error', 'castray-connection-change', 'castray-snapshot-change'];

/** The fields that an event has of its own; `detail` is the event itself. */
const fieldsOf = (event: Event): unknown =>
  Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'detail'));

/** Everything that the widgets tell of themselves. */
function listenTo(provider: CastrayProvider): () => string {
  const told: unknown[] = [];
  for (const type of EVENTS) {
    provider.addEventListener(type, (event) => told.push(type, fieldsOf(event)));
  }
  return () => {
    const widgets = [...provider.querySelectorAll('*')].map(visibleText);
    const requested = performance.getEntriesByType('resource').map(({ name }) => name);
    const { connection, snapshot, outerHTML } = provider;
    const all = [
      told,
      connection,
      snapshot,
      outerHTML,
      widgets,
      requested,
      Object.entries(provider).map(String),
    ];
    return JSON.stringify(all);
  };
}

describe('a provider with a token', () => {
  let service: TestService;
  const phase = (provider: CastrayProvider, wanted: string) =>
    until(() => provider.connection.phase === wanted, wanted, 8000);

  async function mount(token: CastrayProvider['token']): Promise<CastrayProvider> {
    const provider = await mountProvider(
      html`<castray-provider .token=${token} api-base=${service.apiBase}>
        <castray-cluster-summary></castray-cluster-summary>
        <castray-connection open></castray-connection>
      </castray-provider>`,
    );
    return provider;
  }

  /** What REST and the socket were asked: they begin side by side, and either may be first. */
  async function asked() {
    for (;;) {
      const { paths } = await service.seen();
      const { '/api/ray-dashboard': rest, '/ws': socket } = paths;
      if (rest?.methods['GET'] && socket) return { rest, socket };
    }
  }

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(() => service.stop());

  it('gives it to no address that a user put in the place of another', async () => {
    const from = 'http://127.0.0.1:9';
    replaceAddresses([{ field: 'apiBase', setting: 'api-base', from, to: service.apiBase }]);
    const provider = await mountProvider(
      html`<castray-provider .token=${'good'} api-base=${from}></castray-provider>`,
    );
    await phase(provider, 'live');
    const { rest } = await asked();
    expect(rest.authorizations.filter(Boolean)).to.deep.equal([]);
  });

  it('comes in, by both ways', async () => {
    await service.control('tokens', ['good']);
    await phase(await mount('good'), 'live');
    const { rest, socket } = await asked();
    expect(rest.authorizations).to.deep.equal(['Bearer good']);
    expect(socket.protocols).to.deep.equal(['castray, bearer.good']);
  });

  it('renews it when the socket is closed for want of one, and does not stop', async () => {
    await service.control('tokens', ['one', 'two']);
    const tokens = ['one', 'two'];
    const provider = await mount(async () => tokens.shift());
    await phase(provider, 'live');
    const phases: string[] = [];
    provider.addEventListener('castray-connection-change', ({ connection }) =>
      phases.push(connection.phase),
    );
    await service.control('closeSockets', { code: 4401, reason: 'token has expired' });
    await until(() => phases.includes('reconnecting'), 'lost');
    await phase(provider, 'live');
    expect(phases).not.to.include('stopped');
    expect((await service.seen()).paths['/ws']!.protocols).to.have.length(2);
  });

  it('stops where it is refused, goes on with another one, and never tells either', async () => {
    await service.control('tokens', ['secret-good']);
    const provider = await mount('secret-bad');
    const told = listenTo(provider);
    await phase(provider, 'stopped');
    await until(() => visibleText(provider.firstElementChild!).includes('a sign-in'), 'says why');
    expect(told()).to.include('unauthorized').and.not.to.include('secret');
    provider.token = 'secret-good';
    await phase(provider, 'live');
    await service.control('tokens', []);
    await service.control('closeSockets', { code: 1008, reason: 'secret-good is over' });
    await phase(provider, 'stopped');
    await until(() => told().includes('… is over'), 'tells the reason without the token');
    expect(told()).not.to.include('secret');
    expect(provider.token).to.be.undefined;
  });

  it('asks for another one when it is told to go on', async () => {
    await service.control('tokens', ['signed-in']);
    let token = 'expired';
    const provider = await mount(() => token);
    await phase(provider, 'stopped');
    token = 'signed-in';
    provider.reconnect();
    await phase(provider, 'live');
  });

  it('takes a token that was set before the element was defined', async () => {
    await service.control('tokens', ['early']);
    const inert = document.implementation.createHTMLDocument().createElement('castray-provider');
    Object.assign(inert, { token: 'early' });
    inert.setAttribute('api-base', service.apiBase);
    const place = await mountProvider(html`<castray-provider></castray-provider>`);
    place.append(inert);
    await phase(inert, 'live');
    expect((await asked()).rest.methods['GET'], 'with it, at the first try').to.equal(1);
  });

  it('says that a token which no header can hold was refused, and does not repeat it', async () => {
    const told = 'token="…": refused';
    const provider = await mount('Bearer topsecret'); // its scheme is ours to write
    await until(() => visibleText(provider).includes(told), 'refused by name');
    expect(visibleText(provider)).not.to.include('topsecret');
    provider.token = 'good';
    await until(() => !visibleText(provider).includes(told), 'the next one is not');
  });

  it('says of credentials that make no sense that they were refused, and does not repeat them', async () => {
    const provider = await mount(undefined);
    for (const given of ['hunter2', Object.create(null) as string]) {
      provider.credentials = given;
      await until(() => visibleText(provider).includes('credentials="…": refused'), 'named');
      expect(visibleText(provider)).not.to.include('hunter2');
    }
  });
});
