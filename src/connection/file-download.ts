import type { Clock } from './clock.js';
import { makeProblem, messageOf, type Problem } from './problem.js';
import { somethingAnswers } from './reach.js';

/** What was read of a file, or why nothing was. */
export type FileResult<T> =
  { readonly ok: true; readonly content: T } | { readonly ok: false; readonly problem: Problem };

/** The status, where it says that no file can be had: nobody is signed in, or all is broken there. */
export function brokenStatus(status = 0): number | undefined {
  return status === 401 || status >= 500 ? status : undefined;
}

/**
 * Reads a file as it is, which its server must allow, with the cookies that a link to it would bring.
 * Never rejects. It has no time limit, since nobody knows how large a file is: the signal ends it.
 */
export async function downloadFile(
  address: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<FileResult<Blob>> {
  let response: Response | undefined;
  try {
    response = await fetch(address, { signal, credentials: 'same-origin', cache: 'no-store' });
    if (response.ok) return { ok: true, content: await response.blob() };
    const { status } = response;
    return { ok: false, problem: makeProblem('http-status', address, clock.now(), { status }) };
  } catch (error) {
    const isThere = !response && (await somethingAnswers(address, signal));
    const code = response ? 'cut-short' : isThere ? 'not-readable' : 'unreachable';
    const detail = messageOf(error);
    return { ok: false, problem: makeProblem(code, address, clock.now(), { detail }) };
  }
}
