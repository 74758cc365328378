import { expect, fixture, html } from '@open-wc/testing';
import sinon from 'sinon';
import type { CastrayConnection } from '../../../src/elements/castray-connection/castray-connection.js';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { ConnectionPage } from '../../support/connection-page.js';
import { until } from '../../support/wait.js';

describe('what the connection says', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    sinon.restore();
    await service.stop();
  });

  it('is the phase, the age of the data and the round-trip time', async () => {
    const page = await ConnectionPage.mount(service, { label: 'Harbour' });
    await page.is('Live');
    await until(() => /^round trip \d+ ms$/.test(page.part('round-trip')), 'a round-trip time');
    expect(page.part('age')).to.match(/^updated (now|\d+ seconds? ago)$/);
    expect(page.part('attempt')).to.equal('');
    expect(page.find("[role='group']")?.ariaLabel).to.equal('Connection of Harbour');
  });

  it('is Paused and Live again by a button, with a round-trip time that nobody knows', async () => {
    const page = await ConnectionPage.mount(service);
    await page.is('Live');
    page.button('Pause').click();
    await page.is('Paused');
    expect(page.part('round-trip')).to.equal('round trip unknown');
    expect(page.button('Reconnect').disabled).to.equal(true);
    await until(async () => (await service.seen()).sockets === 0, 'no socket');
    page.button('Resume').click();
    await page.is('Live');
  });

  it('counts the attempts of a lost connection, says why, and tries at once when told to', async () => {
    const page = await ConnectionPage.mount(service);
    await page.is('Live');
    await service.control('down');
    await page.is('Reconnecting');
    await until(() => /^attempt [2-9] in \d+ s$/.test(page.part('attempt')), 'an attempt', 8000);
    expect(page.part('cause')).to.include('127.0.0.1');
    await service.control('up');
    page.button('Reconnect').click();
    await page.is('Live');
    expect(page.part('cause')).to.equal('');
  }).timeout(15_000);

  it('counts down once a second to the next attempt while REST delivers', async () => {
    await service.control('refuseUpgrade', { status: 503 });
    const page = await ConnectionPage.mount(service);
    await page.is('Polling', 10_000);
    const left = () => Number(/in (\d+) s$/.exec(page.part('attempt'))?.[1]);
    await until(() => left() > 3, 'a wait of some seconds', 12_000);
    const first = left();
    await until(() => left() === first - 1, 'one second less');
    await until(() => left() === first - 2, 'two seconds less');
    expect(page.part('cause')).to.include(service.wsUrl);
  }).timeout(30_000);

  it('is right at once after the machine has slept', async () => {
    await service.control('refuseUpgrade', { status: 503 });
    const page = await ConnectionPage.mount(service);
    await page.is('Polling', 10_000);
    await service.control('down');
    const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    clock.setSystemTime(Date.now() + 8 * 3_600_000);
    await until(() => page.part('age') === 'updated 8 hours ago', 'the age');
    // While an attempt is under way, there is no next one to count down to.
    const counts = /^attempt \d+ (now|in \d\d? s)$/;
    await until(() => counts.test(page.part('attempt')), 'an attempt that is due by the new time');
  }).timeout(20_000);

  it('is Stale when no newer data come', async () => {
    const page = await ConnectionPage.mount(service, { staleAfter: 1 });
    await page.is('Live');
    await service.control('silent');
    await page.is('Stale', 6000);
    expect(page.part('attempt')).to.equal('');
  }).timeout(10_000);

  it('is Stopped where a sign-in is needed, says so, and goes on by the button', async () => {
    await service.control('status', { path: '/api/ray-dashboard', status: 401, body: {} });
    await service.control('refuseUpgrade', { status: 401 });
    const page = await ConnectionPage.mount(service);
    await page.is('Stopped');
    expect(page.part('cause')).to.include('a sign-in is needed');
    expect(page.part('attempt')).to.equal('');
    await service.control('reset');
    page.button('Reconnect').click();
    await page.is('Live');
  });

  it('is what to set, where no address is set, and no button that would do nothing', async () => {
    const page = await ConnectionPage.mount({ apiBase: '' });
    await page.is('Not configured');
    expect(page.part('cause')).to.include('Set api-base');
    expect(page.part('age')).to.equal('');
    expect(page.buttons).to.have.length(1);
  });

  it('keeps the keyboard where the button goes that has it', async () => {
    const page = await ConnectionPage.mount(service);
    await page.says('Live');
    page.button('Reconnect').focus();
    page.provider.apiBase = '';
    await page.says('Not configured');
    expect(page.root.activeElement?.role).to.equal('group');
  });

  it('is where to put it, without a provider, and that a provider’s name is wrong', async () => {
    const alone: CastrayConnection = await fixture(
      html`<castray-connection lang="en"></castray-connection>`,
    );
    expect(visibleText(alone)).to.include('No provider Put this inside a <castray-provider>');
    alone.provider = 'nobody';
    await alone.updateComplete;
    expect(visibleText(alone)).to.include('No <castray-provider> with the id “nobody”');
    expect(alone.shadowRoot?.querySelector('button')).to.equal(null);
  });
});
