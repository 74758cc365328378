type Parts = Record<string | number, unknown>;

/**
 * Freezes `next` to its last part, and takes from `last` whatever is the same there: `===` then
 * tells what has to be drawn again. Returns `last` itself where nothing is new.
 */
export function reuse<T>(last: unknown, next: T): T {
  if (last === next || !isObject(next)) return next;
  const before = isObject(last) ? last : undefined;
  if (Object.isFrozen(next)) return before && sameFields(before, next) ? (before as T) : next;
  const take = (key: string | number, part: unknown): void => {
    // Most parts are plain values: they stay where they are.
    if (isObject(part) && part !== before?.[key]) (next as Parts)[key] = reuse(before?.[key], part);
  };
  // `in` would make a text of each of ten thousand indices
  if (Array.isArray(next)) next.forEach((part, index) => take(index, part));
  // not "for in": a page may have put things of its own into every object's prototype
  else for (const key of Object.keys(next)) take(key, next[key]);
  return reuseFields(before as typeof next | undefined, next);
}

/** The same for an object of which every part went through {@link reuse} already. */
export function reuseFields<T extends object>(last: T | undefined, next: T): T {
  return last && sameFields(last, next) ? last : Object.freeze(next);
}

/** Whether two objects, or two lists, have the same fields; `Object.is` decides on each. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  if (Array.isArray(b)) {
    const items = a as unknown as readonly unknown[];
    return items.length === b.length && b.every((item, index) => Object.is(item, items[index]));
  }
  const keys = Object.keys(b) as (keyof T)[];
  for (const key of keys) if (!Object.is(a[key], b[key])) return false;
  return Object.keys(a).length === keys.length;
}

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}
