import type { SocketEnd } from './live-socket.js';
import type { ProblemCode } from './problem.js';

/** Close codes that ask for a sign-in: what servers say in place of HTTP's 401 and 403. */
const SIGN_IN_CODES = [1008, 4401, 4403];

/** What the end of a socket means. */
export function codeOfEnd({ kind, code }: SocketEnd, wasOpen: boolean): ProblemCode {
  if (kind === 'timeout') return 'socket-timeout';
  if (kind === 'blocked') return 'socket-blocked';
  if (code !== undefined && isFinal(code)) {
    return SIGN_IN_CODES.includes(code) ? 'unauthorized' : 'closed-for-good';
  }
  return wasOpen ? 'socket-closed' : 'socket-refused';
}

/** Close codes after which another attempt would only be refused again. */
function isFinal(code: number): boolean {
  return code === 1003 || (code >= 1007 && code <= 1010) || (code >= 4400 && code <= 4499);
}
