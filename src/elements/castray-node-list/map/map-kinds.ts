import type { ClusterNode } from '../../../model/cluster.js';
import { BAND_STARTS, LOAD_BANDS, loadBand, type LoadBand } from '../../../model/load-band.js';
import { NODE_FIGURES } from '../../../model/shares.js';
import type { Formats } from '../../../text/formats.js';
import type { NodesMessages } from '../../../text/nodes.js';
import { percentOf } from '../../node-parts/node-figures.js';

/** What a map can show. */
export const MAP_FIGURES = [...NODE_FIGURES, 'state'] as const;
export type MapFigure = (typeof MAP_FIGURES)[number];

/** How a cell looks; `none` is a node without the thing. */
export type CellKind = LoadBand | 'alive' | 'none' | 'unknown' | 'dead';

export function cellKind(figure: MapFigure, node: ClusterNode): CellKind {
  if (node.state === 'DEAD') return 'dead';
  if (figure === 'state') return node.state === 'ALIVE' ? 'alive' : 'unknown';
  if (figure === 'gpu' && node.gpuCount === 0) return 'none';
  return loadBand(percentOf(figure, node));
}

/** In the order of the legend. */
export function kindsOf(figure: MapFigure): readonly CellKind[] {
  return figure === 'state'
    ? ['alive', 'unknown', 'dead']
    : [...LOAD_BANDS, ...(figure === 'gpu' ? (['none'] as const) : []), 'unknown', 'dead'];
}

export function kindName(kind: CellKind, text: NodesMessages): string {
  switch (kind) {
    case 'alive':
      return text.node.states.ALIVE;
    case 'dead':
      return text.node.states.DEAD;
    case 'none':
      return text.node.noGpu;
    case 'unknown':
      return text.unknown;
    default:
      return text.loadBands[kind];
  }
}

/** From which share on a band is; empty for what is none. */
export function kindRange(kind: CellKind, format: Formats): string {
  return kind in BAND_STARTS ? `≥ ${format.percent(BAND_STARTS[kind as LoadBand])}` : '';
}

/** The side of a cell's field, in the map's own units; a cell's shape is up to 9 of them wide. */
export const CELL = 10;

/** The more load, the larger; what is no load is no square: colour is never needed. */
const SHAPES: Readonly<Record<CellKind, (x: number, y: number) => string>> = {
  low: square(3),
  moderate: square(5),
  high: square(7),
  critical: square(9),
  alive: square(7),
  none: (x, y) => `M${x + 2} ${y + 4}h5v1h-5z`,
  unknown: (x, y) => `M${x + 1} ${y + 1}h7v7h-7zm2 2v3h3v-3z`,
  dead: (x, y) => `M${x + 1} ${y + 1}l7 7m0-7-7 7`,
};

function square(size: number): (x: number, y: number) => string {
  const off = (CELL - 1 - size) / 2;
  const sides = `h${size}v${size}h-${size}z`;
  return (x, y) => `M${x + off} ${y + off}${sides}`;
}

export function cellShape(kind: CellKind, x = 0, y = 0): string {
  return SHAPES[kind](x, y);
}

/** All cells of a group in one path for each kind: ten thousand elements would cost a hundred times more. */
export function pathsOf<Kind extends string | true>(
  nodes: readonly ClusterNode[],
  columns: number,
  kindOf: (node: ClusterNode) => Kind | false | undefined,
  shape: (kind: Kind, x: number, y: number) => string,
): ReadonlyMap<Kind, string> {
  const paths = new Map<Kind, string>();
  nodes.forEach((node, i) => {
    const kind = kindOf(node);
    if (!kind) return;
    const column = i % columns;
    const path = shape(kind, column * CELL, ((i - column) / columns) * CELL);
    paths.set(kind, (paths.get(kind) ?? '') + path);
  });
  return paths;
}
