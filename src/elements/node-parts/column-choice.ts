/** What the list can show of a node. The name always stands first. */
export const COLUMN_IDS = [
  'name',
  'state',
  'cpu',
  'memory',
  'gpu',
  'address',
  'work',
  'network',
  'labels',
  'object-store',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];
export type ColumnIds = readonly ColumnId[];

/** Few care for the object store, and details have it. */
export const USUAL_COLUMNS: ColumnIds = COLUMN_IDS.slice(0, -1);

/** Words that are no column are in `unknown`; what is left of nothing is as usual. */
export function readColumns(given: string): { columns: ColumnIds; unknown: readonly string[] } {
  const words = given.split(/[\s,]+/).filter(Boolean);
  const isId = (word: string): word is ColumnId => COLUMN_IDS.includes(word as ColumnId);
  const ids = words.filter(isId);
  const unknown = words.filter((word) => !isId(word));
  const columns: ColumnIds =
    ids.length > 0 ? [...new Set<ColumnId>(['name', ...ids])] : USUAL_COLUMNS;
  return { columns: writeColumns(columns) ? columns : USUAL_COLUMNS, unknown };
}

/** As it stands in the attribute: empty for what is usual. */
export function writeColumns(columns: ColumnIds): string {
  const written = columns.join();
  return written === USUAL_COLUMNS.join() ? '' : written;
}

/** All there are: those that are not chosen stand behind what they usually stand behind. */
export function allColumns(chosen: ColumnIds): ColumnIds {
  const all = [...chosen];
  COLUMN_IDS.forEach((id, i) => {
    const before = COLUMN_IDS[i - 1];
    if (before && !all.includes(id)) all.splice(all.indexOf(before) + 1, 0, id);
  });
  return all;
}

/** With one that was not chosen where it stands among all, or without one that was. */
export function toggled(chosen: ColumnIds, id: ColumnId): ColumnIds {
  return allColumns(chosen).filter((other) => chosen.includes(other) !== (other === id));
}

/** With one further up (-1) or down (1). */
export function moved(chosen: ColumnIds, id: ColumnId, by: number): ColumnIds {
  const from = chosen.indexOf(id);
  const others = chosen.filter((other) => other !== id);
  return [...others.slice(0, from + by), id, ...others.slice(from + by)];
}
