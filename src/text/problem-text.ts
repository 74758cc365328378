import type { Problem } from '../connection/problem.js';
import type { Messages } from './common.js';

/**
 * What is wrong and what to do, after the address that was tried: where two services are mixed up,
 * the address is half of the diagnosis. Status and the service's own words stand in brackets.
 */
export function problemText(
  problem: Problem,
  { problems, refused, colon, bracketed }: Messages,
): string {
  const refusals: Readonly<Record<string, string>> = refused;
  const { code, field, address, detail } = problem;
  if (field !== undefined) {
    const why = code === 'bad-address' ? refusals[detail ?? ''] : undefined;
    return colon(`${field}="${address}"`, why ?? problems[code]);
  }
  const facts = factsOf(problem);
  return colon(facts ? bracketed(address, facts) : address, problems[code]);
}

/** Status and the service's own words. A browser's words for a broken connection say nothing to anybody. */
export function factsOf({ code, status, detail }: Problem): string {
  return code === 'unreachable' ? '' : [status, detail].filter(Boolean).join(' ');
}

/** What a status means where CastRay answered with it; 500 stands for all above. */
export function statusWords(
  { code, status = 0 }: Problem,
  byStatus: Readonly<Record<number, string>>,
): string | undefined {
  return code === 'not-castray' ? undefined : byStatus[Math.min(status, 500)];
}
