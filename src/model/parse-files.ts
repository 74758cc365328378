import { asFields, readAmount, type Fields } from './fields.js';
import { encodeSegment } from './file-address.js';
import { namedFiles, type RemoteFile } from './files.js';
import { parseJson } from './json.js';
import { OddityList } from './oddity.js';
import { UNKNOWN } from './unknown.js';

/** Why an answer about files cannot be used. */
export type FilesFault = 'not-json' | 'not-castray' | 'cut-short' | 'too-large';

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
  return Array.isArray(files) ? namedFiles(files, fromCastray) : 'not-castray';
}

function fromCastray(item: unknown): RemoteFile | undefined {
  const fields = asFields(item);
  const name = fields?.['name'];
  const segment = typeof name === 'string' ? encodeSegment(name) : undefined;
  if (!fields || typeof name !== 'string' || !segment) return undefined;
  const size = readAmount(fields, 'size', new OddityList());
  return { name, segment, isFolder: false, size, modified: UNKNOWN };
}
