// droneOnCampus's page before and after: the same containers, and its other scripts go on working.
import assert from 'node:assert/strict';
import { startDemo } from './demo.mjs';

const NEW = { nodeId: 'f'.repeat(56), id: 'f'.repeat(8), nodeIp: '127.0.0.99', isHeadNode: false };

/** The page after, with addresses of `window.appConfig` that are made of the file server's. */
async function openMisled(stage, configOf) {
  // what the browser says of a file server that is taken for CastRay
  stage.allow(/Failed to load resource|blocked by CORS policy|WebSocket connection to/);
  const { origin, said } = await startDemo(stage);
  const [, files] = /File server\s+(\S+)/.exec(said);
  const page = await stage.open('about:blank');
  await page.addInitScript((config) => (window.appConfig = config), configOf(files));
  await page.goto(`${origin}/dronecampus.html`);
  return page;
}

const OLD_SCRIPT = '<script src="dronecampus-before.js"></script>';
const BUNDLE = '<script src="/dist/castray-widgets.iife.js"></script>';
/** Of the old containers: what comes beside each in step 2. */
const BESIDE = [
  ['<p class="small" id="connection-status">未连接</p>', '<castray-cluster-summary compact>'],
  ['<dl id="cluster-status"></dl>', '<castray-cluster-summary>'],
  ['<div class="old-cards" id="node-cards"></div>', '<castray-node-list view="cards">'],
];

/** The steps of docs/migrating-dronecampus.md, on the page of before. */
const STEPS = {
  1: (html) => replace(html, OLD_SCRIPT, `${BUNDLE}${OLD_SCRIPT}`),
  2: (html) =>
    BESIDE.reduce((page, [old, tag]) => replace(page, old, `${provided(tag)}${old}`), html),
  3: (html) => replace(html, OLD_SCRIPT, `${OLD_SCRIPT}<script src="dronecampus-log.js"></script>`),
  4: (html) =>
    [OLD_SCRIPT, ...BESIDE.map(([old]) => old)].reduce((page, old) => replace(page, old, ''), html),
};

function provided(tag) {
  const end = tag.replace(/^<([a-z-]+).*$/, '</$1>');
  return `<castray-provider theme="aerial">${tag}${end}</castray-provider>`;
}

function replace(html, old, by) {
  assert.ok(html.includes(old), old);
  return html.replace(old, by);
}

