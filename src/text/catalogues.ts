import { english, type Messages } from './en.js';
import { chinese } from './zh-cn.js';

export type { Messages };

/** By primary language subtag. */
const catalogues = new Map<string, Messages>([
  ['en', english],
  ['zh', chinese],
]);

/** The sentences of a language; English where there are none. */
export function messagesFor(lang: string): Messages {
  const primary = lang.toLowerCase().split('-', 1)[0] ?? '';
  return catalogues.get(primary) ?? english;
}
