const TRIES = 100;
const LAST = 65535;
const FIRST = 1024; // those below are the system's

/**
 * Starts something on a port, or on the next one that is free; the first follows the last.
 *
 * @template T
 * @param {number} wanted
 * @param {(port: number) => Promise<T>} start rejects with the code EADDRINUSE where it is taken
 * @returns {Promise<T>}
 */
export async function onFreePort(wanted, start) {
  for (let tries = 0; ; tries += 1) {
    const port = wanted + tries;
    try {
      return await start(port > LAST ? port - LAST - 1 + FIRST : port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tries === TRIES) throw error;
    }
  }
}
