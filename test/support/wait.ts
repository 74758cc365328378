import { waitUntil } from '@open-wc/testing';

/**
 * Waits for a condition, for as long as a loaded machine may need; it may be one that has to be asked
 * for. `what` is said where it never comes; `timeout` in ms.
 */
export async function until(condition: () => unknown, what: string, timeout = 4000): Promise<void> {
  await waitUntil(condition, `never came: ${what}`, { timeout, interval: 20 });
}
