// The two bundles on a page of somebody else's, under a policy as strict as pages have.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { definedTags } from './manifest.mjs';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types castray-widgets";

const page = (
  script,
  tags,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
${script}${tags.map((tag) => `<${tag}></${tag}>`).join('')}</html>`;

async function undefinedTags(stage, script, csp = CSP) {
  const tags = await definedTags();
  const origin = await stage.site({ csp, pages: { '/': page(script, tags) } });
  const opened = await stage.open(origin);
  const missing = await opened.evaluate(
    (all) => all.filter((tag) => !customElements.get(tag)),
    tags,
  );
  return { opened, missing };
}

const version = async () => JSON.parse(await readFile('package.json', 'utf8')).version;

export const cases = {
  async 'the module bundle defines every element, under a strict policy, silently'(stage) {
    const script = '<script type="module" src="/dist/castray-widgets.js"></script>';
    const { missing } = await undefinedTags(stage, script);
    assert.deepEqual(missing, []);
  },
  async 'the classic bundle does the same, and offers the global CastRay'(stage) {
    const script = '<script defer src="/dist/castray-widgets.iife.js"></script>';
    const { opened, missing } = await undefinedTags(stage, script);
    assert.deepEqual(missing, []);
    assert.equal(await opened.evaluate(() => globalThis.CastRay.VERSION), await version());
  },
  async 'the classic bundle speaks Chinese on a page that is not UTF-8'(stage) {
    const script = await readFile('dist/castray-widgets.iife.js');
    const body = '<script src="/widgets"></script><castray-connection></castray-connection>';
    const pages = {
      '/': `<html lang="zh-CN"><meta charset="gbk"><title>x</title>${body}</html>`,
      '/widgets': script,
    };
    const type = (path) => (path === '/' ? 'text/html' : 'text/javascript');
    const opened = await stage.open(await stage.site({ pages, type }));
    await opened.getByText('没有数据源').first().waitFor();
  },
  async 'both bundles on one page do not disturb each other'(stage) {
    stage.allow(/castray-/); // the second copy may say that the first one stays
    const script =
      '<script defer src="/dist/castray-widgets.iife.js"></script>' +
      '<script type="module" src="/dist/castray-widgets.js"></script>';
    // each has a Lit of its own, and each Lit a policy of the same name
    const csp = CSP.replace('types castray-widgets', "types castray-widgets 'allow-duplicates'");
    const { missing } = await undefinedTags(stage, script, csp);
    assert.deepEqual(missing, []);
    // one warning for all three elements, and it names both versions
    const both = await version();
    assert.deepEqual(stage.messages(), [
      `warning: castray-widgets ${both}: version ${both} has defined the elements already and stays in charge.`,
    ]);
  },
};
