/** By what something is sorted, and which way. */
export interface Sort<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

/** A sort as it stands in an attribute: `size desc`; empty for none. */
export function writeSort(sort: Sort<string> | undefined): string {
  return sort ? `${sort.key} ${sort.descending ? 'desc' : 'asc'}` : '';
}
