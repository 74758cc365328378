// Somebody else's page: the bundle from another origin, the strictest policy, a frame without rights.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { widgets, worksByKeyboard } from './at-work.mjs';
import { STEADY, STILL, assertAlike, pictureOf } from './plain.mjs';

/** A Lit of the page's own, at work on the page. */
async function ownLit() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { LitElement, css, html } from 'lit';
        customElements.define('page-greeting', class extends LitElement {
          static styles = css\`b { color: green }\`;
          render() { return html\`<b>Hello from the page</b>\`; }
        });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return outputFiles[0].text;
}

async function integrity(file) {
  return `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;
}

/** The page's address; its scripts come from an origin of their own. `policy` adds to its CSP. */
async function strictPage(stage, file, type, policy = '') {
  const service = await stage.service(STEADY);
  const scripts = await stage.site({ pages: { '/lit.js': await ownLit() } });
  const { host } = new URL(service.apiBase);
  const hash = await integrity(`dist/${file}`);
  return stage.site({
    csp:
      `default-src 'none'; script-src ${scripts}; style-src 'self'; ` +
      `connect-src http://${host} ws://${host}; require-trusted-types-for 'script'${policy}`,
    pages: {
      // its own words stand below what is compared
      '/own.css':
        'body { margin: 0; font-family: serif } page-greeting { display: block; margin-top: 100vh }',
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>strict</title>
        <link rel="stylesheet" href="/own.css">
        <script type="module" crossorigin src="${scripts}/lit.js"></script>
        <script ${type} crossorigin integrity="${hash}" src="${scripts}/dist/${file}"></script>
        ${widgets(service)}<page-greeting></page-greeting></html>`,
    },
  });
}

const underPolicy = (file, type, policy) => async (stage) => {
  const page = await stage.open('about:blank', STILL);
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.goto(await strictPage(stage, file, type, policy));
  await page.getByText('Hello from the page').waitFor();
  await assertAlike(stage, await pictureOf(page), 'a page under a strict policy');
  await worksByKeyboard(page, page.keyboard);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await stage.shot(page, `strict-${file}`);
};

export const cases = {
  'the strictest policy, a Lit of the page’s own, the module with its hash: no violation':
    underPolicy('castray-widgets.js', 'type="module"'),
  'the same with the classic bundle': underPolicy('castray-widgets.iife.js', 'defer'),
  'the same where each Trusted Types policy is allowed by name, once': underPolicy(
    'castray-widgets.js',
    'type="module"',
    '; trusted-types lit-html castray-widgets',
  ),

  async 'a frame that may run scripts and nothing else'(stage) {
    const service = await stage.service(STEADY);
    const origin = await stage.site({
      pages: {
        '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>frame</title>
          <style>body { margin: 0 } iframe { display: block; border: 0; width: 1280px; height: 800px }</style>
          <iframe sandbox="allow-scripts" src="/inner"></iframe></html>`,
        '/inner': `<!doctype html><html lang="en"><meta charset="utf-8"><title>inner</title>
          <style>body { margin: 0 }</style>
          <script type="module" src="/dist/castray-widgets.js"></script>${widgets(service)}</html>`,
      },
    });
    const page = await stage.open(origin, STILL);
    const frame = page.frames().find((one) => one.url().endsWith('/inner'));
    assert.equal(await frame.evaluate(() => globalThis.origin), 'null');
    await assertAlike(stage, await pictureOf(page, frame), 'a frame');
    await worksByKeyboard(frame, page.keyboard);
    await stage.shot(page, 'sandbox');
  },
};
