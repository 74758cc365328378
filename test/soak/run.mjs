// `npm run soak`: what the widgets keep when they run for long, in Chromium from dist/.
//
//   npm run soak                    5 minutes, and at least 100,000 snapshots
//   npm run soak -- --minutes 60    longer
//
// docs/reliability.md says what is measured, and holds a result.
import { existsSync } from 'node:fs';
import { definedTags } from '../e2e/manifest.mjs';
import { readFlags, readNumber } from '../support/flags.mjs';
import { launch } from './browser.mjs';
import { soakFrames } from './frames.mjs';
import { soakMounts } from './mounts.mjs';
import { soakRestart } from './restart.mjs';

const flags = readFlags({
  minutes: { type: 'string', default: '5' },
  snapshots: { type: 'string', default: '100000' },
  mounts: { type: 'string', default: '1000' },
});
const least = Object.fromEntries(
  Object.entries(flags).map(([name, text]) => [name, readNumber(name, text)]),
);

if (!existsSync('dist/custom-elements.json')) {
  console.error('dist/ is not there: npm run build');
  process.exit(1);
}
const tags = await definedTags();
const browser = await launch();
const failures = [];
const started = performance.now();
try {
  for (const [title, soak, options] of [
    ['Frames', soakFrames, least],
    ['Mounts, moves and removals', soakMounts, { rounds: least.mounts }],
    ['A restart under 50 pages', soakRestart, {}],
  ]) {
    console.log(`\n${title}\n`);
    failures.push(...(await soak(browser, tags, options)));
  }
} finally {
  await browser.close();
}
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
for (const failure of failures) console.log(`\nFAILED: ${failure}`);
console.log(`\n${failures.length === 0 ? 'passed' : 'FAILED'}, in ${minutes} min`);
process.exitCode = failures.length === 0 ? 0 : 1;
