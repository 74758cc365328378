// A page in each engine for upload-heap.mjs: what it can be told, and what it and its processes take.
import { readFile } from 'node:fs/promises';
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

/** Firefox tells of its memory to privileged scripts: of the page's process, and of its own, which sends. */
async function openFirefox(url) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowsers().firefox,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1' },
  });
  const page = await browser.newPage();
  await page.goto(url);
  const privileged = await privilegedScripts(browser.connection);
  return {
    evaluate: (script, argument) => page.evaluate(script, argument),
    async choose(file) {
      const input = await page.$('castray-upload >>> input[type=file]');
      await input.uploadFile(file);
    },
    collectGarbage: () => privileged(COLLECT_GARBAGE),
    memory: async () => JSON.parse(await privileged(MEMORY_REPORT)),
    close: () => browser.close(),
  };
}

/** Runs expressions in Firefox's own window, and gives their strings. */
async function privilegedScripts(connection) {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0].context };
  return async (expression) => {
    const answer = await connection.send('script.evaluate', {
      target,
      expression,
      awaitPromise: true,
    });
    return answer.result.result.value;
  };
}

const MEMORY_MANAGER = `Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)`;

const COLLECT_GARBAGE = `new Promise((done) => ${MEMORY_MANAGER}.minimizeMemoryUsage(() => done('')))`;

// asked for in the page's own process; a whole report of all processes takes seconds while one of them sends
const MEMORY_REPORT = `new Promise((done) => {
  const { messageManager } = gBrowser.selectedBrowser;
  messageManager.addMessageListener('memory', function told({ data }) {
    messageManager.removeMessageListener('memory', told);
    done(JSON.stringify({ ...data, sender: ${MEMORY_MANAGER}.residentUnique }));
  });
  const ask = () => {
    const { JSMainRuntimeGCHeap, residentUnique } = ${MEMORY_MANAGER};
    sendAsyncMessage('memory', { heap: JSMainRuntimeGCHeap, resident: residentUnique });
  };
  messageManager.loadFrameScript('data:,(' + encodeURIComponent(ask) + ')()', false);
})`;

export const PAGES = { chromium: openChromium, firefox: openFirefox };

/** Memory of a process in bytes; 0 of one that has ended. Of what several share, each has its part. */
async function residentOf(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
}
