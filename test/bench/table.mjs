// The table that the bench prints, with what was aimed at and whether it was met.
import { spread } from './accounts.mjs';

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)}`;
const times = (value) => `${value.toFixed(2)} ×`;
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const MIB = 2 ** 20;

/** Rows are collected while the bench runs and printed as Markdown at its end. */
export function createTable() {
  const rows = [];
  /** `met` is undefined where nothing is aimed at. */
  const add = (what, figure, target = '', met = undefined) => {
    rows.push([what, figure, target, met === undefined ? '' : met ? 'yes' : '**no**']);
    console.log(`  ${what}: ${figure}${target && ` (${target}: ${met ? 'met' : 'NOT met'})`}`);
  };
  const atMost = (what, value, limit, write, unit = '') =>
    add(what, `${write(value)}${unit}`, `≤ ${write(limit)}${unit}`, value <= limit);

  return {
    rows,

    /** @param {number | undefined} limit of ours in floors */
    frames(nodes, how, { ours, floor }, limit) {
      const ratio = ours.median / floor.median;
      const figure =
        `${times(ratio)} (${withSpread(ours)} : ${withSpread(floor)} ms` +
        `; of ${ours.count} : ${floor.count})`;
      const what = `main thread a frame, ${count(nodes)}, ${how}`;
      if (limit === undefined) add(what, figure);
      else add(what, figure, `≤ ${times(limit)}`, ratio <= limit);
    },
    longest(nodes, how, { median, most }, limit) {
      const figure = `${ms(most)} ms (median ${ms(median)})`;
      add(`longest task, ${count(nodes)}${how}`, figure, `≤ ${limit} ms`, most <= limit);
    },
    parsing: (nodes, time) =>
      add(`of it JSON.parse in the floor, ${count(nodes)}`, `${withSpread(time)} ms`),
    growth(small, large, value) {
      const what = `growth from ${count(small)} to ${count(large)}, in the growth of nodes`;
      atMost(what, value, 1, times);
    },
    same(nodes, value) {
      atMost(
        `a frame of the same bytes, above parsing, in floors, ${count(nodes)}`,
        value,
        0.3,
        times,
      );
    },
    flips(nodes, value) {
      const what = `a frame that says the same otherwise, above parsing, in floors, ${count(nodes)}`;
      atMost(what, value, 0.3, times);
    },
    idle: (nodes, share) =>
      atMost(`busy between frames, ${count(nodes)}`, 100 * share, 0.5, (v) => v.toFixed(2), ' %'),
    loads(nodes, { ours, floor }, limit) {
      const of = (loads, key) => spread(loads.map((load) => load[key]));
      const pair = (key, write = withSpread) =>
        `${write(of(ours, key))} : ${write(of(floor, key))}`;
      const ratio = of(ours, 'afterBundle').median / of(floor, 'afterBundle').median;
      add(
        `first rows after the bundle is there, ${count(nodes)}`,
        `${times(ratio)} (${pair('afterBundle')} ms)`,
        `≤ ${times(limit)}`,
        ratio <= limit,
      );
      add(`all rows that can be seen, likewise`, `${pair('allRows')} ms`);
      add(`first node with data after the navigation`, `${pair('firstNode')} ms`);
      add(`longest task of the load, ${count(nodes)}`, `${pair('longest')} ms`);
      add(
        'bytes of the page load, compressed',
        pair('bytes', ({ median }) => String(median)),
      );
      add(
        'requests of the page load',
        pair('requests', ({ median }) => String(median)),
      );
    },
    scroll(nodes, { fps, slowest, blanks, pictures, busy }) {
      const what = `scrolling ${count(nodes)} end to end`;
      const figure = `${fps.toFixed(0)} a second (${pictures} pictures, slowest ${ms(slowest)} ms)`;
      add(`${what}, median`, figure, '≥ 50', fps >= 50);
      add(`${what}, main thread a picture, with the frames`, `${ms(busy)} ms`);
      add(`${what}, blank rows`, `${blanks} pictures in a row`, '≤ 2', blanks <= 2);
    },
    heap(nodes, { parsed, after, frames }) {
      const limit = 1.5 * parsed + 20 * MIB;
      const what = `heap after ${frames} frames, ${count(nodes)} (one parsed: ${mib(parsed)})`;
      add(what, mib(after), `≤ ${mib(limit)}`, after <= limit);
    },
    failed: (what, error) => add(what, `not measured: ${error.message}`, 'to be measured', false),
    print: () => console.log(`\n${markdown(rows)}`),
  };
}

const count = (nodes) => `${nodes.toLocaleString('en')} nodes`;

function withSpread({ median, low, high }) {
  return `${ms(median)} [${ms(low)}–${ms(high)}]`;
}

function markdown(rows) {
  const all = [['what', 'ours : floor', 'aim', 'met'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(all[0]), rule, ...rows.map(line)].join('\n');
}
