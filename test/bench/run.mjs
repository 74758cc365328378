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
    only: { type: 'string', default: 'frames,rest,load,scroll,heap' },
  },
});
const FULL = { rounds: 20, sorted: 8, limit: 60_000, rests: 10, idle: 8000, loads: 9 };
const QUICK = { rounds: 5, sorted: 2, limit: 3000, rests: 3, idle: 1500, loads: 3 };
const extent = flags.quick
  ? { ...QUICK, scroll: 3000, heapFrames: 15 }
  : { ...FULL, scroll: 10_000, heapFrames: 1000 };
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

async function frames(nodes) {
  const { rounds, sorted, limit } = extent;
  const usually = await perFrame(browser, { nodes, rounds, limit, sorts: ['cpu desc'] });
  const { parsing } = usually;
  const [ours, floor] = ['ours', 'floor'].map((side) => busy(usually.accounts, side, 'cpu desc'));
  costs.set(nodes, { ours: ours.median, floor: floor.median });
  table.frames(nodes, 'cpu desc', { ours, floor }, RATIO[nodes]);
  table.parsing(nodes, parsing);
  const longest = usually.accounts
    .filter(({ side, label }) => side === 'ours' && label.startsWith('frame'))
    .map((account) => account.longest);
  if (LONGEST[nodes]) table.longest(nodes, spread(longest), LONGEST[nodes]);
  if (!RATIO[nodes]) return;
  const sorts = SORTS.filter((sort) => sort !== 'cpu desc');
  const others = await perFrame(browser, { nodes, rounds: sorted, limit, sorts });
  for (const sort of sorts) {
    const pair = {
      ours: busy(others.accounts, 'ours', sort),
      floor: busy(others.accounts, 'floor', sort),
    };
    table.frames(nodes, sort, pair, RATIO[nodes]);
  }
}

function busy(all, side, sort) {
  const mine = all.filter((one) => one.side === side && one.label === `frame ${sort}`);
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
