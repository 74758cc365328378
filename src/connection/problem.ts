import { harmlessText, MAX_SENTENCE } from '../model/harmless-text.js';
import { sameFields } from '../model/reuse.js';

/**
 * What can be wrong between the page and the service.
 * - `bad-address`: refused before anything was sent; `field` says which setting;
 * - `bad-setting`: any other setting that makes no sense; `address` holds what was given;
 * - `unreachable`: no answer (nothing listens there, or the browser blocks a private address: it does
 *   not say which);
 * - `not-readable`: something answers there, but the browser does not let the page read it;
 * - `timeout`: no complete answer in time;
 * - `cut-short`: the answer began, and broke off;
 * - `unauthorized`: 401 or 403, a close code that says the same (1008, 4401, 4403), or a way to a page of HTML;
 * - `http-status`: any other status that is not 2xx;
 * - `not-json`, `not-castray`: something answers, but not this service;
 * - `bad-frame`: the socket delivers what nobody can read; `detail` says in which way;
 * - `service-error`: CastRay itself says that it failed;
 * - `too-large`: longer than is read, or with a list of more entries than any cluster has;
 * - `socket-refused`: the WebSocket handshake failed;
 * - `socket-timeout`: the handshake, or the first frame, did not come in time;
 * - `socket-closed`: the open socket was closed or cut; `status` is the close code;
 * - `socket-silent`: the open socket did not answer two pings and was given up;
 * - `socket-blocked`: the browser refuses to open it at all (ws: from an https page, or a policy);
 * - `closed-for-good`: closed with any other code that forbids another attempt.
 */
export type ProblemCode =
  | 'bad-address'
  | 'bad-setting'
  | 'unreachable'
  | 'not-readable'
  | 'timeout'
  | 'cut-short'
  | 'unauthorized'
  | 'http-status'
  | 'not-json'
  | 'not-castray'
  | 'bad-frame'
  | 'service-error'
  | 'too-large'
  | 'socket-refused'
  | 'socket-timeout'
  | 'socket-closed'
  | 'socket-silent'
  | 'socket-blocked'
  | 'closed-for-good';

/** One fault, as plain data: for the screen, for `castray-error`, for a report. */
export interface Problem {
  readonly code: ProblemCode;
  /** What was tried. Without credentials, which no address may hold. */
  readonly address: string;
  /** HTTP status or WebSocket close code. */
  readonly status?: number;
  /** The service's or the browser's own words, without what nobody sees, 500 characters at most. Untrusted text. */
  readonly detail?: string;
  /** For `bad-address` and `bad-setting`: the attribute, or `appConfig.` and the key. */
  readonly field?: string;
  /** ms since 1970. */
  readonly at: number;
}

/** What a problem may say beside its code. */
export interface ProblemDetails {
  readonly status?: number | undefined;
  /** Left out where it is empty. */
  readonly detail?: string | undefined;
  readonly field?: string;
}

export function makeProblem(
  code: ProblemCode,
  address: string,
  at: number,
  details: ProblemDetails = {},
): Problem {
  const detail = harmlessText(details.detail ?? '', MAX_SENTENCE);
  const said = Object.entries({ ...details, detail }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.freeze({ code, address, at, ...Object.fromEntries(said) });
}

/** Whether a socket's problem ends all attempts until somebody asks for another. */
export function isFinalProblem({ code }: Problem): boolean {
  return code === 'unauthorized' || code === 'closed-for-good';
}

/** Whether what was asked for may have been done: no answer came, or a proxy had none to pass on. */
export function mayBeDone({ status }: Problem): boolean {
  return status === undefined || status === 502 || status === 504;
}

/** What an exception says; empty for one that is no `Error`, as are Firefox's own of a policy. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** Whether two problems are the same news. */
export function sameProblem(a: Problem | undefined, b: Problem | undefined): boolean {
  return a === b || (!!a && !!b && sameFields({ ...a, at: 0 }, { ...b, at: 0 }));
}