export const cases = {
  async 'each step of the guide leaves a page that works'(stage) {
    const { origin } = await startDemo(stage);
    const read = async (name) => (await fetch(`${origin}/${name}`)).text();
    const pages = { '/demo-config.js': await read('demo-config.js') };
    let html = await read('dronecampus-before.html');
    for (const [step, change] of Object.entries(STEPS))
      pages[`/demo/pages/step-${step}.html`] = html = change(html);
    const site = await stage.site({ pages });

    const page = await stage.open('about:blank');
    for (const step of Object.keys(STEPS).map(Number)) {
      await page.goto(`${site}/demo/pages/step-${step}.html`);
      // the old manager goes on until step 4, the widgets are there from step 2
      await page
        .locator('.old-card')
        .first()
        .waitFor({ state: step < 4 ? 'visible' : 'detached' });
      if (step < 2) continue;
      await page.locator('castray-node-list').getByText('Jetson', { exact: true }).waitFor();
      for (const tag of [
        '.bar castray-cluster-summary',
        'aside castray-cluster-summary',
        'castray-node-list',
      ]) {
        const { width, x } = await page.locator(tag).boundingBox();
        assert.ok(width > 300 && x + width <= 1280, `step ${step}, ${tag}: ${width} at ${x}`);
      }
      if (step > 2) await page.locator('ul.log').getByText('集群连接：实时').waitFor();
      // two frames more: nothing that an old script writes has gone, and nothing that it wipes was new
      const frames = await page.evaluate(
        () => document.querySelector('castray-provider').snapshot.receivedAt,
      );
      await page.waitForFunction(
        (before) => document.querySelector('castray-provider').snapshot.receivedAt > before + 3000,
        frames,
      );
      assert.equal(await page.locator('castray-cluster-summary').count(), 2);
    }
  },

  async 'before, the page shows its nodes by scripts of its own'(stage) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/dronecampus-before.html`);
    await page.getByText('已连接').waitFor();
    await page.locator('.old-card').first().waitFor();
    await page.getByText(/节点：.*M10/).waitFor();
  },

  async 'after, a script that read the old manager is told by events, and hidden tabs come alive'(
    stage,
  ) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/dronecampus.html`);
    const log = page.locator('ul.log');
    await log.getByText('集群连接：实时').waitFor();
    await log.getByText(/M10( 已加入)?$/).waitFor(); // or its address first, which is then said to be M10
    await page.locator('castray-node-list').getByText('Jetson', { exact: true }).click();
    await log.getByText('已选中 Jetson').waitFor();

    for (const tab of await page.locator('button[data-tab]').all()) {
      await tab.click();
      const panel = page.locator(`#${await tab.getAttribute('data-tab')}`);
      const widget = panel.locator('> *').first();
      await widget.waitFor();
      const { width, height } = await widget.boundingBox();
      assert.ok(width > 300 && height > 30, `${await tab.textContent()}: ${width} × ${height}`);
    }
  },

  async 'after, the log says of no node that it left because its name has become known'(stage) {
    const service = await stage.service({ churn: false, frameInterval: 1e8 });
    const { origin } = await startDemo(stage, ['--castray', service.apiBase]);
    const page = await stage.open(`${origin}/dronecampus.html`);
    const log = page.locator('ul.log');
    await log.getByText(/M10( 已加入)?$/).waitFor();

    const { data } = await (await fetch(`${service.apiBase}/api/ray-dashboard`)).json();
    const joins = (name) =>
      service.control('nodes', { nodes: [...data.nodes, { ...data.nodes.at(-1), ...NEW, name }] });
    await joins(`node:${NEW.nodeIp}`);
    await log.getByText(`${NEW.nodeIp} 已加入`).waitFor();
    await joins('UAV-9');
    await log.getByText(`${NEW.nodeIp} 是 UAV-9`).waitFor();
    assert.doesNotMatch(await log.innerText(), /已失效|不再列出/);
  },

  async 'after, the log tells a node that died from one that is not listed, and says of none that Ray is gone'(
    stage,
  ) {
    const service = await stage.service({ churn: false, frameInterval: 1e8 });
    const { origin } = await startDemo(stage, ['--castray', service.apiBase]);
    const page = await stage.open('about:blank');
    await page.clock.install();
    await page.goto(`${origin}/dronecampus.html`);
    const log = page.locator('ul.log');
    await log.getByText(/M10( 已加入)?$/).waitFor();

    const { data } = await (await fetch(`${service.apiBase}/api/ray-dashboard`)).json();
    const named = (name) => data.nodes.find((node) => node.name === name);
    const rest = data.nodes.filter(({ name }) => name !== 'M2' && name !== 'M3');
    await service.control('nodes', { nodes: [{ ...named('M2'), state: 'DEAD' }, ...rest] });
    await log.getByText('M2 已失效').waitFor();
    await log.getByText('M3 不再列出').waitFor();

    await service.control('nodes', { nodes: [] });
    await page.locator('castray-node-list').getByText(/确认/).first().waitFor();
    await page.clock.fastForward(16_000);
    await service.control('nodes', { nodes: [] });
    await log.getByText('服务未报告任何节点，集群状态未知').waitFor();
    assert.equal(await log.getByText(/已失效|不再列出/).count(), 2);
  },

  async 'after, both addresses at the file server: the mistake is named in sight within 5 s'(
    stage,
  ) {
    const page = await openMisled(stage, (files) => ({
      castrayApiBase: files,
      castrayWsUrl: `${files.replace(/^http/, 'ws')}/ws`,
    }));
    const diagnosis = page.locator('castray-diagnostics');
    const sentence = /castrayApiBase 和 appConfig\.castrayWsUrl 指向了文件服务器/;
    await diagnosis.getByText(sentence).first().waitFor({ timeout: 5000 });
  },

  async 'after, castrayApiBase alone: the cluster is live, and whoever asks is told'(stage) {
    const page = await openMisled(stage, (files) => ({ castrayApiBase: files }));
    await page.locator('castray-node-list').getByText('M10').first().waitFor();
    for (const tab of ['文件', '传输']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      await page
        .locator('.tab-page.active')
        .getByText(/可能是文件服务器/)
        .first()
        .waitFor();
    }
    await page.getByRole('button', { name: '立即检查' }).click();
    const sentence = /castrayApiBase 指向了文件服务器/;
    await page.locator('castray-diagnostics').getByText(sentence).first().waitFor();
  },

  async 'after, buttons and tables of the page and of the widgets do not reach into each other'(
    stage,
  ) {
    const { origin } = await startDemo(stage);
    const page = await stage.open(`${origin}/dronecampus.html`);
    const refresh = page.locator('main castray-cluster-summary').getByRole('button').first();
    await refresh.hover();
    const look = (element) => {
      const { transform, boxShadow, backgroundImage } = getComputedStyle(element);
      return [transform, boxShadow, backgroundImage];
    };
    assert.deepEqual(await refresh.evaluate(look), ['none', 'none', 'none']);
    const own = page.getByRole('button', { name: '顶视图' });
    await own.hover();
    await page.waitForFunction(
      (button) => getComputedStyle(button).transform !== 'none',
      await own.elementHandle(),
    );
  },
};
