/** Words typed while the demo runs: each breaks its first service in one way, or mends it. */
import { createInterface } from 'node:readline';

const STALL_MS = 14_000; // a round of the real service while Ray's dashboard is down

/** @type {Record<string, (service: import('./service/index.mjs').Service) => Promise<unknown>>} */
const ORDERS = {
  down: (service) => service.control('down'),
  up: (service) => service.control('up'),
  stall: (service) => service.control('stall', { ms: STALL_MS }),
  silent: (service) => service.control('silent'),
  drop: (service) => service.control('drop'),
  reset: async (service) => {
    await service.control('reset');
    await service.control('up');
  },
};

/**
 * @param {import('./service/index.mjs').Service} service
 * @param {(close: () => unknown) => void} later
 */
export function takeOrders(service, later) {
  const lines = createInterface({ input: process.stdin });
  later(() => lines.close());
  lines.on('line', async (line) => {
    const word = line.trim();
    if (word === '') return;
    if (!Object.hasOwn(ORDERS, word)) {
      console.log(`one of: ${Object.keys(ORDERS).join(', ')}`);
      return;
    }
    try {
      await ORDERS[word](service);
      console.log(`${word}: done`);
    } catch (error) {
      console.log(`${word}: ${error.message}`);
    }
  });
}
