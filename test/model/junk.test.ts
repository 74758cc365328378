import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ClusterHistory } from '../../src/model/cluster-history.js';
import { countByFilter, sortNodes } from '../../src/model/node-query.js';
import { parseDashboard, parseFrame } from '../../src/model/parse-report.js';
import type { ClusterSnapshot, ResourceTotal } from '../../src/model/cluster.js';
import { capture, capturedFrames } from '../support/captures.js';

/** Ten thousand changed captures cost each engine some seconds. */
const CHANGED = 10_000;
const GARBLED = 2000;

type Path = readonly (string | number)[];

/** Every place in a JSON value. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const at = value as Record<string | number, unknown>;
  return [path, ...below.flatMap((key) => places(at[key], [...path, key]))];
}

function put(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = Array.isArray(root) ? [...(root as unknown[])] : { ...(root as object) };
  const at = copy as Record<string | number, unknown>;
  at[key] = put(at[key], rest, value);
  return copy;
}

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(-1, 1e308, 1e18, 100.5, -0, '42', '', 'ALIVE', 'node:', '__proto__'),
  fc.constantFrom<unknown>('\u202e', 'x'.repeat(20_000), [], {}, null, true),
);

function figuresOf({ nodes, totals, counts }: ClusterSnapshot) {
  const percents = nodes.flatMap((n) => [n.cpuPercent, n.memoryPercent, n.gpuPercent]);
  const amounts = nodes.flatMap((n) => [n.cpuCores, n.memoryBytes, n.gpuCount, n.objectStoreBytes]);
  for (const total of Object.values(totals) as ResourceTotal[]) {
    percents.push(total.percent);
    amounts.push(total.used, total.total);
  }
  return {
    percents,
    amounts: [...amounts, counts.total, counts.alive, counts.dead, counts.unknown],
  };
}

/** Every figure is unknown or in its range. */
function check(snapshot: ClusterSnapshot): void {
  const { percents, amounts } = figuresOf(snapshot);
  const bad = [
    ...percents.filter((value) => value !== 'unknown' && !(value >= 0 && value <= 100)),
    ...amounts.filter((value) => value !== 'unknown' && !(value >= 0 && Number.isFinite(value))),
  ];
  expect(bad).to.deep.equal([]);
  expect(snapshot.nodes.every((node) => node.name.length > 0)).to.be.true;
  countByFilter(snapshot.nodes);
  sortNodes(snapshot.nodes, undefined, (a, b) => a.localeCompare(b));
}

/** Each node stands there once, and what is told again is the same object. */
function checkIdentity(history: ClusterHistory, text: string): void {
  const [first, second] = [100_000, 100_001].map((at) => {
    const parsed = parseFrame(text, at);
    return parsed.kind === 'report' ? history.accept(parsed.report).nodes : [];
  });
  expect(new Set(first!.map(({ nodeId }) => nodeId)).size).to.equal(first!.length);
  expect(second!.every((node, i) => node === first![i])).to.be.true;
}

describe('whatever the service sends', function () {
  this.timeout(60_000);
  it('nothing is thrown and no figure is out of its range, for changed captures', async () => {
    const texts = [
      ...(await capturedFrames('ws-node-joins-under-load.ndjson')),
      await capture('ray-dashboard-one-dead.json'),
      await capture('ray-dashboard-ray-unreachable.json'),
    ];
    const originals = texts.map((text): unknown => JSON.parse(text));
    const allPlaces = originals.map((value) => places(value));
    const change = fc.record({ place: fc.nat(), value: junk });
    const input = fc.record({
      which: fc.nat({ max: texts.length - 1 }),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
      figure: fc.constantFrom('available' as const, 'used' as const),
    });
    fc.assert(
      fc.property(input, ({ which, changes, figure }) => {
        const changed = changes.reduce((root, { place, value }) => {
          const path = allPlaces[which]![place % allPlaces[which]!.length]!;
          return places(root).some((known) => known.join() === path.join())
            ? put(root, path, value)
            : root;
        }, originals[which]);
        const history = new ClusterHistory(figure);
        const text = JSON.stringify(changed);
        for (const [index, parse] of [parseFrame, parseDashboard, parseFrame].entries()) {
          const parsed = parse(text, index * 20_000);
          if (parsed.kind === 'report') check(history.accept(parsed.report));
        }
        checkIdentity(history, text);
      }),
      { numRuns: CHANGED },
    );
  });

  it('nothing is thrown for texts that are cut, garbled or none', async () => {
    const text = await capture('ray-dashboard-node-joined.json');
    const position = fc.nat({ max: text.length });
    const garbled = fc
      .tuple(position, position, fc.string())
      .map(([start, end, middle]) => text.slice(0, start) + middle + text.slice(end));
    fc.assert(
      fc.property(fc.oneof(garbled, fc.string(), fc.json()), (any) => {
        for (const parse of [parseFrame, parseDashboard]) {
          const parsed = parse(any, 0);
          if (parsed.kind === 'report') check(new ClusterHistory('used').accept(parsed.report));
        }
      }),
      { numRuns: GARBLED },
    );
  });
});
