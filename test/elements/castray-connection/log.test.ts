import { expect, html, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { ConnectionPage } from '../../support/connection-page.js';
import { until } from '../../support/wait.js';

describe('the log of the connection', () => {
  let service: TestService;
  let page: ConnectionPage;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
    page = await ConnectionPage.mount(service);
    await page.is('Live');
  });
  afterEach(async () => {
    await service.stop();
  });

  const phases = () => page.entries.map((entry) => visibleText(entry.querySelector('.phase')!));

  it('opens and closes by the keyboard, and says which of the two it is', async () => {
    const before = document.createElement('button');
    page.element.before(before);
    before.focus();
    const reached: string[] = [];
    for (const key of ['Tab', 'Tab', 'Tab']) {
      await sendKeys({ press: key });
      const focused = page.root.activeElement!;
      reached.push(focused.ariaLabel ?? visibleText(focused));
    }
    expect(reached).to.deep.equal(['Reconnect', 'Pause', 'Log']);
    expect(page.button('Log').ariaExpanded).to.equal('false');
    await sendKeys({ press: 'Enter' });
    await until(() => page.entries.length > 0, 'the log');
    expect(page.button('Log').ariaExpanded).to.equal('true');
    expect(page.element.hasAttribute('open')).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(page.root.activeElement?.id).to.equal('log');
    page.button('Log').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.entries.length === 0, 'no log');
  });

  it('names each transition, the newest first, with its time, and its cause in words', async () => {
    page.element.open = true;
    await service.control('closeSockets', { code: 1011, reason: 'out of memory' });
    await until(() => phases()[0] === 'Reconnecting', 'the loss');
    expect(visibleText(page.entries[0]!)).to.include('(1011 out of memory)').and.include('closed');
    page.provider.reconnect();
    await until(() => phases()[0] === 'Live', 'the return');
    expect(phases()).to.deep.equal(['Live', 'Reconnecting', 'Live', 'Connecting']);
    expect(page.word).to.equal('Live');
    const time = page.entries[0]!.querySelector('time')!;
    expect(Date.parse(time.dateTime)).to.equal(page.provider.connection.since);
    expect(time.textContent).to.match(/^\d{1,2}:\d\d:\d\d/);
  });

  it('has a time and its phase in one line, however long the cause beside them is', async () => {
    page.element.open = true;
    await service.control('closeSockets', { code: 1011, reason: 'out of memory, '.repeat(8) });
    await until(() => phases()[0] === 'Reconnecting', 'the loss');
    const [time, phase, cause] = [...page.entries[0]!.children];
    const words = document.createRange();
    const top = (part: Element) => {
      words.selectNodeContents(part);
      return words.getBoundingClientRect().top;
    };
    page.element.style.inlineSize = '700px';
    expect(cause!.getBoundingClientRect().height).to.be.above(30);
    expect(top(phase!)).to.be.closeTo(top(time!), 3);
  });

  it('names the day, too, of what was on another', async () => {
    page.element.open = true;
    await until(() => page.entries.length > 0, 'the log');
    const later = Date.now() + 2 * 86_400_000;
    const clock = sinon.useFakeTimers({ now: later, toFake: ['Date'] });
    try {
      page.element.requestUpdate();
      await page.element.updateComplete;
      const time = page.entries.at(-1)!.querySelector('time')!;
      expect(time.textContent).to.match(/^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d/);
    } finally {
      clock.restore();
    }
  });

  it('is not lost when the element is made anew, or moved', async () => {
    page.provider.pause();
    await page.is('Paused');
    page.element.remove();
    const next = document.createElement('castray-connection');
    next.open = true;
    page.provider.append(next);
    page = new ConnectionPage(next);
    await page.is('Paused');
    expect(phases()).to.deep.equal(['Paused', 'Live', 'Connecting']);
    const elsewhere = await fixture(html`<div lang="en"></div>`);
    elsewhere.append(page.provider);
    page.provider.resume();
    await page.is('Live');
    expect(phases().slice(-3)).to.deep.equal(['Paused', 'Live', 'Connecting']);
  });
});
