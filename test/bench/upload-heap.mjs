// `npm run upload-heap`: uploads 500 MB in Chromium to the demo's service, and measures the page's
// memory meanwhile. Fails where the file is not stored whole, or the heap grows with it.
import assert from 'node:assert/strict';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { createService } from '../../demo/service/index.mjs';
import { findBrowsers } from '../support/browsers.mjs';

const SIZE = 500_000_000;
const MIB = 2 ** 20;
/** What the heap may grow by, whatever the file's size. */
const MAX_GROWTH = 16 * MIB;

const folder = await mkdtemp(path.join(tmpdir(), 'castray-heap-'));
const service = await createService({ churn: false });
const browser = await chromium.launch({ executablePath: findBrowsers().chromium });
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
  const page = await browser.newPage();
  await page.goto(service.apiBase);
  for (const { text } of bundle.outputFiles) await page.addScriptTag({ content: text });
  await page.evaluate((apiBase) => {
    const provider = document.createElement('castray-provider');
    provider.apiBase = apiBase;
    const upload = document.createElement('castray-upload');
    upload.maxSize = 1024;
    upload.lang = 'en';
    document.addEventListener('castray-upload-end', ({ upload: ended }) => {
      globalThis.ended = ended;
    });
    provider.append(upload);
    document.body.replaceChildren(provider);
  }, service.apiBase);
  await page.locator('castray-upload option').first().waitFor({ state: 'attached' });

  const devtools = await page.context().newCDPSession(page);
  const system = await browser.newBrowserCDPSession();
  const heap = async () => (await devtools.send('Runtime.getHeapUsage')).usedSize;
  const processes = await system.send('SystemInfo.getProcessInfo');
  const renderers = processes.processInfo.filter(({ type }) => type === 'renderer');
  const resident = async () => {
    const sizes = renderers.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    });
    return Math.max(...(await Promise.all(sizes)));
  };

  await devtools.send('HeapProfiler.collectGarbage');
  const before = { heap: await heap(), resident: await resident() };
  const most = { ...before };
  const started = performance.now();
  await page.locator('castray-upload input[type=file]').first().setInputFiles(file);
  let ended;
  let samples = 0;
  while (!ended) {
    await after(200);
    most.heap = Math.max(most.heap, await heap());
    most.resident = Math.max(most.resident, await resident());
    samples += 1;
    ended = await page.evaluate(() => globalThis.ended);
  }
  const seconds = (performance.now() - started) / 1000;
  await devtools.send('HeapProfiler.collectGarbage');
  const rest = await heap();

  const mib = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;
  console.log(`${ended.state}: ${ended.storedSize} of ${SIZE} bytes in ${seconds.toFixed(1)} s`);
  console.log(
    `JS heap: ${mib(before.heap)} before, ${mib(most.heap)} at most (${samples} looks), ${mib(rest)} after`,
  );
  console.log(`renderer: ${mib(before.resident)} before, ${mib(most.resident)} at most`);
  assert.equal(ended.state, 'stored');
  assert.equal(ended.storedSize, SIZE);
  assert.ok(most.heap - before.heap < MAX_GROWTH, 'the heap grows with the file');
} finally {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true });
}
