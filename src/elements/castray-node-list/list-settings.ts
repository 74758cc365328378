import {
  NODE_FILTERS,
  NODE_SORT_KEYS,
  type NodeFilter,
  type NodeSort,
  type NodeSortKey,
} from '../../model/node-query.js';
import type { Density } from '../../theme/presets.js';
import { COLUMN_IDS, readColumns, type ColumnIds } from './column-choice.js';
import { MAP_FIGURES, type MapFigure } from './map/map-kinds.js';
import { MAP_GROUPS, type MapGrouping } from './map/map-layout.js';

/** The ways in which nodes can be shown. */
export const NODE_VIEWS = ['table', 'cards', 'map'] as const;
export type NodeView = (typeof NODE_VIEWS)[number];

/** What is marked: all that changes, nodes that join or die, or nothing. */
const MARKS = ['all', 'nodes', 'none'] as const;
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

const DENSITIES = ['', 'compact', 'comfortable'] as const;
const DIRECTIONS = ['asc', 'desc'] as const;
const SORT_FORM = `[${NODE_SORT_KEYS.join('|')}] [${DIRECTIONS.join('|')}]`;

/**
 * Reads what a page author wrote. A value that makes no sense is told once in the console, and the
 * default stands in for it: a typing error must not take the page down.
 */
export class SettingsReader {
  readonly #told = new Set<string>();
  readonly #tell: (warning: string) => void;

  constructor(tell = (warning: string): void => console.warn(warning)) {
    this.#tell = tell;
  }

  read(given: Readonly<Record<keyof ListSettings, unknown>>): ListSettings {
    return {
      view: this.#word('view', given.view, NODE_VIEWS, 'table'),
      filter: this.#word('filter', given.filter, NODE_FILTERS, 'all'),
      search: this.#text(given.search),
      sort: this.#sort(given.sort),
      columns: this.#columns(given.columns),
      mapFigure: this.#word('map-figure', given.mapFigure, MAP_FIGURES, 'cpu'),
      mapGroup: this.#word('map-group', given.mapGroup, MAP_GROUPS, 'state'),
      density: this.#word('density', given.density ?? '', DENSITIES, '') || undefined,
    };
  }

  marks(given: unknown): Marks {
    return this.#word('marks', given, MARKS, 'all');
  }

  #word<W extends string>(name: string, value: unknown, words: readonly W[], fallback: W): W {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.#warn(name, value, words.join(', '));
    return word ?? fallback;
  }

  #text(value: unknown): string {
    if (typeof value === 'string') return value;
    this.#warn('search', value, 'a text');
    return '';
  }

  #sort(value: unknown): NodeSort | undefined {
    if (value === '') return undefined;
    const [word, direction = 'asc', ...more] =
      typeof value === 'string' ? value.trim().split(/\s+/) : [];
    const key = NODE_SORT_KEYS.find((candidate) => candidate === word);
    const isDirection = DIRECTIONS.some((candidate) => candidate === direction);
    if (key && isDirection && more.length === 0) return { key, descending: direction === 'desc' };
    this.#warn('sort', value, SORT_FORM);
    return undefined;
  }

  #columns(value: unknown): ColumnIds {
    const isText = typeof value === 'string';
    const { columns, unknown } = readColumns(isText ? value : '');
    if (unknown.length > 0 || !isText)
      this.#warn('columns', isText ? unknown.join() : value, COLUMN_IDS.join(', '));
    return columns;
  }

  #warn(name: string, value: unknown, expected: string): void {
    const given = `${name}="${typeof value === 'string' ? value : typeof value}"`;
    if (this.#told.has(given)) return;
    this.#told.add(given);
    this.#tell(`<castray-node-list> ${given} is not used. Expected: ${expected}.`);
  }
}

/** A sort as it stands in the attribute. */
export function writeSort(sort: NodeSort | undefined): string {
  return sort ? `${sort.key} ${sort.descending ? 'desc' : 'asc'}` : '';
}

/** What one more click on a column's header means: one way, the other way, the default order. */
export function nextSort(current: NodeSort | undefined, key: NodeSortKey): NodeSort | undefined {
  // Whoever sorts by a figure looks for the busiest node.
  const startsDescending = key !== 'name' && key !== 'state';
  if (current?.key !== key) return { key, descending: startsDescending };
  if (current.descending === startsDescending) return { key, descending: !startsDescending };
  return undefined;
}
