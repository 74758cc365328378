import { html, nothing, svg, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ClusterNode } from '../../../model/cluster.js';
import type { NodeFigure } from '../../../model/shares.js';
import { isKnown } from '../../../model/unknown.js';
import { percentOf } from '../../node-parts/node-figures.js';
import { CELL, cellKind, cellShape, kindName, kindsOf, pathsOf } from './map-kinds.js';
import type { MapGroup, MapLayout, Place } from './map-layout.js';
import type { MapOptions } from './node-map.js';

/** All cells of a group as they look; drawn anew only with new figures. */
export function drawnCells(group: MapGroup, columns: number, { figure }: MapOptions): unknown {
  const paths = pathsOf(group.nodes, columns, (node) => cellKind(figure, node), cellShape);
  return kindsOf(figure).map(
    (kind) => svg`<path aria-hidden="true" data-band=${kind} d=${paths.get(kind) ?? ''} />`,
  );
}

/**
 * The cells around the active one, for screen readers: each is a rectangle over what is drawn. The
 * grid says how many rows and columns there are in all.
 */
export function spokenCells(
  layout: MapLayout,
  active: Place,
  group: MapGroup,
  options: MapOptions,
): unknown {
  if (active.group !== group) return nothing;
  return [-1, 0, 1].map((below) => {
    const row = active.row + below;
    const cells = [-1, 0, 1].flatMap((beside) => {
      const column = active.column + beside;
      const index = group.start + (row - group.firstRow) * layout.columns + column;
      const isIn = column >= 0 && column < layout.columns && index >= group.start;
      const node = isIn ? group.nodes[index - group.start] : undefined;
      return node ? [spokenCell(node, index, column, row - group.firstRow, options)] : [];
    });
    return cells.length > 0 ? svg`<g role="row" aria-rowindex=${row + 1}>${cells}</g>` : nothing;
  });
}

function spokenCell(
  node: ClusterNode,
  index: number,
  column: number,
  row: number,
  options: MapOptions,
): unknown {
  // a cell of its own for each node: what only changes its words is not read again
  return keyed(
    node.nodeId,
    svg`<rect
      id=${`cell-${index}`}
      role="gridcell"
      aria-colindex=${column + 1}
      aria-selected=${node.nodeId === options.selected}
      aria-label=${cellName(node, options)}
      x=${column * CELL}
      y=${row * CELL}
      width=${CELL - 1}
      height=${CELL - 1}
    />`,
  );
}

/** The node with its figure and band, its state, and what has happened to it. */
function cellName(node: ClusterNode, options: MapOptions): string {
  const { text, news } = options;
  const state = text.node.states[node.state];
  const isPlain = options.figure === 'state' || node.state === 'DEAD';
  const what = isPlain ? state : text.comma(figureText(node, options.figure, options), state);
  const kind = news?.get(node.nodeId)?.kind;
  return text.colon(node.name, kind ? text.comma(what, text.news[kind]) : what);
}

function figureText(node: ClusterNode, figure: NodeFigure, { text, format }: MapOptions): string {
  const kind = cellKind(figure, node);
  const word = kindName(kind, text);
  if (kind === 'none') return word;
  const share = percentOf(figure, node);
  return `${text.cluster[figure]} ${isKnown(share) ? text.comma(format.percent(share), word) : word}`;
}

/** A frame around one cell. */
export function ring(place: Place | undefined, group: MapGroup, name: string): unknown {
  if (place?.group !== group) return nothing;
  return svg`<rect
    class=${name}
    aria-hidden="true"
    x=${place.column * CELL - 0.5}
    y=${(place.row - group.firstRow) * CELL - 0.5}
    width=${CELL}
    height=${CELL}
  />`;
}

/** One cell by itself, for the legend. */
export function sample(kind: string, path: string): TemplateResult {
  return html`<svg class="map-sample" viewBox="0 0 9 9" aria-hidden="true">
    <path data-band=${kind} d=${path} />
  </svg>`;
}
