import { expect } from '@open-wc/testing';
import { PageLifecycle } from '../../../src/elements/castray-provider/page-lifecycle.js';
import { startService, type TestService } from '../../support/castray.js';
import { pretendHidden } from '../../support/hidden.js';
import { makeStore, type MadeStore } from '../../support/store.js';
import { until } from '../../support/wait.js';

describe('a provider in a page that is hidden', () => {
  let service: TestService;
  let made: MadeStore;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 600_000 });
  });
  afterEach(() => {
    pretendHidden();
    made.dispose();
  });

  const phase = () => made.store.state.connection.phase;
  const make = (page = document) => {
    made = makeStore({ apiBase: service.apiBase });
    return new PageLifecycle(
      { addController: () => undefined, ownerDocument: page } as never,
      made.store,
    );
  };

  it('goes on where it was taken out of the hidden page, and comes back into one that is shown', async () => {
    const lifecycle = make();
    lifecycle.hostConnected();
    made.store.attach();
    pretendHidden(true);
    document.dispatchEvent(new Event('visibilitychange'));
    made.clock.advance(300_000);
    expect(phase()).to.equal('paused');
    lifecycle.hostDisconnected();
    made.store.detach();
    pretendHidden(false);
    document.dispatchEvent(new Event('visibilitychange'));
    lifecycle.hostConnected();
    made.store.attach();
    await until(() => phase() === 'live', 'live');
    lifecycle.hostDisconnected();
  });

  it('gives its socket back after 300 s as any other, and takes it up when the page is shown', async () => {
    const lifecycle = make();
    pretendHidden(true);
    lifecycle.hostConnected();
    made.store.attach();
    await until(() => phase() === 'live', 'live');
    made.clock.advance(299_999);
    expect(phase()).not.to.equal('paused');
    made.clock.advance(1);
    expect(phase()).to.equal('paused');
    pretendHidden(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => phase() === 'live', 'live again');
    lifecycle.hostDisconnected();
  });

  it('looks at the window that it was moved to, and not at the one that it came from', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentDocument!;
    const lifecycle = make(page);
    pretendHidden(true);
    lifecycle.hostConnected();
    made.store.attach();
    await until(() => phase() === 'live', 'live');
    made.clock.advance(300_000);
    expect(phase()).not.to.equal('paused');
    pretendHidden(true, page);
    page.dispatchEvent(new Event('visibilitychange'));
    made.clock.advance(300_000);
    expect(phase()).to.equal('paused');
    lifecycle.hostDisconnected();
    frame.remove();
  });
});
