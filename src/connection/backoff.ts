/** Shortest wait before an attempt, in ms: a service that falls is never hit at once. */
export const MIN_DELAY = 500;
/** Longest random part, in ms. */
export const MAX_SPREAD = 30_000;

/**
 * The wait before attempt `n` (1 for the first retry): 0.5 s and a random part of up to
 * min(30 s, 1 s · 2ⁿ). Random at the cap too, so that the pages of a restarted service stay spread.
 */
export function reconnectDelay(n: number, random: () => number): number {
  return MIN_DELAY + random() * Math.min(MAX_SPREAD, 1000 * 2 ** Math.min(n, 16));
}
