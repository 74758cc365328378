import { translationFor } from './translations.js';

/** A sentence in English and in Chinese (zh-CN): a text, or a function of what is put into it. */
export type Sentence<T = unknown> = readonly [english: T, chinese: T];

/** One sentence for each of some words. */
export type Sentences<Word extends string> = Readonly<Record<Word, Sentence<string>>>;

/** A tree of sentences, in one of the languages. */
type In<T> = T extends Sentence<infer Text> ? Text : { readonly [Key in keyof T]: In<T[Key]> };

/** What a catalogue says, in one language. */
export type Spoken<C> = C extends Catalogue<infer T> ? In<T> : never;

/** Both languages stand side by side, so that nobody mends one and forgets the other. */
export function both(english: string, chinese: string): Sentence<string>;
export function both<T extends (...parts: never[]) => string>(
  english: T,
  chinese: NoInfer<T>,
): Sentence<T>;
export function both<T>(english: T, chinese: T): Sentence<T> {
  return [english, chinese];
}

/** The sentences of one topic. A page pays only for the topics of the elements that it takes. */
export class Catalogue<T extends object> {
  readonly #sentences: T;
  readonly #spoken = new Map<unknown, In<T>>();

  constructor(sentences: T) {
    this.#sentences = sentences;
  }

  /** In the language of a BCP 47 tag; in English where neither we nor the page speak it. */
  in(lang: string): In<T> {
    const index = /^zh\b/i.test(lang) ? 1 : 0;
    const translation = translationFor(lang);
    const key = translation ?? index;
    let spoken = this.#spoken.get(key);
    if (!spoken) {
      spoken = speak(this.#sentences, index, translation) as In<T>;
      this.#spoken.set(key, spoken);
    }
    return spoken;
  }
}

/** What the page says comes first, where it is of the same kind as what we say. */
function speak(tree: object, index: number, page: unknown): unknown {
  if (Array.isArray(tree)) return reword((tree as readonly unknown[])[index], page);
  const said = Object(page) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(tree).map(([key, branch]) => [key, speak(branch as object, index, said[key])]),
  );
}

type Compose = (...parts: unknown[]) => unknown;

function reword(ours: unknown, page: unknown): unknown {
  if (typeof ours !== typeof page) return ours;
  if (typeof ours === 'string') return page;
  return (...parts: unknown[]) => {
    try {
      const text = (page as Compose)(...parts);
      if (typeof text === 'string') return text;
    } catch {
      // the page's function is at fault, and its reader still wants the sentence
    }
    return (ours as Compose)(...parts);
  };
}
