/** Longest name or label, in UTF-16 units. What is longer is cut, and ends in `…`. */
export const MAX_NAME = 200;
/** Longest sentence of a service: why a node died, why a request was refused. */
export const MAX_SENTENCE = 500;
/** Longest path or other text that has to stay whole. Views cut to what fits and carry it in a title. */
export const MAX_TEXT = 16_384;

/** What nearly every text is, which is then kept as it is. */
const PLAIN = /^[ -~\u4e00-\u9fff]*$/;

/**
 * What nobody sees, controls and half characters too: with it one name can read as another, or look like
 * it to the pixel. What some words and emoji are spelt with is caught first, and stays: a joiner between two
 * letters from Arabic to Sinhala, a keycap, and a pictograph with its colour, its variation and a joiner
 * to the next one.
 */
const UNSEEN =
  /([\u0620-\u0dff][\u200c\u200d](?=[\u0620-\u0dff])|[#*\d]\ufe0f(?=\u20e3)|\p{ExtPict}\p{EMod}?[\ufe0e\ufe0f]?(?:\u200d(?=\p{ExtPict}))?)|[\p{DI}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Six are more than any word has; ten thousand on one letter stop a browser for seconds. */
const MARKS = /([\p{M}\p{DI}]{6})[\p{M}\p{DI}]+/gu;

/** A text with no more than six combining marks in a row, and else as it is. */
export function fewMarks(text: string): string {
  return text.replace(MARKS, '$1');
}

/** A text without what nobody sees. */
export function withoutControls(text: string): string {
  return replaceUnseen(text, '');
}

/** A name as it can be shown: what nobody sees in it is a mark, so that it reads as nothing else. */
export function plainName(name: string): string {
  return replaceUnseen(name, '\ufffd');
}

/** A name or a sentence that others wrote, in one line and cut at `most` UTF-16 units. */
export function harmlessText(text: string, most = MAX_NAME): string {
  const given = text.trim();
  if (given.length <= most && PLAIN.test(given)) return given;
  // words stay apart that stood on two lines
  const line = given.slice(0, most).replace(/[\t-\r\p{Zl}\p{Zp}]+/gu, ' ');
  return withoutControls(line).trim() + (given.length > most ? '…' : '');
}

/** How a name looks: two that look the same here are hard to tell apart. */
export function looksOf(name: string): string {
  return name.normalize('NFKC').replace(/\p{DI}/gu, '');
}

function replaceUnseen(text: string, by: string): string {
  return fewMarks(text.replace(UNSEEN, (_, kept?: string) => kept ?? by));
}
