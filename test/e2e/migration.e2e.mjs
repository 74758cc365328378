// droneOnCampus's page before and after: the same containers, and its other scripts go on working.
import assert from 'node:assert/strict';
import { startDemo } from './demo.mjs';

export const cases = {
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
    const log = page.locator('#log');
    await log.getByText('集群连接：实时').waitFor();
    await log.getByText('M10 已加入').waitFor();
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
