// The demo's pages, opened as a visitor opens them.
import assert from 'node:assert/strict';
import { startDemo } from './demo.mjs';

const PAGES = ['/', '/dronecampus.html', '/third-party.html', '/two-clusters.html'];

/** Every tag of ours on the page is defined, and every provider has data. */
async function showsData(page) {
  await page.waitForFunction(() => {
    const providers = [...document.querySelectorAll('castray-provider')].filter(
      (provider) => !provider.closest('[hidden]'),
    );
    return providers.length > 0 && providers.every((provider) => provider.snapshot?.nodes.length);
  });
  const undefinedTags = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => element.localName)
      .filter((name) => name.startsWith('castray-') && !customElements.get(name)),
  );
  assert.deepEqual(undefinedTags, []);
  // What a visitor reads: Playwright's locators see through shadow roots.
  await page.getByText('M10').filter({ visible: true }).first().waitFor();
}

async function noSidewaysScroll(page) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  assert.ok(scroll <= client, `${scroll} px of content in ${client} px`);
}

const open = (path) => async (stage) => {
  const { origin } = await startDemo(stage);
  const page = await stage.open(origin + path);
  await showsData(page);
  await stage.shot(page, `page-${path.replace(/\W/g, '') || 'index'}`);
};

export const cases = {
  ...Object.fromEntries(
    PAGES.map((path) => [`${path} shows a cluster, without an error in the console`, open(path)]),
  ),

  async 'every page fits 320 px without scrolling sideways'(stage) {
    const { origin } = await startDemo(stage);
    for (const path of PAGES) {
      const page = await stage.open(origin + path, { viewport: { width: 320, height: 800 } });
      await showsData(page);
      await noSidewaysScroll(page);
    }
  },

  async 'the misconfigured page says what is wrong within 5 s, and a button puts it right'(stage) {
    // what the browser says of a file server that is taken for CastRay
    stage.allow(/Failed to load resource|blocked by CORS policy|WebSocket connection to/);
    const { origin } = await startDemo(stage);
    const viewport = { width: 320, height: 800 };
    const page = await stage.open(`${origin}/misconfigured.html?lang=en`, { viewport });
    await page
      .locator('castray-diagnostics')
      .getByText('appConfig.castrayApiBase and appConfig.castrayWsUrl point at a file server.')
      .first()
      .waitFor({ timeout: 5000 });
    await noSidewaysScroll(page);
    await stage.shot(page, 'page-misconfigured');
    await page.getByRole('button', { name: /^Use http/ }).click();
    await showsData(page);
    await noSidewaysScroll(page);
  },

  async 'the overview speaks the language that is chosen, and takes the theme'(stage) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/?lang=en&theme=light`);
    await showsData(page);
    await page.getByText('Head node').first().waitFor();
    await page.locator('label', { hasText: '中文' }).click();
    await page.getByText('头节点').first().waitFor();
    await page.locator('label', { hasText: '深色' }).click();
    const scheme = await page
      .locator('castray-cluster-summary')
      .first()
      .evaluate((element) => getComputedStyle(element).colorScheme);
    assert.equal(scheme, 'dark');
  },

  async 'a replay shows what the real service sent, and says so'(stage) {
    const capture = 'test/fixtures/captures/ws-one-dead.ndjson';
    const { origin } = await startDemo(stage, ['--replay', capture]);
    const page = await stage.open(`${origin}/?lang=en`);
    await showsData(page);
    await page.getByText('Replay of').first().waitFor();
    await page.getByText('1 dead').first().waitFor();
    await page.getByText('UAV-1').first().waitFor();
  },

  async 'any CastRay whose address is given is shown, with the file server’s address'(stage) {
    const service = await stage.service({ churn: false });
    stage.allow(/ERR_CONNECTION_REFUSED/); // no file server is there, and castray-files looks
    const args = ['--castray', service.apiBase, '--files', 'http://127.0.0.1:4999'];
    const { origin } = await startDemo(stage, args);
    const page = await stage.open(`${origin}/?lang=en`);
    await showsData(page);
    await page.getByText(`Real service at ${service.apiBase}`).first().waitFor();
    const address = await page.locator('castray-provider').first().getAttribute('file-server-url');
    assert.equal(address, 'http://127.0.0.1:4999');
  },

  async 'droneOnCampus’s page gets its addresses from window.appConfig, set after the upgrade'(
    stage,
  ) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/dronecampus.html`);
    await showsData(page);
    const provider = page.locator('castray-provider').first();
    assert.equal(await provider.getAttribute('api-base'), null);
    assert.equal(await provider.evaluate((element) => element.connection.phase), 'live');
  },
};
