import { waitUntil as waitAtMost } from '@open-wc/testing';

/** Waits for a condition, for as long as a loaded machine may need; `what` is said if it never comes. */
export async function waitUntil(condition: () => unknown, what = 'the condition'): Promise<void> {
  await waitAtMost(condition, `never came: ${what}`, { timeout: 4000, interval: 20 });
}
