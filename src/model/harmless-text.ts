/** Longest name or label, in UTF-16 units. What is longer is cut, and ends in `…`. */
export const MAX_NAME = 200;
/** Longest sentence of a service: why a node died, why a request was refused. */
export const MAX_SENTENCE = 500;
/** Longest path or other text that has to stay whole. Views cut to what fits and carry it in a title. */
export const MAX_TEXT = 16_384;

/** What nearly every text is, and is then kept as it is. */
const PLAIN = /^[ -~]*$/;

/**
 * What nobody sees, controls and half characters too: with it one name can read as another, or look like
 * it to the pixel. What some words and emoji are spelt with is caught first, and stays: a joiner between two
 * letters from Arabic to Sinhala, a keycap, and a pictograph with its colour, its variation and a joiner
 * to the next one.
 */
const UNSEEN =
  /([\u0620-\u0dff][\u200c\u200d](?=[\u0620-\u0dff])|[#*\d]\ufe0f(?=\u20e3)|\p{ExtPict}\p{EMod}?\p{VS}?(?:\u200d(?=\p{ExtPict}))?)|[\p{DI}\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * Marks from the seventh in a row on: no word has so many, ten thousand stop a browser for seconds. Without a
 * lookbehind, in which WebKit miscounts marks of two units.
 */
const TOO_MANY_MARKS = /([\p{M}\p{DI}]{6})([\p{M}\p{DI}]+)/gu;

/** A text with no more than six combining marks in a row, and else as it is. */
export function fewMarks(text: string): string {
  return text.replace(TOO_MANY_MARKS, '$1');
}

/** A text without what nobody sees. */
export function withoutControls(text: string): string {
  return fewMarks(text).replace(UNSEEN, '$1');
}

/** A name as it can be shown: what nobody sees in it is a mark, so that it reads as nothing else. */
export function plainName(name: string): string {
  return name
    .replace(TOO_MANY_MARKS, (_, few: string, more: string) => few + more.replace(/./gu, '\ufffd'))
    .replace(UNSEEN, (_, kept?: string) => kept ?? '\ufffd');
}

/** A name or a sentence that others wrote, in one line and cut at `most` UTF-16 units. */
export function harmlessText(text: string, most = MAX_NAME): string {
  if (text.length <= most && PLAIN.test(text)) return text;
  // words stay apart that stood on two lines
  const line = text.slice(0, most).replace(/[\t-\r\u2028\u2029]+/g, ' ');
  return withoutControls(line).trim() + (text.length > most ? '…' : '');
}

/** How a name looks: two that look the same here are hard to tell apart. */
export function looksOf(name: string): string {
  return name.normalize('NFKC').replace(/\p{DI}/gu, '');
}
