import { asFields } from '../model/fields.js';
import { parseJson } from '../model/json.js';
import type { ProblemCode, ProblemDetails } from './problem.js';

/** What a proxy says for itself: too slow, too large, too often. */
const OF_PROXIES: readonly number[] = [408, 413, 429];

/** What an answer means that is no success, by its status, its `Content-Type` and its text. */
export function httpRefusal(
  status: number,
  type: string | null,
  body: string,
): [ProblemCode, ProblemDetails] {
  const code = status === 401 || status === 403 ? 'unauthorized' : 'http-status';
  if (isJson(type)) return [code, { status, detail: errorDetail(body) }];
  // What CastRay refuses, it refuses in JSON; a page of HTML means that something else answers
  // there. Where it breaks, or a proxy before it, the status is all that there is.
  const isOther = code === 'http-status' && !isServerFault(status) && !OF_PROXIES.includes(status);
  return [isOther ? 'not-castray' : code, { status }];
}

export function isJson(type: string | null): boolean {
  return type?.includes('json') === true;
}

/** FastAPI says what is wrong in `{"detail": "…"}`, and of a bad form in a list of `{loc, msg}`. */
function errorDetail(body: string): string | undefined {
  const json = parseJson(body);
  const detail = json.ok ? asFields(json.value)?.['detail'] : undefined;
  const said = Array.isArray(detail) ? detail.map(formFault).join('; ') : detail;
  return typeof said === 'string' ? said : undefined;
}

function formFault(fault: unknown): string {
  const { loc, msg } = asFields(fault) ?? {};
  // Not of an object or a list: they may go deeper than can be written.
  const said = (part: unknown): string => (Object(part) === part ? '' : String(part));
  return `${said(Array.isArray(loc) ? loc.at(-1) : '')}: ${said(msg)}`;
}

/** 501 is what a file server says to a request that is not for files. */
export function isServerFault(status: number): boolean {
  return status >= 500 && status !== 501;
}
