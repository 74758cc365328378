// The browser of the soak, and what it says of a page after everything that can be freed was freed.
import { readFile } from 'node:fs/promises';
import * as puppeteer from 'puppeteer-core';
import { serveSite } from '../e2e/site.mjs';
import { findBrowsers } from '../support/browsers.mjs';

const BUNDLE = '<script type="module" src="/dist/castray-widgets.js"></script>';
const SINON = new URL('../../node_modules/sinon/pkg/sinon.js', import.meta.url);
const PACE = new URL('pace.js', import.meta.url);

/** What must stay as it is; each is a number. */
export const MEASURES = ['heap', 'listeners', 'timers', 'nodes'];

export async function launch() {
  const executablePath = findBrowsers().chromium;
  if (!executablePath) throw new Error('no Chromium on this machine');
  const browser = await puppeteer.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses root otherwise
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
    // told of requests, DevTools keep 290 bytes of each in the page's own heap, for ever
    networkEnabled: false,
    protocolTimeout: 0,
  });
  return {
    /** A page with the bundle and this markup; `pace`: its time is pace.js, driven by frames. */
    async open(markup, { pace = false } = {}) {
      const page = await browser.newPage();
      if (pace) {
        for (const script of [SINON, PACE])
          await page.evaluateOnNewDocument(await readFile(script, 'utf8'));
      }
      const site = await serveSite({
        pages: {
          '/': `<!doctype html><html lang="en"><title>soak</title>${BUNDLE}${markup}</html>`,
        },
      });
      await page.goto(site.origin);
      const cdp = await page.createCDPSession();
      await cdp.send('Performance.enable');
      return {
        page,
        measure: () => measure(page, cdp),
        async close() {
          await page.close();
          await site.close();
        },
      };
    },
    close: () => browser.close(),
  };
}

async function measure(page, cdp) {
  for (let round = 0; round < 4; round += 1) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  }
  const heap = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const read = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    heap: heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0),
    listeners: read('JSEventListeners'),
    nodes: read('Nodes'),
    timers: await page.evaluate(() => globalThis.pace?.timers() ?? 0),
  };
}
