import { harmlessText } from './harmless-text.js';
import type { OddityList } from './oddity.js';
import { UNKNOWN, type Maybe } from './unknown.js';

/** Any figure above this is nonsense; below it, sums and units never reach infinity. */
const MAX_AMOUNT = 1e18;

/** An object of which nothing is known but that it is one. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object whose fields can be read, or `undefined`. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/**
 * A text by {@link harmlessText}; `undefined` where it is no text or nothing is left of it. What it had to lose
 * is noted.
 */
export function cleanText(
  value: unknown,
  key: string,
  odd: OddityList,
  most?: number,
): string | undefined {
  if (typeof value !== 'string') return undefined;
  const given = value.trim();
  const text = harmlessText(given, most);
  if (text !== given) odd.add('text-cut', key);
  return text || undefined;
}

/** A field that is a text, cut at `most` UTF-16 units, or as a name is. */
export function readText(
  fields: Fields,
  key: string,
  odd: OddityList,
  most?: number,
): string | undefined {
  return cleanText(fields[key], key, odd, most);
}

/** A number from 0 to `most`; what is missing is unknown, what is absurd or no number is noted too. */
export function readAmount(
  fields: Fields,
  key: string,
  odd: OddityList,
  most = MAX_AMOUNT,
): Maybe<number> {
  const value = fields[key] ?? UNKNOWN;
  if (value === UNKNOWN) return UNKNOWN;
  const isNumber = typeof value === 'number';
  if (isNumber && value >= 0 && value <= most) return value + 0; // -0 would read as -0%
  odd.add(isNumber ? 'figure-out-of-range' : 'figure-not-a-number', key);
  return UNKNOWN;
}

/** A share in percent; over 100 is clamped and noted, over `most` it is unknown. */
export function readPercent(
  fields: Fields,
  key: string,
  odd: OddityList,
  most?: number,
): Maybe<number> {
  const amount = readAmount(fields, key, odd, most);
  if (amount === UNKNOWN || amount <= 100) return amount;
  odd.add('figure-out-of-range', key);
  return 100;
}

/** One of a closed set of words; any other is unknown, and noted unless the service says so itself. */
export function readWord<W extends string>(
  fields: Fields,
  key: string,
  words: readonly W[],
  odd: OddityList,
): Maybe<W> {
  const value = fields[key] ?? UNKNOWN;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined && value !== UNKNOWN) odd.add('unknown-word', key);
  return word ?? UNKNOWN;
}
