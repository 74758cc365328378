const TRIES = 100;

/**
 * Starts something on a port, or on the next one that is free.
 *
 * @template T
 * @param {number} first
 * @param {(port: number) => Promise<T>} start rejects with the code EADDRINUSE where it is taken
 * @returns {Promise<T>}
 */
export async function onFreePort(first, start) {
  const last = Math.min(first + TRIES, 65535);
  for (let port = first; port < last; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  return start(last);
}
