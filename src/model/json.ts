/** The outcome of reading a text as JSON. */
export type JsonResult =
  { readonly ok: true; readonly value: unknown; readonly hadNaN: boolean } | { readonly ok: false };

/** A string, to its end or to that of the text, or a word that Python writes and JSON has not. */
const STRING_OR_WORD = /"[^"\\]*(?:\\[^]?[^"\\]*)*(?:"|$)|-?(?:NaN|Infinity)\b/g;

/**
 * JSON as Python writes it: `NaN`, `Infinity` and `-Infinity`, which `JSON.parse` refuses, are read
 * as `null`; a node that is really called "NaN" keeps its name. Never throws.
 */
export function parseJson(text: string): JsonResult {
  const strict = tryParse(text, false);
  if (strict.ok || !/NaN|Infinity/.test(text)) return strict;
  return tryParse(text, true);
}

function tryParse(text: string, hadNaN: boolean): JsonResult {
  try {
    const json = hadNaN
      ? text.replace(STRING_OR_WORD, (found) => (found.startsWith('"') ? found : 'null'))
      : text;
    return { ok: true, value: JSON.parse(json) as unknown, hadNaN };
  } catch {
    return { ok: false };
  }
}
