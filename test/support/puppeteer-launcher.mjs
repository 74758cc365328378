// @web/test-runner launchers for Chromium (CDP) and Firefox (WebDriver BiDi), both by puppeteer-core.
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

// A page in a context of its own: storage apart, and never a background tab, which would have no
// requestAnimationFrame.
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

/** The stock launcher gives a finished file's page to the next file; here each has a new one. */
function neverReuse(launcher, name) {
  launcher.name = name;
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession(id);
    launcher.inactivePages = launcher.inactivePages.filter((idle) => idle.puppeteerPage !== page);
    await page.browserContext().close();
    return result;
  };
  return launcher;
}

export const chromiumLauncher = ({ executablePath }) =>
  neverReuse(
    chromeLauncher({
      createPage,
      launchOptions: {
        executablePath,
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses root otherwise
          // no name but loopback resolves: the browser's own services cannot call out
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.*',
          '--force-color-profile=srgb',
        ],
      },
    }),
    'Chromium',
  );

export const firefoxLauncher = ({ executablePath }) =>
  neverReuse(
    chromeLauncher({
      concurrency: 1, // two pages at once starve each other
      puppeteer: puppeteer.default ?? puppeteer,
      createPage,
      launchOptions: {
        browser: 'firefox',
        executablePath,
        // as above: Firefox's remote settings cannot call out. Other addresses of loopback stay what they are
        extraPrefsFirefox: { 'network.dns.native-is-localhost': true, 'network.trr.mode': 5 },
      },
    }),
    'Firefox',
  );
