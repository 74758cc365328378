// `npm run upload-heap`: uploads 500 MB in Chromium (or `-- firefox`) to the demo's service, and measures
// the page's memory meanwhile. Fails where the file is not stored whole, or the page's memory grows with it.
// Firefox's own process copies what it sends, whoever sends it (docs/performance.md): that is only told.
import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { build } from 'esbuild';
import { createService } from '../../demo/service/index.mjs';
import { PAGES } from './upload-pages.mjs';

const SIZE = 500_000_000;
const MIB = 2 ** 20;
/** What may grow by how much, whatever the file's size. */
const MAX_GROWTH = { heap: 16 * MIB, resident: 160 * MIB };

const engine = process.argv[2] ?? 'chromium';
const folder = await mkdtemp(path.join(tmpdir(), 'castray-heap-'));
const service = await createService({ churn: false });
const page = await PAGES[engine](service.apiBase);
try {
  const file = path.join(folder, 'large.bin');
  const handle = await open(file, 'w');
  await handle.truncate(SIZE);
  await handle.close();

  const bundle = await build({
    entryPoints: ['src/define/castray-provider.ts', 'src/define/castray-upload.ts'],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  for (const { text } of bundle.outputFiles)
    await page.evaluate((code) => {
      const script = document.createElement('script');
      script.textContent = `(() => {${code}})()`;
      document.head.append(script);
    }, text);
  await page.evaluate((apiBase) => {
    const provider = document.createElement('castray-provider');
    provider.apiBase = apiBase;
    const upload = document.createElement('castray-upload');
    upload.maxSize = 1024;
    upload.lang = 'en';
    document.addEventListener('castray-upload-end', ({ upload: ended }) => {
      globalThis.ended = { state: ended.state, storedSize: ended.storedSize };
    });
    provider.append(upload);
    document.body.replaceChildren(provider);
  }, service.apiBase);
  const isReady = () =>
    document.querySelector('castray-upload').shadowRoot.querySelector('option:not([value=""])');
  while (!(await page.evaluate(`!!(${isReady})()`))) await after(100);

  await page.collectGarbage();
  const before = await page.memory();
  const most = { ...before };
  const started = performance.now();
  await page.choose(file);
  let ended;
  let samples = 0;
  while (!ended) {
    await after(200);
    const now = await page.memory();
    for (const key of Object.keys(most)) most[key] = Math.max(most[key], now[key]);
    samples += 1;
    ended = await page.evaluate(() => globalThis.ended);
  }
  const seconds = (performance.now() - started) / 1000;
  await page.collectGarbage();
  const rest = await page.memory();

  const mib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  console.log(
    `${engine}: ${ended.state}, ${ended.storedSize} of ${SIZE} bytes in ${seconds.toFixed(1)} s`,
  );
  for (const [key, what] of [
    ['heap', 'JS heap'],
    ['resident', 'memory of the page’s process'],
    ['sender', 'memory of the browser’s own process'],
  ])
    if (key in most)
      console.log(
        `${what}: ${mib(before[key])} before, ${mib(most[key])} at most (${samples} looks), ${mib(rest[key])} after`,
      );
  assert.equal(ended.state, 'stored');
  assert.equal(ended.storedSize, SIZE);
  for (const [key, growth] of Object.entries(MAX_GROWTH))
    assert.ok(most[key] - before[key] < growth, `the ${key} grows with the file`);
} finally {
  await page.close();
  await service.close();
  await rm(folder, { recursive: true });
}
