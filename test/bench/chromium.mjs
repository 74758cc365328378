// The browser of the bench: tabs in processes of their own, and the browser's own record of its tasks.
import { chromium } from 'playwright-core';
import { findBrowsers } from '../support/browsers.mjs';

const CATEGORIES = [
  'disabled-by-default-devtools.timeline', // RunTask: each task of a thread
  'devtools.timeline',
  'blink.user_timing', // the marks
];
const LONGEST_WAIT = 60_000;
const LOOK_EVERY = 200; // ms
/** CPU time between two looks that counts as rest, in seconds. */
const REST = 0.015;

export async function launch(server) {
  const executablePath = findBrowsers().chromium;
  if (!executablePath) throw new Error('no Chromium on this machine');
  const browser = await chromium.launch({
    executablePath,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  });
  let tabs = 0;
  return {
    /**
     * Opens a page, `ours` or `floor`, with a socket of its own; `greeting` is its first frame. Where the
     * load is measured, it begins when the browser `isAtRest`.
     */
    async open(side, { greeting, sort = '', only = '', worker = '', isAtRest = false } = {}) {
      const path = `/${(tabs += 1)}`;
      server.greet(path, greeting);
      const context = await browser.newContext({ viewport: { width: 1280, height: 1800 } });
      const page = await context.newPage();
      if (isAtRest) await untilAtRest(browser);
      const cdp = await context.newCDPSession(page);
      const tab = makeTab({ side, path, page, cdp, server });
      await cdp.send('Runtime.enable');
      await cdp.send('Runtime.addBinding', { name: 'benchShown' });
      const shown = greeting && tab.shown();
      await page.goto(
        `${server.origin}/${side}?${new URLSearchParams({ path, sort, only, worker })}`,
      );
      await shown;
      return Object.assign(tab, { close: () => context.close() });
    },

    /** Records what every thread does while `work` runs; gives the events. */
    async trace(work) {
      const session = await browser.newBrowserCDPSession();
      const events = [];
      session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
      await session.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
      });
      await work();
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      return events;
    },

    close: () => browser.close(),
  };
}

/**
 * A context has a window of its own, whose frame is a page of the browser's, too: for a second it takes both
 * cores, which a load that began at once would be charged for.
 */
async function untilAtRest(browser) {
  const session = await browser.newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
  };
  const end = performance.now() + LONGEST_WAIT;
  let before = await used();
  for (let rest = Infinity; rest > REST && performance.now() < end;) {
    await pause(LOOK_EVERY);
    const now = await used();
    rest = now - before;
    before = now;
  }
  await session.detach();
}

function makeTab({ side, path, page, cdp, server }) {
  let waiting;
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'benchShown') waiting?.(Number(payload));
  });
  const tab = {
    side,
    page,
    cdp,
    send: (frame) => server.send(path, frame),

    /** When the next frame is on the screen; gives the ms that `JSON.parse` took, where told. */
    shown() {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          reject(new Error(`${side}: no frame was shown within ${LONGEST_WAIT / 1000} s`));
        }, LONGEST_WAIT);
        waiting = (parseTime) => {
          clearTimeout(late);
          resolve(parseTime);
        };
      });
    },

    mark: (name) => page.evaluate((mark) => performance.mark(mark).startTime, `bench:${name}`),

    /** Sends a frame and waits until it is shown; the trace has it under the label. */
    async frame(frame, label) {
      await tab.mark(`start:${side}:${label}`);
      const shown = tab.shown();
      tab.send(frame);
      return shown;
    },

    /** Waits; the trace has what the tab did meanwhile under the label. */
    async watch(ms, label, before = () => {}) {
      await tab.mark(`start:${side}:${label}`);
      before();
      await pause(ms);
      await tab.mark('end');
    },

    /** Bytes in use after garbage was collected, buffers and wrappers included. */
    async heap() {
      for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
      const {
        usedSize,
        embedderHeapUsedSize = 0,
        backingStorageSize = 0,
      } = await cdp.send('Runtime.getHeapUsage');
      return usedSize + embedderHeapUsedSize + backingStorageSize;
    },
  };
  return tab;
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
