// What `npm test` runs: every check, one section each, and one line of figures at the end.
//
//   npm test -- --only unit,e2e            some of the steps below, by name
//   npm test -- --browsers chromium        some engines (all that are there, otherwise)
//   npm test -- --files 'test/model/**'    some test files of the unit step
import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  ENGINES,
  canInstall,
  findBrowsers,
  hasPython,
  howToInstall,
  installBrowsers,
  missingProxies,
} from './support/browsers.mjs';
import { readFlags, refuse } from './support/flags.mjs';
import { runCounted, runOnce } from './support/steps.mjs';

const flags = readFlags({
  only: { type: 'string' },
  browsers: { type: 'string' },
  files: { type: 'string' },
});
const asked = flags.browsers?.split(',');
const WTR = [
  'node',
  'node_modules/@web/test-runner/dist/bin.js',
  '--config',
  'test/web-test-runner.config.mjs',
];

/** Test files at a time in an engine that has the machine to itself; beside others, two. */
const FILES_AT_A_TIME = '3';

/**
 * Test files in all engines side by side, the first's output seen while it runs. Most of a test is waiting, and
 * one engine after the other would leave the cores idle half of the time.
 */
async function inEach([first, ...others], title, files) {
  if (!first) return [];
  const alone = others.length === 0 && { TEST_CONCURRENCY: FILES_AT_A_TIME };
  const beside = (engine) => inOnePiece((say) => inOne(engine, title, files, { say }));
  return Promise.all([inOne(first, title, files, { more: alone }), ...others.map(beside)]);
}

/** Prints what a step says when it has ended: others run beside it. */
async function inOnePiece(run) {
  const said = [];
  const counts = await run((text) => said.push(text));
  process.stdout.write(said.join(''));
  return counts;
}

async function inOne(engine, title, files, { say, more }) {
  const run = async (name, chosen) => {
    // two runners that begin side by side would both find the same port free
    const port = String(await freePort());
    const env = {
      ...{ BROWSERS: engine, TEST_PORT: port, ...more },
      ...(chosen && { TEST_FILES: chosen }),
    };
    return runCounted(name, WTR, env, say);
  };
  return secondTry(await run(`${title} in ${engine}`, files), engine, run);
}

/** A port that the system has just given out, and gives to nobody else for a while. */
async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Real browsers, real sockets and two busy cores: a file that failed is run once more, alone, and what
 * passes then has passed. It is said, so that an unsteady test is mended and not forgotten; where many
 * files failed, no machine was merely busy.
 */
async function secondTry(counts, engine, run) {
  const { failedFiles = [], failed } = counts;
  if (failed === 0 || failedFiles.length === 0 || failedFiles.length > 3) return counts;
  const again = await run(`once more in ${engine}`, failedFiles.join(','));
  if (again.failed > 0) return counts;
  console.log(`UNSTEADY in ${engine}, passed at the second try: ${failedFiles.join(', ')}`);
  return { ...counts, passed: counts.passed + failed, failed: 0 };
}

// In this order: what is quick and breaks most often stands first.
const STEPS = {
  types: (_, say) => runOnce('types', ['npm', 'run', '-s', 'typecheck'], say),
  lint: (_, say) => runOnce('lint', ['npm', 'run', '-s', 'lint'], say),
  format: (_, say) => runOnce('format', ['npm', 'run', '-s', 'format:check'], say),
  build: (_, say) => runOnce('build', ['npm', 'run', '-s', 'build'], say),
  size: () => runOnce('size', ['npm', 'run', '-s', 'size']),
  service: () =>
    runCounted('demo service, documents and scripts', [
      ...['node', 'test/support/node-tests.mjs'],
      ...['test/demo', 'test/text', 'test/support'],
    ]),
  unit: (engines) => inEach(engines, 'unit tests', flags.files),
  e2e: (engines) =>
    runCounted('pages and package', ['node', 'test/e2e/run.mjs'], {
      E2E_ENGINES: engines.join(','),
    }),
  bundles: (engines) => inEach(engines, 'bundles', 'test/bundles/*.bundle.ts'),
};
/** None of these needs another, and there are two cores. */
const SIDE_BY_SIDE = ['types', 'lint', 'format', 'build'];
const IN_BROWSERS = ['unit', 'e2e', 'bundles'];
const OF_THE_BUILD = ['size', 'e2e', 'bundles'];

const named = flags.only?.split(',') ?? Object.keys(STEPS);
const unknown = [
  ...named.filter((step) => !Object.hasOwn(STEPS, step)),
  ...(asked ?? []).filter((engine) => !ENGINES.includes(engine)),
];
if (unknown.length > 0)
  refuse(
    `not known: ${unknown.join(', ')}; steps: ${Object.keys(STEPS).join(', ')}; browsers: ${ENGINES.join(', ')}`,
  );

const only = Object.keys(STEPS).filter((step) => named.includes(step));

const total = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
};

const engines = only.some((step) => IN_BROWSERS.includes(step)) ? chooseEngines() : [];
const first = only.filter((step) => SIDE_BY_SIDE.includes(step));
const results = await Promise.all(
  first.map((step) => inOnePiece((say) => STEPS[step](engines, say))),
);
results.forEach(add);
const isBuilt = !results.some(({ failed }, i) => first[i] === 'build' && failed > 0);

for (const step of only.slice(first.length)) {
  if (!isBuilt && OF_THE_BUILD.includes(step)) {
    console.log(`\n== ${step}: skipped, there is no build`);
    add({ skipped: 1 });
    continue;
  }
  [await STEPS[step](engines)].flat().forEach(add);
}

const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * The engines to test in. One that is asked for by name, or any of the three under CI, must be there;
 * on a person's own computer one is enough, and the others are counted as skipped.
 */
function chooseEngines() {
  const wanted = asked ?? ENGINES;
  const missing = () => wanted.filter((engine) => !findBrowsers()[engine]);
  const toInstall = [...missing(), ...(hasPython() ? [] : ['python3']), ...missingProxies()];
  if (toInstall.length > 0 && canInstall()) {
    console.log(`== installing ${toInstall.join(', ')} from Debian's packages`);
    installBrowsers();
  }
  const absent = missing();
  const present = wanted.filter((engine) => !absent.includes(engine));
  if (absent.length > 0) {
    const must = asked !== undefined || process.env.CI === 'true' || present.length === 0;
    add({ [must ? 'failed' : 'skipped']: absent.length });
    console.log(
      `== ${absent.join(', ')}: not on this machine, ${must ? 'failed' : 'skipped'}. To have all: ${howToInstall()}`,
    );
  }
  return present;
}
