import type { FileKind } from './files.js';
import { parseFlightOrder, type FlightOrder } from './flight-order.js';
import { parseJson } from './json.js';
import { readAnswer, type FilesFault } from './parse-files.js';
import { MIB } from './units.js';

/** Largest file that is asked for, in bytes: CastRay holds it in memory, whole, and so does the page. */
export const PREVIEW_LIMIT = MIB;
/** A picture is drawn, not read. */
const IMAGE_LIMIT = 8 * MIB;

export function previewLimit(kind: FileKind): number {
  return kind === 'image' ? IMAGE_LIMIT : PREVIEW_LIMIT;
}

/** What is in a file, as far as it can be shown. */
export type FileContent =
  | { readonly kind: 'text' | 'json'; readonly text: string }
  | { readonly kind: 'flight'; readonly text: string; readonly order: FlightOrder }
  /** As a `data:` address of a type that no browser runs. */
  | { readonly kind: 'image'; readonly source: string }
  | { readonly kind: 'binary' | 'too-large' | 'empty' };

/** Pictures by their first bytes in base64; a name may say anything. */
const PICTURES = [
  ['png', /^iVBORw0KGgo/],
  ['jpeg', /^\/9j\//],
  ['gif', /^R0lGOD/],
  ['webp', /^UklGR.{6}XRUJQ/],
  ['bmp', /^Qk.{6}AAAAA/],
] as const;

/** The answer to `GET /api/file/read`. Never throws. */
export function parseFileContent(text: string, kind: FileKind): FileContent | FilesFault {
  const fields = readAnswer(text);
  if (typeof fields === 'string') return fields;
  const { content: given, encoding } = fields;
  if (typeof given !== 'string') return 'not-castray';
  const content = given.replace(/^\ufeff/, ''); // Windows marks UTF-8 so, and JSON allows no such mark
  if (content === '') return { kind: 'empty' };
  if (encoding === 'base64') return fromBase64(content);
  if (content.length > PREVIEW_LIMIT) return { kind: 'too-large' };
  return isBinary(content) ? { kind: 'binary' } : fromText(content, kind);
}

function fromBase64(content: string): FileContent {
  const type = PICTURES.find(([, pattern]) => pattern.test(content))?.[0];
  if (!type || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) return { kind: 'binary' };
  if (content.length > IMAGE_LIMIT * (4 / 3)) return { kind: 'too-large' };
  return { kind: 'image', source: `data:image/${type};base64,${content}` };
}

/** What is UTF-8 by chance: a text has no NUL, and hardly a control. */
function isBinary(content: string): boolean {
  const start = content.slice(0, 8192);
  const controls = start.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return content.includes('\0') || controls > start.length / 50;
}

function fromText(content: string, kind: FileKind): FileContent {
  const order = kind === 'flight' ? parseFlightOrder(content) : undefined;
  if (order) return { kind: 'flight', text: content, order };
  const json = kind === 'json' ? parseJson(content) : undefined;
  // figures that Python writes and JSON has not are left as they stand
  if (!json?.ok || json.hadNaN) return { kind: 'text', text: content };
  return { kind: 'json', text: inLines(content) };
}

/** A string, white space, brackets with nothing between them, or what stands between two values. */
const JSON_PART = /"[^"\\]*(?:\\[^][^"\\]*)*"|\s+|[[{]\s*[\]}]|[[{}\],:]/g;
/** Deeper than this, lines are indented no more. */
const DEEPEST = 16;

/** A line for each value, which stays as it stands: to be read and written anew, 2^53 + 1 loses its 1. */
function inLines(json: string): string {
  let depth = 0;
  const line = (by: number): string => {
    depth += by;
    return `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;
  };
  return json.replace(JSON_PART, (part) => {
    if (part.startsWith('"')) return part;
    if (part === ',') return part + line(0);
    if (part === ':') return ': ';
    if (part === '[' || part === '{') return part + line(1);
    if (part === ']' || part === '}') return line(-1) + part;
    return part.replace(/\s+/, '');
  });
}
