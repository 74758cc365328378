// `node docs/screenshots.mjs`: the pictures of README and docs, taken of the demo's pages.
// Needs a build (npm run build) and Chromium. Replays captures, so that the pictures stay the same.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowsers } from '../test/support/browsers.mjs';

const IMAGES = fileURLToPath(new URL('./images/', import.meta.url));
const CAPTURES = 'test/fixtures/captures';

/** name → which page, in which window, and what of it */
const PICTURES = {
  overview: { path: '/?lang=en&theme=light', size: [1280, 820] },
  'overview-dark': { path: '/?lang=zh-CN&theme=dark', size: [1280, 820] },
  dronecampus: { path: '/dronecampus.html', size: [1600, 1000] },
  narrow: { path: '/?lang=en&theme=light', size: [360, 900] },
};

const demo = spawn(
  'node',
  [
    'demo/start.mjs',
    ...['--port', '18080'],
    ...['--replay', `${CAPTURES}/ws-node-joins-under-load.ndjson`],
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const browser = await chromium.launch({
  executablePath: findBrowsers().chromium,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
try {
  const origin = await pagesOrigin(demo);
  await mkdir(IMAGES, { recursive: true });
  for (const [name, { path, size }] of Object.entries(PICTURES)) {
    const [width, height] = size;
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(origin + path);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('castray-provider')].every(
        ({ connection }) => connection.phase === 'live',
      ),
    );
    await page.screenshot({ path: `${IMAGES}${name}.png` });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
  demo.kill('SIGINT');
  await once(demo, 'exit');
}

async function pagesOrigin({ stdout }) {
  let said = '';
  for await (const chunk of stdout) {
    said += chunk;
    if (said.includes('Ctrl-C')) break;
  }
  return /Overview\s+(http:\S+?)\/?\s/.exec(said)[1];
}
