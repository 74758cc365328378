// Unit and element tests in real browsers. BROWSERS (comma-separated) picks engines, the default is
// chromium; TEST_FILES picks files, TEST_PORT the port, TEST_CONCURRENCY how many files at a time; COVERAGE=1 measures (V8, Chromium only).
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { findBrowsers } from './support/browsers.mjs';
import { bundlePlugin } from './support/bundle-plugin.mjs';
import { castrayPlugin } from './support/castray-plugin.mjs';
import { UNCAUGHT, countReporter } from './support/count-reporter.mjs';
import { faultTable } from './support/fault-table.mjs';
import { front } from './support/front.mjs';
import {
  mediaPlugin,
  policyPlugin,
  shotPlugin,
  touchPlugin,
  viewportPlugin,
} from './support/page-plugins.mjs';
import { chromiumLauncher, firefoxLauncher } from './support/puppeteer-launcher.mjs';
import { filesOfAWholeRun } from './support/shared-pages.mjs';
import { tcpPlugin } from './support/tcp-plugin.mjs';
import { webkitLauncher } from './support/webkit-launcher.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const LAUNCHERS = {
  chromium: (executablePath) => chromiumLauncher({ executablePath }),
  firefox: (executablePath) => firefoxLauncher({ executablePath }),
  webkit: (binary) => webkitLauncher({ binary }),
};
const measuresCoverage = process.env.COVERAGE === '1';
const faults = faultTable();
const found = findBrowsers();
const browsers = (process.env.BROWSERS ?? 'chromium').split(',').map((engine) => {
  if (!found[engine]) throw new Error(`no ${engine} on this machine`);
  return LAUNCHERS[engine](found[engine]);
});

// What nobody caught, a rejected promise say, comes too late or too early for Mocha to fail a test by
// it: it is logged with a mark that countReporter knows. The language is fixed: elements follow it.
const testRunnerHtml = (testFramework) => `<!doctype html>
<html lang="en">
  <body>
    <script>
      for (const type of ['error', 'unhandledrejection'])
        addEventListener(type, () => console.error('${UNCAUGHT}'));
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

export default {
  rootDir: here('..'),
  staticLogging: process.stdout.isTTY !== true,
  files: process.env.TEST_FILES?.split(',') ?? filesOfAWholeRun(),
  port: Number(process.env.TEST_PORT) || undefined, // a free one from 8000 on
  nodeResolve: true, // with the «development» condition: Lit's own warnings show
  browsers,
  concurrency: Number(process.env.TEST_CONCURRENCY) || 2,
  concurrentBrowsers: 1,
  testRunnerHtml,
  testFramework: { config: { timeout: 15_000 } }, // axe takes over 5 s on a loaded machine
  testsFinishTimeout: 180_000,
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY === true }),
    countReporter(),
    faults.reporter,
  ],
  middleware: [front],
  plugins: [
    ...(measuresCoverage ? [] : [bundlePlugin()]), // coverage is told by the address of a source
    // it hands the file's text to esbuild: «extends» would not be followed
    esbuildPlugin({ ts: true, tsconfig: here('../tsconfig.json'), target: 'es2022' }),
    castrayPlugin(),
    tcpPlugin(),
    faults.plugin,
    mediaPlugin(),
    policyPlugin(),
    touchPlugin(),
    viewportPlugin(),
    shotPlugin({ directory: here('shots') }),
  ],
  coverage: measuresCoverage,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text'] },
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};
