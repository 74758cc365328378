import { expect, fixture, html } from '@open-wc/testing';
import { startService } from '../../support/castray.js';
import { until } from '../../support/wait.js';

describe('a page whose policy forbids the WebSocket', () => {
  it('says so in words, and nothing that only the browser’s own code says', async () => {
    const { apiBase, wsUrl } = await startService({ churn: false });
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    frame.srcdoc = `<meta http-equiv="content-security-policy" content="connect-src ${apiBase}">
      <html lang="en"><script type="module" src="/src/define/all.ts"></script>
      <castray-provider api-base="${apiBase}"><castray-connection></castray-connection></castray-provider>`;
    const read = () =>
      frame.contentDocument?.querySelector('castray-connection')?.shadowRoot?.textContent ?? '';
    await until(() => read().includes(wsUrl), 'what is wrong', 10_000);
    // Firefox lets no socket be made, the others let it fail
    expect(read()).to.match(
      /\/ws( \([\w .]+\))?: (the browser, or the page’s policy, does not|cannot be opened)/,
    );
  }).timeout(20_000);
});
