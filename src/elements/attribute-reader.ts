import type { Sort } from '../model/sort.js';

const DIRECTIONS = ['asc', 'desc'];

/**
 * Reads attributes that take some words and no others. What makes no sense is told once in the console,
 * and what is usual stands in for it: a typing error must not take the page down, nor go unseen.
 */
export class AttributeReader {
  readonly #element: string;
  readonly #tell: (warning: string) => void;
  readonly #told = new Set<string>();

  /** `element`: its tag's name. */
  constructor(element: string, tell = (warning: string): void => console.warn(warning)) {
    this.#element = element;
    this.#tell = tell;
  }

  /** One of the words; where there is none, or another, what is usual. */
  word<Word extends string, Usual>(
    name: string,
    value: unknown,
    words: readonly Word[],
    usual: Usual,
  ): Word | Usual {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined && !isNothing(value)) this.warn(name, value, words.join(', '));
    return word ?? usual;
  }

  /** Any of the words, with blanks between them. */
  words<Word extends string>(name: string, value: unknown, words: readonly Word[]): Set<Word> {
    const given = typeof value === 'string' ? value.split(/\s+/) : [value];
    return new Set(
      given.flatMap((candidate) => this.word(name, candidate, words, undefined) ?? []),
    );
  }

  /** `size desc`; `undefined` where there is none, or it makes no sense. */
  sort<Key extends string>(
    name: string,
    value: unknown,
    keys: readonly Key[],
  ): Sort<Key> | undefined {
    if (isNothing(value)) return undefined;
    const [word, direction = 'asc', ...more] =
      typeof value === 'string' ? value.trim().split(/\s+/) : [];
    const key = keys.find((candidate) => candidate === word);
    if (key && DIRECTIONS.includes(direction) && more.length === 0)
      return { key, descending: direction === 'desc' };
    this.warn(name, value, `[${keys.join('|')}] [${DIRECTIONS.join('|')}]`);
    return undefined;
  }

  /** A text; what is usual where there is none: a framework removes a property by `undefined`. */
  text(name: string, value: unknown, usual: string): string {
    if (typeof value === 'string') return value;
    if (!isNothing(value)) this.warn(name, value, 'text');
    return usual;
  }

  warn(name: string, value: unknown, expected: string): void {
    const given = `${name}="${typeof value === 'string' ? value : typeof value}"`;
    if (this.#told.has(given)) return;
    this.#told.add(given);
    this.#tell(`<${this.#element}> ${given} is not used. Expected: ${expected}.`);
  }
}

/** As an attribute that is not there, or empty. */
const isNothing = (value: unknown): boolean => (value ?? '') === '';
