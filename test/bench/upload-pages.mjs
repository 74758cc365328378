// A page in each engine for upload-heap.mjs: what it can be told, and what it and its processes take.
import { readFile, readdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import * as puppeteer from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';

/** Chromium tells its page's JS heap, too. */
async function openChromium(url) {
  const browser = await chromium.launch({ executablePath: findBrowsers().chromium });
  const page = await browser.newPage();
  await page.goto(url);
  const devtools = await page.context().newCDPSession(page);
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return {
    evaluate: (script, argument) => page.evaluate(script, argument),
    choose: (file) => page.locator('castray-upload input[type=file]').first().setInputFiles(file),
    collectGarbage: () => devtools.send('HeapProfiler.collectGarbage'),
    memory: async () => ({
      heap: (await devtools.send('Runtime.getHeapUsage')).usedSize,
      resident: Math.max(...(await Promise.all(renderers.map(residentOf)))),
    }),
    close: () => browser.close(),
  };
}

/** Firefox tells no heap: all its processes are counted. */
async function openFirefox(url) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowsers().firefox,
    extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1' },
  });
  const page = await browser.newPage();
  await page.goto(url);
  const root = browser.process().pid;
  return {
    evaluate: (script, argument) => page.evaluate(script, argument),
    async choose(file) {
      const input = await page.$('castray-upload >>> input[type=file]');
      await input.uploadFile(file);
    },
    collectGarbage: () => undefined,
    async memory() {
      const sizes = await Promise.all((await familyOf(root)).map(residentOf));
      return { heap: 0, resident: sizes.reduce((sum, size) => sum + size, 0) };
    },
    close: () => browser.close(),
  };
}

export const PAGES = { chromium: openChromium, firefox: openFirefox };

/** Memory of a process in bytes; 0 of one that has ended. Of what several share, each has its part. */
async function residentOf(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** A process and all that it started. */
async function familyOf(root) {
  const parents = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const family = [root];
  for (const pid of family)
    for (const [child, parent] of parents) if (parent === pid) family.push(child);
  return family;
}
