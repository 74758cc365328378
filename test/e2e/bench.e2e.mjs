// `npm run bench` works; how fast anything is, no test says.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Skipped } from './stage.mjs';
import { browser } from './browser.mjs';

const run = promisify(execFile);

export const cases = {
  'npm run bench measures both pages and prints a table'() {
    return bench('--sizes', '5', '--only', 'frames,rest,load,scroll');
  },
};

async function bench(...args) {
  if (!(await browser())) throw new Skipped('no Chromium');
  const { stdout } = await run('node', ['test/bench/run.mjs', '--quick', ...args]);
  const rows = stdout.split('\n').filter((line) => line.startsWith('|'));
  assert.match(rows.join('\n'), /main thread a frame, 5 nodes, cpu desc +\| [\d.]+ ×/);
  for (const what of ['same bytes', 'between frames', 'first rows', 'scrolling', 'requests'])
    assert.ok(
      rows.some((row) => row.includes(what)),
      `${what} is in the table`,
    );
  assert.doesNotMatch(stdout, /not measured|NaN|undefined/);
}
