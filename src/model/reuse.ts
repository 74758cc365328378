type Parts = Record<string, unknown>;

/**
 * Freezes `next` to its last part, and takes from `last` whatever is the same there: `===` then
 * tells what has to be drawn again. Returns `last` itself where nothing is new.
 */
export function reuse<T>(last: unknown, next: T): T {
  if (last === next || !isObject(next)) return next;
  const before = isObject(last) ? last : undefined;
  if (!Object.isFrozen(next)) {
    for (const key in next) {
      const part = next[key];
      // Most parts are plain values: they stay where they are.
      if (isObject(part)) (next as Parts)[key] = reuse(before?.[key], part);
    }
  }
  return before && sameFields(before, next) ? (before as T) : Object.freeze(next);
}

/** Whether two objects have the same fields; `Object.is` decides on each. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  for (const key in b) if (!Object.is(a[key], b[key])) return false;
  return Object.keys(a).length === Object.keys(b).length;
}

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}
