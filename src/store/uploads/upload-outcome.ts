import { makeProblem, mayBeDone } from '../../connection/problem.js';
import type { RestResult } from '../../connection/rest-client.js';
import { pathInFolder } from '../../model/file-address.js';
import { readAnswer } from '../../model/parse-files.js';
import { isKnown, UNKNOWN, type Maybe } from '../../model/unknown.js';
import { refusedAnswer } from '../refused-answer.js';
import type { FileUpload } from './file-upload.js';

/** Stored is only what the service confirms to the byte. `folder`: where that is, if anybody knows. */
export function outcome(
  result: RestResult,
  { size, sent }: FileUpload,
  folder: string | undefined,
): Partial<FileUpload> {
  if (!result.ok) {
    const { problem } = result;
    // Broken off while bytes still left, CastRay keeps nothing of it; after that nobody knows.
    const isOpen = mayBeDone(problem) && sent >= size;
    return { state: isOpen ? 'unknown' : 'failed', problem };
  }
  const { text, address, receivedAt } = result;
  const fields = readAnswer(text);
  if (typeof fields === 'string')
    return { state: 'unknown', problem: makeProblem(fields, address, receivedAt) };
  const { success, size: counted, filename } = fields;
  const storedSize: Maybe<number> = typeof counted === 'number' ? counted : UNKNOWN;
  if (success !== true) {
    const problem = refusedAnswer(fields, address, receivedAt);
    return { state: success === false ? 'failed' : 'unknown', problem };
  }
  if (!isKnown(storedSize)) return { state: 'unknown', reason: 'no-size' };
  if (storedSize !== size) return { state: 'failed', reason: 'size-differs', storedSize };
  const isPlaceKnown = folder !== undefined && typeof filename === 'string' && filename !== '';
  const storedPath = isPlaceKnown ? pathInFolder(folder, filename) : undefined;
  return { state: 'stored', storedSize, storedPath, sent: size };
}
