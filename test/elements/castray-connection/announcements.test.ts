import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import type { ConnectionPhase } from '../../../src/connection/connection-state.js';
import { Announcer } from '../../../src/elements/castray-connection/announcer.js';
import { startService, type TestService } from '../../support/castray.js';
import { ConnectionPage } from '../../support/connection-page.js';
import { until } from '../../support/wait.js';

describe('what the connection tells a screen reader', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    await service.stop();
  });

  it('is a loss that lasts, with its cause, politely; and nothing of a page that loads', async () => {
    const page = await ConnectionPage.mount(service, { label: 'Harbour' });
    const said = page.watch(({ announced }) => announced);
    await page.is('Live');
    await service.control('down');
    await until(() => said.length > 1, 'an announcement');
    expect(said).to.have.length(2);
    expect(said[1]).to.match(/^Connection of Harbour: Reconnecting\. \w+:\/\/127\.0\.0\.1:\d+\//);
  });

  it('is that the first connection fails', async () => {
    await service.control('down');
    const page = await ConnectionPage.mount(service, { lang: 'zh-CN' });
    await until(() => page.announced !== '', 'an announcement');
    expect(page.announced).to.match(/^连接：正在连接。.*127\.0\.0\.1/);
  });

  it('is nothing of a loss that is over within a second, in which no word blinks', async () => {
    const page = await ConnectionPage.mount(service);
    await page.is('Live');
    const words = page.watch(({ word, announced }) => `${word}${announced}`);
    const phase = () => page.provider.connection.phase;
    const state = () => page.find("[role='group']")?.getAttribute('data-phase');
    await service.control('closeSockets', {});
    await until(() => state() === 'reconnecting', 'the loss, for scripts and styles');
    page.provider.reconnect();
    await until(() => phase() === 'live' && state() === 'live', 'the return');
    const { since } = page.provider.connection;
    const lastData = () => page.provider.connection.lastDataAt ?? 0;
    await until(() => lastData() > since + 1500, 'data of more than a second later');
    expect(words).to.deep.equal(['Live']);
  });
});

describe('the announcer', () => {
  let time: SinonFakeTimers;
  let said: string[];
  let now: ConnectionPhase;
  let announcer: Announcer;

  beforeEach(() => {
    time = useFakeTimers({
      now: 1_800_000_000_000,
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    });
    said = [];
    announcer = new Announcer(() => said.push(now));
  });
  afterEach(() => {
    time.restore();
  });

  /** The phase that is, for so many ms. */
  function pass(phase: ConnectionPhase, ms: number, isFailing = false): void {
    now = phase;
    announcer.hear(phase, isFailing);
    time.tick(ms);
  }

  it('says nothing of a late configuration and a first connection, however slow', () => {
    pass('unconfigured', 5000);
    pass('connecting', 60_000);
    pass('live', 60_000);
    expect(said).to.deep.equal([]);
  });

  it('says at once when a page loads into a fault', () => {
    pass('stopped', 1000);
    expect(said).to.deep.equal(['stopped']);
  });

  it('says the newest at the end of 10 s, however often the connection comes and goes', () => {
    pass('live', 20_000);
    for (let i = 0; i < 10; i += 1) {
      pass('reconnecting', 2000);
      pass('live', 3000);
    }
    expect(said.length).to.be.within(1, 5);
    pass('stopped', 500);
    const before = said.length;
    pass('paused', 10_000);
    expect(said.slice(before)).to.deep.equal(['paused']);
  });

  it('lets at least 10 s pass between two announcements', () => {
    pass('live', 20_000);
    pass('reconnecting', 1500);
    pass('live', 9400);
    expect(said).to.deep.equal(['reconnecting']);
    pass('live', 200);
    expect(said).to.deep.equal(['reconnecting', 'live']);
  });

  it('is silent when all is again as it was told', () => {
    pass('live', 20_000);
    pass('reconnecting', 1500);
    pass('live', 2000);
    pass('reconnecting', 60_000);
    expect(said).to.deep.equal(['reconnecting']);
  });

  it('does not wait for hours when the clock is set back', () => {
    pass('live', 20_000);
    pass('reconnecting', 1500);
    time.setSystemTime(Date.now() - 3_600_000);
    pass('live', 10_000);
    expect(said).to.deep.equal(['reconnecting', 'live']);
  });
});
