import { isTooMany } from './too-many.js';

/** Which of two names comes first, in the reader's language. */
export type CompareNames = (a: string, b: string) => number;

/**
 * The place of each name among all names. Comparing names as people do takes ten times as long as
 * comparing numbers, and names hardly ever change: the places are found once, and then sorted by.
 */
export class NameRanks {
  readonly #compare: CompareNames;
  #ranks: ReadonlyMap<string, number> = new Map();

  constructor(compare: CompareNames) {
    this.#compare = compare;
  }

  /** The rank of each of these names at least. Names that are equal to the reader share one. */
  of(names: readonly string[]): ReadonlyMap<string, number> {
    // a short list beside a long one must not make it forget, frame after frame
    if (!names.every((name) => this.#ranks.has(name))) {
      // what was in order stands first: sorting is then hardly more than looking
      const known = isTooMany(this.#ranks.size, names.length) ? [] : this.#ranks.keys();
      this.#ranks = this.#rank([...new Set([...known, ...names])]);
    }
    return this.#ranks;
  }

  #rank(names: string[]): ReadonlyMap<string, number> {
    let rank = 0;
    let last: string | undefined;
    return new Map(
      names.sort(this.#compare).map((name) => {
        if (last !== undefined && this.#compare(last, name) !== 0) rank += 1;
        last = name;
        return [name, rank];
      }),
    );
  }
}
