/**
 * The sentences that pages bring along, by lower-case language tag. They hang on the page and not on
 * the module, so that they reach the elements of whichever copy of the bundle defined them.
 */
const SHARED: unique symbol = Symbol.for('castray-widgets.translations/1');

interface Translations {
  readonly trees: Map<string, object>;
  readonly listeners: Set<() => void>;
}

/** What the page says in exactly this language, else in the one that it is a variety of. */
export function translationFor(lang: string): object | undefined {
  const tag = lang.toLowerCase();
  const { trees } = translations();
  return trees.get(tag) ?? trees.get(tag.split('-', 1)[0] ?? '');
}

/** What was said before in the language stays where it is not said anew. */
export function addTranslation(lang: string, tree: object): void {
  const tag = lang.toLowerCase();
  const { trees, listeners } = translations();
  trees.set(tag, merged(trees.get(tag), tree) as object);
  for (const changed of [...listeners]) changed();
}

/** Tells of every language that is added; gives what ends it. */
export function watchTranslations(changed: () => void): () => void {
  const { listeners } = translations();
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function translations(): Translations {
  const page = globalThis as unknown as { [SHARED]: Translations | undefined };
  return (page[SHARED] ??= { trees: new Map(), listeners: new Set() });
}

function merged(last: unknown, next: unknown): unknown {
  if (typeof last !== 'object' || typeof next !== 'object' || !last || !next) return next;
  const entries = Object.entries(next) as [keyof typeof last, unknown][];
  return { ...last, ...Object.fromEntries(entries.map(([key, a]) => [key, merged(last[key], a)])) };
}
