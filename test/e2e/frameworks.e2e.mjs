// The package in apps of the frameworks that people use: attributes, properties and events as in HTML.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildApp, buildCode } from './apps/build.mjs';

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

/** What Node is given to render, and a browser to go on with, is the manual's own. */
async function rendersOnAServer(stage) {
  const service = await stage.service({ nodes: 5, churn: false, frameInterval: 200 });
  await service.control('tokens', ['good-token']);
  const manual = await readFile('docs/embedding.md', 'utf8');
  const [, example] = /```jsx\n(function Cluster[^`]+)```/.exec(manual);
  const app = (render, props) => `import { useEffect, useRef } from 'react';
    ${render}(<Cluster url=${JSON.stringify(service.apiBase)} ${props} />);
    ${example}`;

  const server = await buildCode(
    `import { renderToString } from 'react-dom/server'; ${app('exports.html = renderToString', '')}`,
    { format: 'cjs', platform: 'node' },
  );
  const rendered = {};
  new Function('require', 'exports', server)(createRequire(import.meta.url), rendered);
  const client = await buildCode(
    `import { hydrateRoot } from 'react-dom/client';
    import 'castray-widgets';
    ${app(
      "const take = (element) => hydrateRoot(document.querySelector('#app'), element); take",
      'getToken="good-token" onSnapshot={({ snapshot }) => (globalThis.heard = snapshot)}',
    )}`,
  );
  const origin = await stage.site({
    pages: {
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>server</title>
        <div id="app">${rendered.html}</div>
        <script type="module">${client.replaceAll('</script', '<\\/script')}</script></html>`,
    },
  });
  assert.match(rendered.html, /<castray-provider poll-interval="30">/);
  const page = await stage.open(origin);
  await page.waitForFunction(() => globalThis.heard?.nodes.length === 5);
}

export const cases = {
  'React 19 sets attributes, properties and listeners, and mounts again': usable('react'),
  'React 19 goes on with what a server rendered, as the manual says': rendersOnAServer,
  'Vue 3 sets attributes, properties and listeners, and mounts again': usable('vue'),
  'Svelte 5 sets attributes, properties and listeners, and mounts again': usable('svelte'),
};
