/** What can be odd about a report that is still of use. */
export type OddityCode =
  | 'nan-in-json'
  | 'node-not-an-object'
  | 'node-without-id'
  | 'duplicate-node'
  | 'placeholder-name'
  | 'text-cut'
  | 'figure-not-a-number'
  | 'figure-out-of-range'
  | 'dead-node-usage'
  | 'unknown-word'
  | 'zero-summary'
  | 'empty-node-list';

/** One kind of oddity: how often it was met, and the first place. */
export interface Oddity {
  readonly code: OddityCode;
  readonly count: number;
  /** Where it was met first, a path such as `nodes[3].cpu`. */
  readonly where: string;
}

/** Collects oddities while a report is read; a thousand of one kind make one entry. */
export class OddityList {
  readonly #found = new Map<OddityCode, Oddity>();
  /** What is being read: a part of the report, or the item of a list, such as `nodes[3]`. */
  place = '';

  add(code: OddityCode, key = ''): void {
    const where = [this.place, key].filter(Boolean).join('.');
    const first = this.#found.get(code) ?? { code, count: 0, where };
    this.#found.set(code, { ...first, count: first.count + 1 });
  }

  toArray(): readonly Oddity[] {
    return [...this.#found.values()];
  }
}
