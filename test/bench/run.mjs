// `npm run bench`: what a frame costs, against a floor, in Chromium from dist/. docs/performance.md says
// what each row means. Aims that are not met are said, and are no failure.
//
//   npm run bench -- --quick                under a minute, fewer rounds
//   npm run bench -- --sizes 1000,10000     some sizes
//   npm run bench -- --only frames,scroll   some measurements
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { spread } from './accounts.mjs';
import { launch } from './chromium.mjs';
import { SORTS, atRest, heap, loading, perFrame, scrolling } from './measures.mjs';
import { startServer } from './server.mjs';
import { createTable } from './table.mjs';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '5,100,1000,10000' },
    only: { type: 'string', default: 'frames,worker,rest,load,scroll,heap' },
  },
});
const FULL = { rounds: 20, sorted: 8, warm: 4, limit: 60_000, rests: 10, idle: 8000, loads: 15 };
const QUICK = { rounds: 3, sorted: 0, warm: 1, limit: 2000, rests: 2, idle: 1500, loads: 1 };
const extent = flags.quick
  ? { ...QUICK, scroll: 3000, heapFrames: 6 }
  : { ...FULL, scroll: 10_000, heapFrames: 1000 };
const WORKER = '/castray-worker.js';
const USUAL = 'cpu desc';
const RATIO = { 1000: 2, 10_000: 1.3 };
const LONGEST = { 1000: 50, 10_000: 100 };

const sizes = flags.sizes.split(',').map(Number);
const wanted = flags.only.split(',');
const [usual, largest] = [sizes.find((size) => size >= 1000) ?? sizes.at(-1), Math.max(...sizes)];

if (!existsSync('dist/castray-widgets.js')) {
  console.error('dist/castray-widgets.js is not there: npm run build');
  process.exit(1);
}
const started = performance.now();
const server = await startServer();
const browser = await launch(server);
const table = createTable();
/** Medians of a frame in the floor and in ours, by size. */
const costs = new Map();
console.log(`ours : floor, median [middle half]; load of the machine ${loadavg()[0].toFixed(1)}`);

if (wanted.includes('frames')) for (const nodes of sizes) await step('frames', () => frames(nodes));
for (const nodes of sizes.filter((size) => RATIO[size])) {
  await step('worker', () => frames(nodes, WORKER));
}
for (const [small, large] of sizes.map((size, index) => [size, sizes[index + 1]])) {
  if (!costs.has(small) || !costs.has(large)) continue;
  const grown = costs.get(large).ours / costs.get(small).ours;
  table.growth(small, large, grown / (large / small));
}
await step('rest', () => rest(usual));
await step('load', async () => {
  table.loads(usual, await loading(browser, { nodes: usual, rounds: extent.loads }), 3);
});
await step('scroll', async () => {
  const options = { nodes: largest, duration: extent.scroll, every: 1000 };
  table.scroll(largest, await scrolling(browser, options));
});
await step('heap', async () => {
  table.heap(largest, await heap(browser, { nodes: largest, frames: extent.heapFrames }));
});
await browser.close();
server.close();
table.print();
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);

/** A measurement that cannot be made is a row of the table. */
async function step(name, measure) {
  if (!wanted.includes(name)) return;
  try {
    await measure();
  } catch (error) {
    table.failed(name, error);
  }
}

async function frames(nodes, worker = '') {
  const { rounds, sorted, limit, warm } = extent;
  const look = (how, set, times) => ({ how, set, rounds: times });
  const sorts = RATIO[nodes] && sorted > 0 ? SORTS.filter((sort) => sort !== USUAL) : [];
  const others = sorts.map((sort) => look(sort || 'default order', { sort }, sorted));
  if (nodes >= 10_000) others.push(look('as a map', { view: 'map' }, sorted || rounds));
  const looks = [look(USUAL, { sort: USUAL }, rounds), ...others];
  const { accounts, parsing } = await perFrame(browser, { nodes, looks, limit, warm, worker });
  for (const { how } of looks) {
    const aim = how === 'as a map' ? 1 : RATIO[nodes];
    table.frames(nodes, `${how}${withWorker(worker)}`, pairOf(accounts, how), aim);
  }
  if (!worker) {
    const { ours, floor } = pairOf(accounts, USUAL);
    costs.set(nodes, { ours: ours.median, floor: floor.median });
    table.parsing(nodes, parsing);
  }
  const longest = accounts
    .filter(({ side, label }) => side === 'ours' && label.startsWith('frame'))
    .map((account) => account.longest);
  if (LONGEST[nodes]) table.longest(nodes, withWorker(worker), spread(longest), LONGEST[nodes]);
}

function withWorker(worker) {
  return worker ? ', with the worker' : '';
}

function pairOf(accounts, how) {
  return { ours: busy(accounts, 'ours', how), floor: busy(accounts, 'floor', how) };
}

function busy(all, side, how) {
  const mine = all.filter((one) => one.side === side && one.label === `frame ${how}`);
  return spread(mine.map((account) => account.busy));
}

async function rest(nodes) {
  const { rests: rounds, idle } = extent;
  const all = await atRest(browser, { nodes, rounds, idle });
  const of = (label) => all.filter((account) => account.label === label);
  const cost = costs.get(nodes);
  if (cost) {
    const [same, flips, parse] = ['same', 'flips', 'parse'].map(
      (label) => spread(of(label).map((account) => account.busy)).median,
    );
    table.same(nodes, (same - parse) / cost.floor);
    table.flips(nodes, (flips - parse) / cost.floor);
  }
  const [{ busy: worked, span }] = of('idle');
  table.idle(nodes, worked / span);
}
