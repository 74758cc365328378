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

/** How many entries of the list of nodes are no nodes, and shown nowhere. */
export function unreadEntries(oddities: readonly Oddity[] = []): number {
  return oddities.find(({ code }) => code === 'node-not-an-object')?.count ?? 0;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Collects oddities while a report is read; a thousand of one kind make one entry. */
export class OddityList {
  readonly #found = new Map<OddityCode, Writable<Oddity>>();
  #part = '';
  #index: number | undefined;

  /** What is read from now on: a part of the report, or one item of a list. */
  at(part: string, index?: number): void {
    this.#part = part;
    this.#index = index;
  }

  /** The part or item that is being read, such as `nodes[3]`. */
  get place(): string {
    return this.#index === undefined ? this.#part : `${this.#part}[${this.#index}]`;
  }

  add(code: OddityCode, key = ''): void {
    const known = this.#found.get(code);
    if (known) known.count += 1;
    else {
      // only the first of ten thousand has its place spelt out
      const where = [this.place, key].filter(Boolean).join('.');
      this.#found.set(code, { code, count: 1, where });
    }
  }

  toArray(): readonly Oddity[] {
    return [...this.#found.values()];
  }
}
