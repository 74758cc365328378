import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ClusterNode } from '../../../model/cluster.js';
import { NODE_FIGURES } from '../../../model/shares.js';
import { isKnown } from '../../../model/unknown.js';
import type { NodeNews } from '../../../store/node-news.js';
import type { AllChanges } from '../changes.js';
import { fact } from '../../node-parts/node-details.js';
import { newsMark } from '../news-mark.js';
import { networkMark, reason, roleMark, stateMark, workText } from '../../node-parts/node-marks.js';
import { figureName, nodeFigure } from '../../node-parts/node-figures.js';
import { changeCorners } from './map-changes.js';
import { drawnCells, ring, sample, spokenCells } from './map-cells.js';
import {
  CELL,
  cellKind,
  cellShape,
  kindName,
  kindRange,
  kindsOf,
  MAP_FIGURES,
  type CellKind,
} from './map-kinds.js';
import { NEWS_KINDS, newsMarks, newsSample } from './map-news.js';
import { MAP_GROUPS, type GroupKey, type MapGroup, type MapLayout } from './map-layout.js';
import type { MapOptions } from './node-map.js';

export interface MapViewOptions extends MapOptions {
  /** The side of a cell in px. */
  readonly side: number;
  /** What has changed in this moment. */
  readonly changes: AllChanges;
  /** Index of the cell where the keys are. */
  readonly active: number;
  /** The pointer or the focus is on it. */
  readonly isLookedAt: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onLeave: () => void;
  readonly onFocus: (event: Event) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** Every node as one cell, a legend, and what is known of the cell that is looked at. */
export function mapView(layout: MapLayout, options: MapViewOptions): TemplateResult {
  const { text, title, figure, news, active, isLookedAt } = options;
  const node = isLookedAt ? layout.nodes[active] : undefined;
  // On the map and not on its grid: details that appear under the pointer must not count as leaving it.
  return html`<div class="map" part="map" @pointerleave=${options.onLeave}>
    <div class="map-head">
      ${choice('mapFigure', MAP_FIGURES, figure, options)}
      ${choice('mapGroup', MAP_GROUPS, options.grouping, options)}
    </div>
    ${guard([layout, figure, news, text], () => legend(layout, options))}
    <div
      class="map-grid"
      part="map-grid"
      role="grid"
      tabindex="0"
      aria-label=${text.map.title(title, figureWord(figure, options))}
      aria-rowcount=${layout.rows}
      aria-colcount=${layout.columns}
      aria-activedescendant=${`cell-${active}`}
      @keydown=${options.onKey}
      @pointermove=${options.onPoint}
      @focus=${options.onFocus}
      @blur=${options.onFocus}
      @click=${options.onClick}
    >
      ${layout.groups.map((group, i) => groupView(group, i, layout, options))}
    </div>
    <div class="map-details" part="map-details">
      ${node ? details(node, options) : html`<p class="muted small">${text.map.hint}</p>`}
    </div>
  </div>`;
}

function figureWord(figure: (typeof MAP_FIGURES)[number], { text }: MapOptions): string {
  return figure === 'state' ? text.node.state : text.cluster[figure];
}

function choice(
  setting: 'mapFigure' | 'mapGroup',
  values: readonly ((typeof MAP_FIGURES)[number] | (typeof MAP_GROUPS)[number])[],
  current: string,
  options: MapOptions,
): TemplateResult {
  const { text, choose } = options;
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) choose(setting, target.value);
  };
  return html`<label class="sort">
    <span class="muted">${text.map[setting]}</span>
    <select part="map-select" @change=${change}>
      ${values.map(
        (value) =>
          html`<option value=${value} .selected=${value === current}>
            ${value === 'none' ? text.none : value === 'connection' ? text.node.network : figureWord(value, options)}
          </option>`,
      )}
    </select>
  </label>`;
}

function legend(
  layout: MapLayout,
  { figure, kept, text, format, news }: MapOptions,
): TemplateResult {
  const counts = new Map<CellKind | NodeNews['kind'], number>();
  const count = (kind: CellKind | NodeNews['kind'], by = 1): unknown =>
    counts.set(kind, (counts.get(kind) ?? 0) + by);
  for (const node of layout.nodes) {
    count(cellKind(figure, node), kept.has(node) ? 0 : 1); // what its cell means is said all the same
    const happened = news?.size && news.get(node.nodeId);
    if (happened) count(happened.kind);
  }
  return html`<ul class="map-legend small" part="map-legend">
    ${kindsOf(figure).map((kind) => {
      const range = kindRange(kind, format);
      if (!counts.has(kind) && !range) return nothing;
      return html`<li>
        ${sample(kind, cellShape(kind))} ${kindName(kind, text)}
        <span class="muted">${range}</span> <b>${format.number(counts.get(kind) ?? 0)}</b>
      </li>`;
    })}
    ${NEWS_KINDS.map((kind) => {
      const n = counts.get(kind);
      return n
        ? html`<li>${newsSample(kind)} ${text.news[kind]} <b>${format.number(n)}</b></li>`
        : nothing;
    })}
  </ul>`;
}

function groupView(
  group: MapGroup,
  i: number,
  layout: MapLayout,
  options: MapViewOptions,
): TemplateResult {
  const { side, text, format, figure, kept, news, changes, active, selected } = options;
  const { columns } = layout;
  const rows = Math.ceil(group.nodes.length / columns);
  const name = groupName(group.key, options);
  const place = layout.placeOf(active);
  const count = group.nodes.filter((node) => !kept.has(node)).length;
  const title = name && text.colon(name, format.number(count));
  return html`<div role="rowgroup" class="map-group" aria-label=${title || nothing}>
    ${title ? html`<div class="map-title small" aria-hidden="true">${title}</div>` : nothing}
    <svg
      role="presentation"
      data-group=${i}
      width=${columns * side}
      height=${rows * side}
      viewBox=${`0 0 ${columns * CELL} ${rows * CELL}`}
    >
      ${guard([group, figure, columns], () => drawnCells(group, columns, options))}
      ${guard([group, news, columns], () => newsMarks(group, columns, news))}
      ${guard([group, figure, changes, columns], () => changeCorners(group, columns, figure, changes))}
      ${place && spokenCells(layout, place, group, options)}
      ${selected ? ring(layout.placeOf(layout.indexOf(selected)), group, 'map-selected') : nothing}
      ${ring(place, group, options.isLookedAt ? 'map-active' : 'map-active off')}
    </svg>
  </div>`;
}

function groupName(key: GroupKey, { text, grouping }: MapOptions): string {
  if (key === '') return '';
  if (key === 'wired' || key === 'wireless') return text.node.connection[key];
  if (key === 'unknown') {
    return grouping === 'state' ? text.node.states.unknown : text.node.connection.unknown;
  }
  return text.node.states[key];
}

function details(node: ClusterNode, { text, format, news }: MapOptions): TemplateResult {
  const words = text.node;
  return html`<p class="map-name">
      <b>${node.name}</b> ${roleMark(node, text)} ${stateMark(node, text)}
      ${newsMark(news?.get(node.nodeId), text)} ${reason(node)}
    </p>
    <dl class="details">
      ${NODE_FIGURES.map((figure) =>
        fact(figureName(figure, text), nodeFigure(figure, { node, text, format })),
      )}
      ${fact(words.workStatus, workText(node, text))}
      ${fact(words.network, networkMark(node, text))}
      ${fact(words.ip, isKnown(node.nodeIp) ? node.nodeIp : text.unknown)}
    </dl>`;
}
