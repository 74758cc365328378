import { css, svg } from 'lit';
import type { AllChanges } from '../changes.js';
import { pathsOf, type MapFigure } from './map-kinds.js';
import type { MapGroup } from './map-layout.js';

/** Four corners around each cell whose figure has just changed: neither a circle nor a frame. */
export function changeCorners(
  { nodes }: MapGroup,
  columns: number,
  figure: MapFigure,
  changes: AllChanges,
): unknown {
  if (changes.size === 0) return '';
  const path = pathsOf(
    nodes,
    columns,
    ({ nodeId, state }) =>
      // a cross shows no figure
      (state !== 'DEAD' || figure === 'state') && changes.get(nodeId)?.includes(figure),
    corners,
  ).get(true);
  return (
    path && svg`<g class="map-changed" aria-hidden="true"><path d=${path} /><path d=${path} /></g>`
  );
}

function corners(_: true, x: number, y: number): string {
  return `M${x - 2} ${y + 1.5}v-3.5h3.5m6 0h3.5v3.5m0 6v3.5h-3.5m-6 0h-3.5v-3.5`;
}

/** The first path lies below the second one, so that the corners stand out from the cells around. */
export const mapChangeStyles = css`
  .map-changed {
    fill: none;
  }

  @media screen and (prefers-reduced-motion: no-preference) {
    .map .map-changed path {
      stroke: var(--_surface);
      stroke-width: 4px;
      vector-effect: non-scaling-stroke;
    }

    .map .map-changed path + path {
      stroke: var(--_accent);
      stroke-width: 2px;
    }
  }

  @media (forced-colors: active) {
    .map-changed {
      --_surface: Canvas;
      --_accent: Highlight;
    }
  }
`;
