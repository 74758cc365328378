// The demo's pages, opened as a visitor opens them.
import assert from 'node:assert/strict';
import { startDemo } from './demo.mjs';

const CAPTURE = 'test/fixtures/captures/ws-one-dead.ndjson';
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
    const { origin } = await startDemo(stage, ['--replay', CAPTURE]);
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

  async 'two real services go by their addresses, and show the same memory alike'(stage) {
    const steady = { replay: CAPTURE, frameInterval: 1e8 };
    const services = [await stage.service(steady), await stage.service(steady)];
    const args = services.flatMap(({ apiBase }) => ['--castray', apiBase]);
    const { origin } = await startDemo(stage, args);
    const page = await stage.open(`${origin}/two-clusters.html?lang=en`);
    await showsData(page);
    const summaries = page.locator('castray-provider castray-cluster-summary');
    const [first, second] = await summaries.evaluateAll((all) =>
      all.map(({ shadowRoot }) => ({
        title: shadowRoot.querySelector('[part~="title"]').textContent.trim(),
        memory: shadowRoot.querySelector('[part~="memory"]').textContent.replace(/\s+/g, ' '),
      })),
    );
    const hosts = services.map(({ apiBase }) => new URL(apiBase).host);
    assert.deepEqual([first.title, second.title], hosts);
    assert.match(first.memory, /\d%/);
    assert.equal(second.memory, first.memory);
    await page.getByText('tells the memory in use').waitFor({ state: 'hidden' });
  },

  async 'beside a replay stands no invented cluster'(stage) {
    const { origin, said } = await startDemo(stage, ['--replay', CAPTURE]);
    const page = await stage.open(`${origin}/two-clusters.html?lang=en`);
    await showsData(page);
    await page.getByText('There is one cluster here').waitFor();
    await page.getByText('The second', { exact: true }).waitFor({ state: 'hidden' });
    await page.getByText('ws-one-dead.ndjson', { exact: true }).first().waitFor();
    assert.doesNotMatch(said, /a UAV joins|Harbour/);
  },

  async 'a picture among the files is shown under the pages’ policy'(stage) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/?lang=en`);
    await page.locator('castray-files').getByText('route.png', { exact: true }).click();
    const picture = page.locator('castray-files img');
    await picture.waitFor();
    assert.equal(await picture.evaluate((img) => img.decode().then(() => img.naturalWidth)), 160);
  },

  async 'what a file server lets pages read is said only where one is'(stage) {
    const service = await stage.service({ churn: false });
    for (const [args, state] of [
      [[], 'visible'],
      [['--castray', service.apiBase], 'hidden'],
    ]) {
      const { origin } = await startDemo(stage, args);
      const page = await stage.open(`${origin}/?lang=en`);
      await showsData(page);
      await page.getByText('This one lets pages read it').waitFor({ state });
    }
  },

  async 'the pages’ policy keeps out no service that an IPv6 address names'(stage) {
    stage.allow(/net::ERR_/); // nothing listens there
    const { origin } = await startDemo(stage, ['--castray', 'http://[::1]:9']);
    const page = await stage.open(`${origin}/?lang=en`);
    await page.getByText('[::1]:9/api/ray-dashboard').first().waitFor();
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
