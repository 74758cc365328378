import { asFields, readAmount, type Fields } from './fields.js';
import { encodeSegment } from './file-address.js';
import type { RemoteFile } from './files.js';
import { parseJson } from './json.js';
import { OddityList } from './oddity.js';
import { UNKNOWN } from './unknown.js';

/** Why an answer about files cannot be used. */
export type FilesFault = 'not-json' | 'not-castray' | 'cut-short';

/** The text of an answer, as fields or as what is wrong with it. Never throws. */
export function readAnswer(text: string): Fields | FilesFault {
  const json = parseJson(text);
  // What begins as CastRay's answers do, and does not end, has lost its end on the way.
  if (!json.ok) return /^\s*\{/.test(text) ? 'cut-short' : 'not-json';
  return asFields(json.value) ?? 'not-castray';
}

/** The answer to `GET /api/files`. */
export function parseFileList(text: string): readonly RemoteFile[] | FilesFault {
  const fields = readAnswer(text);
  if (typeof fields === 'string') return fields;
  const { files } = fields;
  return Array.isArray(files) ? readFiles(files) : 'not-castray';
}

/** What has no usable name is left out, and of two with one name the second. */
function readFiles(items: readonly unknown[]): readonly RemoteFile[] {
  const odd = new OddityList();
  const found = new Map<string, RemoteFile>();
  for (const item of items) {
    const fields = asFields(item);
    const name = fields?.['name'];
    const segment = typeof name === 'string' ? encodeSegment(name) : undefined;
    if (!fields || typeof name !== 'string' || !segment || found.has(segment)) continue;
    const size = readAmount(fields, 'size', odd);
    found.set(segment, { name, segment, isFolder: false, size, modified: UNKNOWN });
  }
  return [...found.values()];
}
