// Every element × state × look × language: seen as kept in docs/looks, told to assistive technology as
// kept beside this file, and nothing that axe finds.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { difference, drewTheLooks, isAlike } from './looks/compare.mjs';
import { accessibilityTree, openSheet, picture, startServices } from './looks/sheet.mjs';
import { LANGUAGES, LOOKS } from './looks/specimens.mjs';

const kept = (look, lang) =>
  readFile(new URL(`../../docs/looks/${look.name}-${lang}.webp`, import.meta.url));

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

const sheet = (look, lang) => async (stage) => {
  // what the doctor asks of addresses that are wrong, or not to be read; an upload that is refused
  stage.allow(/ERR_UNSAFE_PORT|WebSocket connection to|CORS policy|ERR_FAILED|404|400/);
  const page = await openSheet(stage, await startServices(stage, look), { look, lang });

  const fresh = await picture(page);
  const seen = await difference(page, await kept(look, lang), fresh);
  if (!isAlike(seen, await drewTheLooks(page))) {
    const file = new URL(`../shots/e2e/looks-${look.name}-${lang}.webp`, import.meta.url);
    await writeFile(file, fresh);
    assert.fail(`differs from docs/looks: ${JSON.stringify(seen)}; now: ${fileURLToPath(file)}`);
  }

  if (look.tree) {
    const file = new URL(`./looks/${look.tree}-${lang}.yml`, import.meta.url);
    const tree = await readFile(file, 'utf8');
    assert.deepEqual((await accessibilityTree(page)).split('\n'), tree.split('\n'));
  }

  if (look.media === 'print') return; // axe asks of screens
  await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document.querySelector('main'), {
      rules: { 'heading-order': { enabled: false } }, // of the sheet's own headings
    });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
  assert.deepEqual(violations, []);
};

/** Makes each such part of each element invisible; gives their number. */
function hide(page, selector) {
  return page.evaluate((wanted) => {
    const roots = [...document.querySelectorAll('main *')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    );
    const parts = roots.flatMap((root) => [...root.querySelectorAll(wanted)]);
    for (const part of parts) part.style.setProperty('visibility', 'hidden', 'important');
    return parts.length;
  }, selector);
}

export const cases = {
  ...Object.fromEntries(
    LOOKS.flatMap((look) =>
      LANGUAGES.map((lang) => [
        `every element in every state, ${look.name}, ${lang}: as kept, for assistive technology too, and axe finds nothing`,
        sheet(look, lang),
      ]),
    ),
  ),

  async 'what is missing from the pictures that are kept is seen: the bars of meters, icons'(
    stage,
  ) {
    stage.allow(/ERR_UNSAFE_PORT|WebSocket connection to|CORS policy|ERR_FAILED|404/);
    const [look, lang] = [LOOKS[0], LANGUAGES[0]];
    const page = await openSheet(stage, await startServices(stage, look), { look, lang });
    const whole = await picture(page);
    for (const part of ['[part~=meter-bar]', 'button svg']) {
      const hidden = await hide(page, part);
      assert.ok(hidden > 0, `${part} is on the sheet`);
      const seen = await difference(page, whole, await picture(page));
      assert.ok(!isAlike(seen, true), `${part}: ${JSON.stringify(seen)}`);
    }
  },

  async 'another look or language is not taken for the one that is kept'(stage) {
    const page = await stage.open('about:blank');
    const [light, , aerial] = LOOKS;
    const [en, zh] = LANGUAGES;
    const picture = await kept(light, en);
    assert.ok(isAlike(await difference(page, picture, picture)));
    assert.ok(!isAlike(await difference(page, picture, await kept(aerial, en))));
    assert.ok(!isAlike(await difference(page, picture, await kept(light, zh))));
  },
};
