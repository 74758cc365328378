import type { Access } from './access.js';
import type { Clock } from './clock.js';
import { REST_TIMEOUT } from './rest-client.js';

/**
 * Whether the service can read a file of that path; `undefined` where it does not say. It reads the
 * whole file for that, and has no lighter question: the answer is dropped once its status is there.
 */
export async function isThere(
  apiBase: string,
  path: string,
  access: Access,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const enough = new AbortController();
  const end = (): void => {
    enough.abort();
  };
  const timer = clock.setTimeout(end, REST_TIMEOUT);
  signal.addEventListener('abort', end);
  try {
    const address = `${apiBase}/api/file/read?path=${encodeURIComponent(path)}`;
    const { status } = await access.fetch(address, { signal: enough.signal, cache: 'no-store' });
    return status === 404 ? false : status === 200 ? true : undefined;
  } catch {
    return undefined;
  } finally {
    end();
    clock.clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
