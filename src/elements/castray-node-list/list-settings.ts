import {
  NODE_FILTERS,
  NODE_SORT_KEYS,
  type NodeFilter,
  type NodeSort,
  type NodeSortKey,
} from '../../model/node-query.js';
import { DENSITIES, type Density } from '../../theme/presets.js';
import type { AttributeReader } from '../attribute-reader.js';
import { COLUMN_IDS, readColumns, type ColumnIds } from '../node-parts/column-choice.js';
import { MAP_FIGURES, type MapFigure } from './map/map-kinds.js';
import { MAP_GROUPS, type MapGrouping } from './map/map-layout.js';

/** The ways in which nodes can be shown. */
export const NODE_VIEWS = ['table', 'cards', 'map'] as const;
export type NodeView = (typeof NODE_VIEWS)[number];

/** What is marked: all that changes, nodes that join or die, or nothing. */
export const MARKS = ['all', 'nodes', 'none'] as const;
export type Marks = (typeof MARKS)[number];

/** What the list shows, and how: the attributes after they have been read. */
export interface ListSettings {
  readonly view: NodeView;
  readonly filter: NodeFilter;
  readonly search: string;
  /** `undefined`: the default order. */
  readonly sort: NodeSort | undefined;
  readonly columns: ColumnIds;
  readonly mapFigure: MapFigure;
  readonly mapGroup: MapGrouping;
  /** `undefined`: the provider's. */
  readonly density: Density | undefined;
}

/** Reads what a page author wrote, or anybody's address says. */
export function readSettings(
  reader: AttributeReader,
  given: Readonly<Record<keyof ListSettings, unknown>>,
): ListSettings {
  const { columns, unknown } = readColumns(reader.text('columns', given.columns, ''));
  if (unknown.length > 0) reader.warn('columns', unknown.join(), COLUMN_IDS.join(', '));
  return {
    view: reader.word('view', given.view, NODE_VIEWS, 'table'),
    filter: reader.word('filter', given.filter, NODE_FILTERS, 'all'),
    search: reader.text('search', given.search, ''),
    sort: reader.sort('sort', given.sort, NODE_SORT_KEYS),
    columns,
    mapFigure: reader.word('map-figure', given.mapFigure, MAP_FIGURES, 'cpu'),
    mapGroup: reader.word('map-group', given.mapGroup, MAP_GROUPS, 'state'),
    density: reader.word('density', given.density, DENSITIES, undefined),
  };
}

/** What one more click on a column's header means: one way, the other way, the default order. */
export function nextSort(current: NodeSort | undefined, key: NodeSortKey): NodeSort | undefined {
  // Whoever sorts by a figure looks for the busiest node.
  const startsDescending = key !== 'name' && key !== 'state';
  if (current?.key !== key) return { key, descending: startsDescending };
  if (current.descending === startsDescending) return { key, descending: !startsDescending };
  return undefined;
}
