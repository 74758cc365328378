// Runs every case of test/e2e/*.e2e.mjs: two files at a time, since most of a case is waiting. Arguments:
// words; only the files whose name has one of them.
//
// Such a file exports `cases`: an object of functions, each named by the sentence that it proves. A
// function gets a stage (stage.mjs) and throws, by node:assert say, when the sentence is not true.
import { readdir } from 'node:fs/promises';
import { writeResults } from '../support/results.mjs';
import { Skipped, openStage } from './stage.mjs';
import { closeBrowser } from './browser.mjs';

const CASE_LIMIT_MS = 60_000;

// The longest file begins first, so that no lane is left with it at the end.
const isLong = (name) => name.startsWith('looks');

const folder = new URL('./', import.meta.url);
const words = process.argv.slice(2);
const files = (await readdir(folder))
  .filter((name) => name.endsWith('.e2e.mjs'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort((a, b) => isLong(b) - isLong(a) || a.localeCompare(b));

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const queue = files[Symbol.iterator]();
await Promise.all([lane(), lane()]);
// As with the unit tests: what fails on a busy machine is run once more, alone, and said to be unsteady.
if (failures.length <= 3) for (const failure of failures) await onceMore(failure);
await closeBrowser();
writeResults(counts);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

async function lane() {
  for (const file of queue) {
    const said = [file];
    await runFile(file, (line) => said.push(line));
    console.log(said.join('\n'));
  }
}

async function runFile(file, say) {
  try {
    const { cases } = await import(new URL(file, folder));
    for (const [name, run] of Object.entries(cases)) await runCase(name, run, say);
  } catch (error) {
    counts.failed += 1;
    say(`  FAILED the file itself\n${error.stack}`);
  }
}

async function runCase(name, run, say) {
  const outcome = await outcomeOf(name, run);
  counts[outcome.result] += 1;
  say(outcome.text);
  if (outcome.result === 'failed') failures.push({ name, run });
}

async function onceMore({ name, run }) {
  const { result, text } = await outcomeOf(name, run);
  console.log(text);
  if (result !== 'passed') return;
  console.log(`UNSTEADY, passed at the second try: ${name}`);
  counts.failed -= 1;
  counts.passed += 1;
}

async function outcomeOf(name, run) {
  const started = performance.now();
  const stage = openStage();
  let error;
  try {
    await within(CASE_LIMIT_MS, run(stage));
    stage.check();
  } catch (thrown) {
    error = thrown;
  }
  await stage.close().catch((thrown) => (error ??= thrown));
  const time = `${Math.round(performance.now() - started)} ms`;
  if (!error) return { result: 'passed', text: `  ok ${name} (${time})` };
  if (error instanceof Skipped)
    return { result: 'skipped', text: `  skipped ${name}: ${error.message}` };
  const text = `  FAILED ${name} (${time})\n${error.stack}\n${stage.messages().join('\n')}`;
  return { result: 'failed', text };
}

function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
