import { shownShare } from '../model/load-band.js';
import { isKnown, type Maybe } from '../model/unknown.js';

/** Figures as the language writes them. Bytes come with their unit; what is more than 0 never reads 0. */
export interface Formats {
  /** `42 %`; up to one decimal below 10, and 100 only of what is full. */
  percent(value: number): string;
  /** Up to one decimal; `<0.1` for less. */
  number(value: number): string;
  /** Bytes in the largest binary unit that leaves at least 1: `23.5 GiB`. */
  bytes(value: number): string;
  /** `1.2 of 12 GiB`: both in the unit of the second; below 1 of that in its own: `40 GiB of 1.4 TiB`. */
  bytesPair(used: Maybe<number>, total: number): { used: string | undefined; total: string };
  /** How long ago, in the largest fitting unit: `12 seconds ago`. */
  ago(ms: number): string;
  /** The time of day, to the second; where that is not today, the day and the time. In ms since 1970. */
  time(at: number): string;
  /** The day and the time, to the minute. */
  dateTime(at: number): string;
  /** Natural order of names: `node 2` before `node 10`. */
  compare(a: string, b: string): number;
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const cache = new Map<string, Formats>();

/** The formats of a language; made once. */
export function formatsFor(lang: string): Formats {
  let formats = cache.get(lang);
  if (!formats) {
    formats = makeFormats(supported(lang));
    cache.set(lang, formats);
  }
  return formats;
}

/** A page may write anything into `lang`; what is no language tag is formatted in English. */
function supported(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function makeFormats(lang: string): Formats {
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const isChinese = /^zh\b/.test(lang);
  const style = isChinese ? 'short' : 'long'; // long, it is 秒钟 here and 秒 in every other sentence
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style });
  // 47 hours are one whole day, but not always yesterday
  const inDays = once(() => new Intl.RelativeTimeFormat(lang));
  const clock = once(() => new Intl.DateTimeFormat(lang, { timeStyle: 'medium' }));
  const calendar = once(
    () => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }),
  );
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  const isLess = (value: number): boolean => value > 0 && value < 0.05;
  const number = (value: number): string =>
    isLess(value) ? `<${plain.format(0.1)}` : plain.format(value);
  const bytes = (value: number): string => {
    const exponent = exponentOf(value);
    return `${number(value / 1024 ** exponent)} ${BINARY_UNITS[exponent] ?? 'B'}`;
  };
  return {
    percent: (value) =>
      isLess(value) ? `<${share.format(0.001)}` : share.format(shownShare(value) / 100),
    number,
    bytes,
    bytesPair(used, total) {
      const exponent = exponentOf(total);
      const inOwn = isKnown(used) && used > 0 && exponentOf(used) < exponent;
      const one = 1024 ** exponent;
      return {
        used: isKnown(used) ? (inOwn ? bytes(used) : number(used / one)) : undefined,
        total: bytes(total),
      };
    },
    ago: (ms) => {
      const [value, name] = largestUnit(ms);
      const words = (name === 'day' ? inDays() : relative).format(-value, name);
      // Figures have passed: 现在 would be said of one that is taken now. A number stands apart from its unit.
      return isChinese ? words.replace('现在', '刚刚').replace(/\d(?=\p{L})/u, '$& ') : words;
    },
    time: (at) => (isToday(at) ? clock() : calendar()).format(at),
    dateTime: (at) => calendar().format(at),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** Each format takes the browser a millisecond or two, of which the first picture of a page has no use. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function isToday(at: number): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}

/** From 1023.95 on it would be written as 1,024. */
function exponentOf(bytes: number): number {
  const exponent = bytes >= 1 ? Math.floor(Math.log2(bytes * (1024 / 1023.95)) / 10) : 0;
  return Math.min(exponent, BINARY_UNITS.length - 1);
}

function largestUnit(ms: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  const length = Math.max(0, ms);
  if (length < MINUTE) return [Math.floor(length / SECOND), 'second'];
  if (length < HOUR) return [Math.floor(length / MINUTE), 'minute'];
  if (length < DAY) return [Math.floor(length / HOUR), 'hour'];
  return [Math.floor(length / DAY), 'day'];
}
