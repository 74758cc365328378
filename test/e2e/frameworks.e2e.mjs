// The package in apps of the frameworks that people use: attributes, properties and events as in HTML.
import assert from 'node:assert/strict';
import { buildApp } from './apps/build.mjs';

const usable = (framework) => async (stage) => {
  const service = await stage.service({ nodes: 5, churn: false, frameInterval: 200 });
  const code = await buildApp(framework);
  const origin = await stage.site({
    pages: {
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>${framework}</title>
        <div id="app"></div><script>apiBase = ${JSON.stringify(service.apiBase)}</script>
        <script type="module">${code.replaceAll('</script', '<\\/script')}</script></html>`,
    },
  });
  const page = await stage.open(origin);
  const says = (words) => page.getByText(words, { exact: true }).waitFor();
  const provider = page.locator('castray-provider');
  const summary = page.locator('castray-cluster-summary');

  await says('5 nodes, nothing selected');
  assert.equal(await provider.evaluate(({ apiBase }) => apiBase), service.apiBase);
  assert.equal(Number(await provider.evaluate(({ pollInterval }) => pollInterval)), 30);
  assert.equal(await provider.evaluate(({ keepAlive }) => keepAlive), false);

  // a node is called by its IP until REST has told its name
  await page.getByRole('button', { name: 'UAV-1', exact: true }).waitFor();
  await page.locator('castray-node-list [part~="row"]').first().click();
  const selected = await page
    .locator('castray-node-list')
    .evaluate(
      (list) => list.shadowRoot.querySelector('[part~="selected-row"] [part~="name"]').textContent,
    );
  await says(`5 nodes, ${selected.trim()} selected`);

  const compact = () =>
    summary.evaluate((element) => [element.compact, element.matches('[compact]')]);
  assert.deepEqual(await compact(), [false, false]);
  await page.getByRole('button', { name: 'compact' }).click();
  await page.waitForFunction(() => document.querySelector('[compact]'));
  assert.deepEqual(await compact(), [true, true]);
  await page.getByRole('button', { name: 'compact' }).click();
  await page.waitForFunction(() => !document.querySelector('[compact]'));

  await page.getByRole('button', { name: 'mount' }).click();
  await provider.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'mount' }).click();
  await summary.getByText('Head node').waitFor();
  assert.equal(service.seen().maxSockets, 1, 'one socket, however often the app is mounted');
};

export const cases = {
  'React 19 sets attributes, properties and listeners, and mounts again': usable('react'),
  'Vue 3 sets attributes, properties and listeners, and mounts again': usable('vue'),
  'Svelte 5 sets attributes, properties and listeners, and mounts again': usable('svelte'),
};
