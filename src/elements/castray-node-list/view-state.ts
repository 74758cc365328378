import { writeSort } from '../../model/sort.js';
import { writeColumns } from '../node-parts/column-choice.js';
import type { MapFigure } from './map/map-kinds.js';
import type { MapGrouping } from './map/map-layout.js';
import { readSettings, type ListSettings, type NodeView } from './list-settings.js';
import type { Density } from '../../theme/presets.js';
import type { NodeFilter } from '../../model/node-query.js';
import { AttributeReader } from '../attribute-reader.js';

/** The attributes that make up a view. */
export interface ViewAttributes {
  view: NodeView;
  filter: NodeFilter;
  search: string;
  sort: string;
  columns: string;
  mapFigure: MapFigure;
  mapGroup: MapGrouping;
  density: Density | undefined;
}

const DEFAULTS: Readonly<ViewAttributes> = {
  view: 'table',
  filter: 'all',
  search: '',
  sort: '',
  columns: '',
  mapFigure: 'cpu',
  mapGroup: 'state',
  density: undefined,
};
export const VIEW_NAMES = Object.keys(DEFAULTS) as (keyof ViewAttributes)[];

/** What is longer was not written by a list. */
const LONGEST = 2000;

/** Its warnings go nowhere: nobody has written this text by hand. */
const reader = new AttributeReader('', () => undefined);

/** A view as a text that fits into an address: what is as usual is left out. */
export function writeView(settings: ListSettings): string {
  const attributes = attributesOf(settings);
  const kept = VIEW_NAMES.filter((name) => attributes[name] !== DEFAULTS[name]);
  const written = new URLSearchParams(
    kept.map((name) => [name, attributes[name] ?? '']),
  ).toString();
  return written.replaceAll('%2C', ','); // which an address may have, and people can read
}

/** Reads what may be anybody's text. What makes no sense in it is as usual. */
export function readView(text: unknown): ViewAttributes {
  const isText = typeof text === 'string' && text.length <= LONGEST;
  const given = new URLSearchParams(isText ? text : '');
  return attributesOf(readSettings(reader, { ...DEFAULTS, ...Object.fromEntries(given) }));
}

function attributesOf({ sort, columns, ...settings }: ListSettings): ViewAttributes {
  return { ...settings, sort: writeSort(sort), columns: writeColumns(columns) };
}
