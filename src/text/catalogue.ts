/** A sentence in English and in Chinese (zh-CN): a text, or a function of what is put into it. */
export type Sentence<T = unknown> = readonly [english: T, chinese: T];

/** One sentence for each of some words. */
export type Sentences<Word extends string> = Readonly<Record<Word, Sentence<string>>>;

/** In the order in which a `Sentence` has them, by primary language subtag. */
const LANGUAGES = ['en', 'zh'];

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
  readonly #spoken: In<T>[] = [];

  constructor(sentences: T) {
    this.#sentences = sentences;
  }

  /** In the language of a BCP 47 tag; in English where we do not speak it. */
  in(lang: string): In<T> {
    const primary = lang.toLowerCase().split('-', 1)[0] ?? '';
    const index = Math.max(0, LANGUAGES.indexOf(primary));
    return (this.#spoken[index] ??= speak(this.#sentences, index) as In<T>);
  }
}

function speak(tree: object, index: number): unknown {
  if (Array.isArray(tree)) return (tree as readonly unknown[])[index];
  return Object.fromEntries(
    Object.entries(tree).map(([key, branch]) => [key, speak(branch as object, index)]),
  );
}
