/**
 * Makes something once for all cases. What failed is forgotten: the next case, or the same one at its
 * second try, makes it again.
 *
 * @template T
 * @template {unknown[]} Given
 * @param {(...given: Given) => Promise<T>} make
 * @returns {(...given: Given) => Promise<T>}
 */
export function onceGood(make) {
  let made;
  return (...given) =>
    (made ??= make(...given).catch((error) => {
      made = undefined;
      throw error;
    }));
}
