/** By what something is sorted, and which way. */
export interface Sort<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}
