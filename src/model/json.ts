/** The outcome of reading a text as JSON. */
export type JsonResult =
  { readonly ok: true; readonly value: unknown; readonly hadNaN: boolean } | { readonly ok: false };

const NOT_JSON: JsonResult = Object.freeze({ ok: false });

/**
 * JSON as Python writes it: `NaN`, `Infinity` and `-Infinity`, which `JSON.parse` refuses, are read
 * as `null`. Never throws.
 */
export function parseJson(text: string): JsonResult {
  const strict = tryParse(text);
  if (strict.ok || !/NaN|Infinity/.test(text)) return strict;
  const mended = tryParse(nullForNaN(text));
  return mended.ok ? { ...mended, hadNaN: true } : NOT_JSON;
}

function tryParse(text: string): JsonResult {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, hadNaN: false };
  } catch {
    return NOT_JSON;
  }
}

/** Replaces the bare words outside of strings; a node that is really called "NaN" keeps its name. */
function nullForNaN(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    out += text.slice(at, end).replace(/-?(?:NaN|Infinity)\b/g, 'null');
    if (quote < 0) break;
    at = endOfString(text, quote);
    out += text.slice(quote, at);
  }
  return out;
}

function endOfString(text: string, quote: number): number {
  for (let i = quote + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}
