/**
 * Random numbers that can be had again: the same seed, the same cluster.
 *
 * @typedef {object} Random
 * @property {() => number} next from 0 to below 1
 * @property {(low: number, high: number) => number} between a number of that range
 * @property {(chance: number) => boolean} happens
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[]) => T[]} shuffled a copy in another order
 * @property {(digits: number) => string} hex
 */

/**
 * @param {number} seed any integer
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed >>> 0;

  // mulberry32: 32 bits of state are plenty for a demo's weather
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);

  return {
    next,
    between: (low, high) => low + next() * (high - low),
    happens: (chance) => next() < chance,
    pick: (list) => list[below(list.length)],
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [copy[last], copy[other]] = [copy[other], copy[last]];
      }
      return copy;
    },
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}
