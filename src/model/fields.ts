import type { OddityList } from './oddity.js';
import { UNKNOWN, type Maybe } from './unknown.js';

/** Any figure above this is nonsense; below it, sums and units never reach infinity. */
const MAX_AMOUNT = 1e18;

/** An object of which nothing is known but that it is one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest text that is kept. Views cut to what fits and carry the whole in a title. */
export const MAX_TEXT = 16_384;

// Control and bidirectional characters can make one name read as another. The joiners (U+200C,
// U+200D) stay: Persian words and emoji are spelt with them.
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const CONTROLS = new RegExp(CONTROL, 'g');

/** The value as an object whose fields can be read, or `undefined`. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** A text without controls, cut at {@link MAX_TEXT}; `undefined` where it is no text or empty. */
export function cleanText(value: unknown, key: string, odd: OddityList): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Nearly every text is short and clean: it is kept as it is, without a copy.
  if (value.length <= MAX_TEXT && !CONTROL.test(value)) return value.trim() || undefined;
  odd.add('text-cut', key);
  // words stay apart that stood on two lines
  const line = value.slice(0, MAX_TEXT).replace(/\s+/g, ' ');
  return withoutControls(line).trim() || undefined;
}

/** A text without control and bidirectional characters. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** A name as it can be shown: a control in it is a mark, so that it reads as nothing else. */
export function plainName(name: string): string {
  return name.replace(CONTROLS, '\ufffd');
}

/** A field that is a text. */
export function readText(fields: Fields, key: string, odd: OddityList): string | undefined {
  return cleanText(fields[key], key, odd);
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
