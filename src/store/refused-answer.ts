import { makeProblem, type Problem } from '../connection/problem.js';
import type { Fields } from '../model/fields.js';

/** What is wrong where an answer about files is no success: CastRay says so, or another service does. */
export function refusedAnswer({ success, message }: Fields, address: string, at: number): Problem {
  const detail = typeof message === 'string' ? message : undefined;
  return makeProblem(success === false ? 'service-error' : 'not-castray', address, at, { detail });
}
