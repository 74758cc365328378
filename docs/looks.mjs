// `npm run looks`: pictures of every element in every state, look and language, into docs/looks, and the
// accessibility trees into test/e2e/looks. Look at them before you keep them: test/e2e/looks.e2e.mjs compares with them from then on.
// Arguments: names of looks; only these.
import { mkdir, writeFile } from 'node:fs/promises';
import { browser, closeBrowser } from '../test/e2e/browser.mjs';
import { MADE_BY } from '../test/e2e/looks/compare.mjs';
import { accessibilityTree, openSheet, picture, startServices } from '../test/e2e/looks/sheet.mjs';
import { LANGUAGES, LOOKS } from '../test/e2e/looks/specimens.mjs';
import { openStage } from '../test/e2e/stage.mjs';

const trees = new URL('../test/e2e/looks/', import.meta.url);
const folder = new URL('./looks/', import.meta.url);
await mkdir(folder, { recursive: true });
const words = process.argv.slice(2);
try {
  await writeFile(MADE_BY, `${(await browser()).version()}\n`);
  for (const look of LOOKS.filter(({ name }) => words.length === 0 || words.includes(name)))
    for (const lang of LANGUAGES) await keep(look, lang);
} finally {
  await closeBrowser();
}

/** With services of its own: what is done at them in one sheet is not there in the next. */
async function keep(look, lang) {
  const stage = openStage();
  try {
    const page = await openSheet(stage, await startServices(stage, look), { look, lang });
    const name = `${look.name}-${lang}.webp`;
    await writeFile(new URL(name, folder), await picture(page));
    if (look.tree)
      await writeFile(new URL(`${look.tree}-${lang}.yml`, trees), await accessibilityTree(page));
    console.log(`docs/looks/${name}`);
  } finally {
    await stage.close();
  }
}
