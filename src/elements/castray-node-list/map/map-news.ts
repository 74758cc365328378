import { html, nothing, svg, type TemplateResult } from 'lit';
import type { AllNews, NodeNews } from '../../../store/node-news.js';
import { cellShape, pathsOf } from './map-kinds.js';
import type { MapGroup } from './map-layout.js';

export const NEWS_KINDS: readonly NodeNews['kind'][] = ['joined', 'died'];

/** A circle around each node that has joined or died of late; most frames have none, and cost nothing. */
export function newsMarks(
  { nodes }: MapGroup,
  columns: number,
  news: AllNews | undefined,
): unknown {
  if (!news?.size) return nothing;
  const paths = pathsOf(
    nodes,
    columns,
    ({ nodeId }) => news.get(nodeId)?.kind,
    (_, x, y) => circle(x, y),
  );
  return NEWS_KINDS.map(
    (kind) => svg`<path aria-hidden="true" data-news=${kind} d=${paths.get(kind) ?? ''} />`,
  );
}

/** A marked cell by itself, for the legend. */
export function newsSample(kind: NodeNews['kind']): TemplateResult {
  const shape = cellShape(kind === 'died' ? 'dead' : 'low');
  return html`<svg class="map-sample" viewBox="-3 -3 15 15" aria-hidden="true">
    <path data-news=${kind} d=${circle(0, 0) + shape} />
  </svg>`;
}

function circle(x: number, y: number): string {
  return `M${x - 2} ${y + 4.5}a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0`;
}
