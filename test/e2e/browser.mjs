// One Chromium for all cases, started by the first that opens a page.
import { chromium } from 'playwright-core';
import { findBrowsers } from '../support/browsers.mjs';
import { onceGood } from './once-good.mjs';

let running;

/** Chromium, or undefined where it is not there or not wanted (E2E_ENGINES). */
export function browser() {
  const wanted = (process.env.E2E_ENGINES ?? 'chromium').split(',').includes('chromium');
  const executablePath = findBrowsers().chromium;
  return wanted && executablePath ? launch(executablePath) : undefined;
}

const launch = onceGood(async (executablePath) => {
  running = await chromium.launch({
    executablePath,
    // no name but loopback resolves: neither a page nor the browser itself can call out
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      '--force-color-profile=srgb',
    ],
  });
  return running;
});

export async function closeBrowser() {
  await running?.close();
}
