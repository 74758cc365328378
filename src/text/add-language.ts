import type { Spoken } from './catalogue.js';
import type { Messages } from './common.js';
import type { connectionCatalogue } from './connection.js';
import type { diagnosticsCatalogue } from './diagnostics.js';
import type { filesCatalogue } from './files.js';
import type { nodeDetailCatalogue } from './node-detail.js';
import type { nodesCatalogue } from './nodes.js';
import type { transfersCatalogue } from './transfers.js';
import type { uploadsCatalogue } from './uploads.js';
import { addTranslation } from './translations.js';

type Part<T> = T extends string
  ? string
  : T extends (...parts: never[]) => string
    ? T
    : { readonly [Key in keyof T]?: Part<T[Key]> };

/** Every sentence of every element, or some of them: texts, and functions of what is put into them. */
export type Translation = Part<
  Messages &
    Spoken<typeof connectionCatalogue> &
    Spoken<typeof diagnosticsCatalogue> &
    Spoken<typeof filesCatalogue> &
    Spoken<typeof nodesCatalogue> &
    Spoken<typeof nodeDetailCatalogue> &
    Spoken<typeof transfersCatalogue> &
    Spoken<typeof uploadsCatalogue>
>;

/**
 * Adds a language, or words the ones that are there differently; counts at once for all elements
 * whose nearest `lang` is it. What is left out, is of another kind, or throws, is said in English
 * (for `zh` in Chinese).
 *
 * @param lang - a BCP 47 tag: `de`, or `pt-BR` for that alone; `pt_BR`, as other systems write it, is the same
 */
export function addLanguage(lang: string, sentences: Translation): void {
  try {
    addTranslation(
      new Intl.Locale(lang.replaceAll('_', '-')).toString(),
      Object(copy(sentences)) as object,
    );
  } catch (error) {
    console.warn('castray-widgets: a language is not added.', lang, error);
  }
}

/** Read once, here: what throws while it is read must not do so while elements render. */
function copy(said: unknown): unknown {
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, copy(value)]));
}
