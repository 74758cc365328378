// What `npm run faults` runs: the fault suite alone, and docs/reliability.md is written anew from it.
//
//   npm run faults                                  in all engines that are there
//   npm run faults -- --browsers chromium,firefox   in these
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ENGINES, findBrowsers, howToInstall } from '../support/browsers.mjs';
import { readFlags, refuse } from '../support/flags.mjs';
import { runCounted } from '../support/steps.mjs';
import { FAULTS } from './catalogue.mjs';
import { reliabilityPage } from './reliability-page.mjs';

const PAGE = 'docs/reliability.md';
const flags = readFlags({ browsers: { type: 'string' } });
const found = findBrowsers();
const engines = flags.browsers?.split(',') ?? ENGINES.filter((engine) => found[engine]);
const absent = engines.filter((engine) => !found[engine]);
// before the page is written, in which they would be a failure
if (absent.length > 0 || engines.length === 0)
  refuse(
    `not on this machine: ${absent.join(', ') || 'a browser'}; to have all: ${howToInstall()}`,
  );

const directory = mkdtempSync(path.join(tmpdir(), 'castray-faults-'));
const runs = [];
for (const engine of engines) {
  const file = path.join(directory, `${engine}.json`);
  const command = [
    'node',
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'test/web-test-runner.config.mjs',
  ];
  const started = performance.now();
  const counts = await runCounted(`faults in ${engine}`, command, {
    BROWSERS: engine,
    TEST_FILES: 'test/faults/*.test.ts',
    FAULTS_FILE: file,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  runs.push({ ...counts, seconds, rows: rowsIn(file) });
}
rmSync(directory, { recursive: true });

const markdown = reliabilityPage(FAULTS, runs, new Date());
const options = await resolveConfig(PAGE);
writeFileSync(PAGE, await format(markdown, { ...options, parser: 'markdown' }));
console.log(`\n${PAGE} holds the table`);
process.exitCode = runs.some(({ failed }) => failed > 0) ? 1 : 0;

function rowsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return []; // the engine ended before it had any
  }
}
