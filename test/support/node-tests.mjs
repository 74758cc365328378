// Runs the tests that need no browser (node:test), given as folders, and counts them.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { writeResults } from './results.mjs';

const files = [];
for (const folder of process.argv.slice(2))
  for (const name of await readdir(folder, { recursive: true }))
    if (name.endsWith('.test.mjs')) files.push(path.resolve(folder, name));

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files: files.sort(), concurrency: 2 });
stream.on('test:pass', ({ details, skip }) => {
  if (details.type !== 'suite') counts[skip ? 'skipped' : 'passed'] += 1;
});
stream.on('test:fail', ({ details }) => {
  // a suite fails with its tests, which are counted; a file that cannot be loaded counts as one
  if (details.error.failureType !== 'subtestsFailed') counts.failed += 1;
});
stream.once('end', () => {
  writeResults(counts);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
stream.compose(new spec()).pipe(process.stdout);
