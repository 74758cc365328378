// `npm run looks`: pictures of every element in every state, look and language, into docs/looks, and the
// accessibility trees into test/e2e/looks. Look at them before you keep them: test/e2e/looks.e2e.mjs compares with them from then on.
import { mkdir, writeFile } from 'node:fs/promises';
import { browser, closeBrowser } from '../test/e2e/browser.mjs';
import { MADE_BY } from '../test/e2e/looks/compare.mjs';
import { accessibilityTree, openSheet, picture, startServices } from '../test/e2e/looks/sheet.mjs';
import { LANGUAGES, LOOKS } from '../test/e2e/looks/specimens.mjs';
import { openStage } from '../test/e2e/stage.mjs';

const trees = new URL('../test/e2e/looks/', import.meta.url);
const folder = new URL('./looks/', import.meta.url);
await mkdir(folder, { recursive: true });
const stage = openStage();
try {
  await writeFile(MADE_BY, `${(await browser()).version()}\n`);
  const services = await startServices(stage);
  for (const look of LOOKS) {
    for (const lang of LANGUAGES) {
      const page = await openSheet(stage, services, { look, lang });
      const name = `${look.name}-${lang}.webp`;
      await writeFile(new URL(name, folder), await picture(page));
      if (look === LOOKS[0]) {
        await writeFile(new URL(`tree-${lang}.yml`, trees), await accessibilityTree(page));
      }
      await page.close();
      console.log(`docs/looks/${name}`);
    }
  }
} finally {
  await stage.close();
  await closeBrowser();
}
