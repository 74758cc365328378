import type { Credentials } from './access.js';

/**
 * CastRay lets every page read it; a file server does not, and to the page looks as if it were not
 * there. A request whose answer nobody may read still tells the two apart; where the page may read
 * it, as on its own origin, it has a status.
 */
export async function somethingAnswers(
  address: string,
  signal: AbortSignal,
  credentials: Credentials = 'omit',
): Promise<Response | undefined> {
  try {
    return await fetch(address, { mode: 'no-cors', credentials, cache: 'no-store', signal });
  } catch {
    return undefined;
  }
}
