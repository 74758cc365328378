// The tests of the lower layers take milliseconds, and opening a page for each file takes seconds: all
// files of a layer share one. Elements' tests do not: each file has a document of its own.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = path.join(ROOT, 'node_modules/.cache/castray-widgets');
const SHARED = {
  'model-and-text': ['test/model', 'test/text'],
  connection: ['test/connection'],
  store: ['test/store'],
};

/** Which files a whole run opens: one for each shared page, written here, and all that share none. */
export function filesOfAWholeRun() {
  mkdirSync(CACHE, { recursive: true });
  const shared = Object.entries(SHARED).map(([name, folders]) => {
    const imports = folders
      .flatMap(testFiles)
      .map((file) => `import '${path.relative(CACHE, file)}';\n`);
    const page = path.join(CACHE, `${name}.test.ts`);
    writeFileSync(page, imports.sort().join(''));
    return page;
  });
  const apart = Object.values(SHARED).flatMap((folders) =>
    folders.map((folder) => `!${folder}/**`),
  );
  return [...shared, 'test/**/*.test.ts', ...apart];
}

const testFiles = (folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(ROOT, folder, name));
