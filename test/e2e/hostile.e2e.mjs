// Pages that make it hard: styles and scripts of their own that reach for everything.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { widgets, worksByKeyboard } from './at-work.mjs';
import { onceGood } from './once-good.mjs';
import { STEADY, STILL, assertAlike, pictureOf } from './plain.mjs';

const MODULE = '<script type="module" src="/dist/castray-widgets.js"></script>';
const CLASSIC = '<script src="/dist/castray-widgets.iife.js"></script>';

/**
 * A page with the widgets, and its picture before anything is done there; `first` stands in its head
 * before the bundle, `html` are attributes.
 */
async function openPage(
  stage,
  { name, first = '', bundle = MODULE, html = 'lang="en"', more = {}, context = {} },
) {
  const service = await stage.service(STEADY);
  const origin = await stage.site({
    pages: {
      '/': `<!doctype html><html ${html}><head><meta charset="utf-8"><title>${name}</title>
        <style>body { margin: 0 }</style>${first}${bundle}</head><body>${widgets(service)}</body></html>`,
      ...more,
    },
  });
  const page = await stage.open(origin, { ...STILL, ...context });
  const picture = await pictureOf(page);
  await worksByKeyboard(page, page.keyboard);
  await stage.shot(page, `hostile-${name}`);
  return { page, picture };
}

/** Sizes and colours as a visitor sees them. */
const looks = (page) =>
  page.evaluate(() => {
    const list = document.querySelector('castray-node-list').shadowRoot;
    const button = list.querySelector('[part~="filter-button"]');
    const frame = list.querySelector('[part~="frame"]');
    const { fontSize, height, color } = getComputedStyle(button);
    const { color: text, backgroundColor, fontFamily } = getComputedStyle(frame);
    return { fontSize, height, color, text, backgroundColor, fontFamily };
  });

const plainLooks = onceGood(async (stage) => {
  const { page } = await openPage(stage, { name: 'plain' });
  return looks(page);
});

/** A page on which the widgets are seen as on one without anything of its own; gives that page. */
async function openAlike(stage, options) {
  const expected = await plainLooks(stage);
  const { page, picture } = await openPage(stage, options);
  assert.deepEqual(await looks(page), expected);
  await assertAlike(stage, picture, options.name, !options.context?.deviceScaleFactor);
  return page;
}

const sameLooks = (name, first) => async (stage) => {
  await openAlike(stage, { name, first });
};

export const cases = {
  'a page that unsets everything of everything, importantly': sameLooks(
    'unset',
    '<style>* { all: unset !important } head, head * { display: none !important }</style>',
  ),
  'a page that resets margins, buttons and boxes, in another font': sameLooks(
    'reset',
    `<style>* { margin: 0 !important; padding: 0 !important; box-sizing: content-box !important }
      body { font: italic 30px/3 serif; color: red; text-align: center; letter-spacing: 4px }
      button, input, table { all: initial !important; display: block !important }</style>`,
  ),
  'a page whose rem is 10 px': sameLooks('rem', '<style>html { font-size: 62.5% }</style>'),

  async 'a page zoomed by its style'(stage) {
    // a larger window on a screen of larger dots: all is where it would be without
    const context = { viewport: { width: 1600, height: 1000 }, deviceScaleFactor: 0.8 };
    const first = '<style>body { zoom: 1.25 }</style>';
    await openAlike(stage, { name: 'zoom', first, context });
    await assert.rejects(openAlike(stage, { name: 'larger', first }), /is seen as the plain page/);
  },

  async 'a page from right to left'(stage) {
    const { page } = await openPage(stage, { name: 'rtl', html: 'lang="en" dir="rtl"' });
    const sides = await page.evaluate(() => {
      const cells = document.querySelector('castray-node-list').shadowRoot.querySelectorAll('th');
      return [...cells].map((cell) => cell.getBoundingClientRect().left);
    });
    assert.ok(sides[0] > sides[1], 'the first column is on the right');
    const isTurned = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('castray-cluster-summary');
      const text = [...shadowRoot.querySelector('.amount').childNodes].find(
        (node) => node.data > '0',
      );
      const left = (offset) => {
        const range = document.createRange();
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        return range.getBoundingClientRect().left;
      };
      return left(0) > left(text.data.length - 1);
    });
    assert.equal(isTurned, false, '“5 of 12 cores” begins with the 5');
  },

  async 'a hidden element stays hidden, whatever the page says of display'(stage) {
    const first = '<style>castray-node-list { display: grid }</style>';
    const { page } = await openPage(stage, { name: 'hidden', first });
    const shown = await page.evaluate(() => {
      const list = document.querySelector('castray-node-list');
      const before = getComputedStyle(list).display;
      list.hidden = true;
      return [before, getComputedStyle(list).display];
    });
    assert.deepEqual(shown, ['grid', 'none']);
  },

  async 'a page that has patched the prototypes, as old libraries do'(stage) {
    await openAlike(stage, { name: 'prototypes', first: `<script>${PATCHES}</script>` });
  },

  async 'a page with process, define, exports, module and require of its own'(stage) {
    const first = `<script>
      process = { env: null }; exports = {}; module = { exports: { mine: true } };
      define = (...taken) => { throw new Error('not asked to define ' + taken) }; define.amd = {};
      require = () => { throw new Error('not asked for') };
    </script>`;
    const bundle = CLASSIC + MODULE.replace('castray-widgets.js', 'castray-widgets.js?');
    stage.allow(/has defined the elements already/);
    const page = await openAlike(stage, { name: 'globals', first, bundle });
    const theirs = await page.evaluate(() => [exports, module.exports, process]);
    assert.deepEqual(theirs, [{}, { mine: true }, { env: null }]);
  },

  async 'the bundle twice, in two versions: one warning, and one of them at work'(stage) {
    stage.allow(/has defined the elements already/);
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    const code = await readFile('dist/castray-widgets.iife.js', 'utf8');
    const old = code.replaceAll(`"${version}"`, '"0.0.9"');
    assert.notEqual(old, code);
    const bundle = '<script src="/old.js"></script>' + MODULE;
    await openAlike(stage, { name: 'versions', bundle, more: { '/old.js': old } });
    assert.deepEqual(stage.messages(), [
      `warning: castray-widgets ${version}: version 0.0.9 has defined the elements already and stays in charge.`,
    ]);
  },
};

/** Enumerable additions everywhere, and what Prototype.js and polyfills put in place. */
const PATCHES = `
  Object.prototype.extra = () => {};
  Object.prototype.settings = { theirs: true };
  Array.prototype.last = function () { return this[this.length - 1] };
  Array.prototype.toJSON = () => 'theirs';
  Array.prototype.entries = function () { return [...this] };
  String.prototype.toJSON = () => 'theirs';
  Function.prototype.extra = 1;
  Element.prototype.select = () => [];
  Array.from = (list) => Array.prototype.slice.call(list);
  Element.prototype.hide = function () { this.style.display = 'none' };
  Node.prototype.extra = true;
  Event.prototype.extra = true;
  Map.prototype.extra = true;
  JSON.parse = ((parse) => (...given) => parse(...given))(JSON.parse);
  window.fetch = ((fetch) => (...given) => fetch(...given))(window.fetch);
`;
