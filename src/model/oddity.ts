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
  readonly #found = new Map<OddityCode, { count: number; where: string }>();
  #list = '';
  #index = -1;

  /**
   * The place that is being read: a part of the report, or the item of a list. The path is put
   * together only for what turns out to be odd, which of 10,000 nodes hardly any is.
   */
  enter(list: string, index = -1): void {
    this.#list = list;
    this.#index = index;
  }

  add(code: OddityCode, key = ''): void {
    const known = this.#found.get(code);
    if (known) known.count += 1;
    else this.#found.set(code, { count: 1, where: this.#path(key) });
  }

  toArray(): readonly Oddity[] {
    return Object.freeze(
      [...this.#found].map(([code, { count, where }]) => Object.freeze({ code, count, where })),
    );
  }

  /** The path of what is being read, such as `nodes[3]`. */
  where(): string {
    return this.#index < 0 ? this.#list : `${this.#list}[${this.#index}]`;
  }

  #path(key: string): string {
    const item = this.where();
    return item && key ? `${item}.${key}` : item || key;
  }
}
