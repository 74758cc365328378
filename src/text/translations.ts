/**
 * The sentences that pages bring along, by lower-case language tag. They hang on the page and not on
 * the module, so that they reach the elements of whichever copy of the bundle defined them.
 */
const SHARED: unique symbol = Symbol.for('castray-widgets.translations/1');

interface Translations {
  readonly trees: Map<string, object>;
  readonly listeners: Set<() => void>;
}

const page = globalThis as unknown as { [SHARED]: Translations | undefined };
const translations = (page[SHARED] ??= {
  trees: new Map<string, object>(),
  listeners: new Set<() => void>(),
});

/** What the page says in exactly this language, else in the one that it is a variety of. */
export function translationFor(lang: string): object | undefined {
  const tag = lang.toLowerCase();
  return translations.trees.get(tag) ?? translations.trees.get(tag.split('-', 1)[0] ?? '');
}

export function addTranslation(lang: string, tree: object): void {
  translations.trees.set(lang.toLowerCase(), tree);
  for (const changed of [...translations.listeners]) changed();
}

/** Tells of every language that is added; gives what ends it. */
export function watchTranslations(changed: () => void): () => void {
  translations.listeners.add(changed);
  return () => translations.listeners.delete(changed);
}
