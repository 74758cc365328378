/**
 * What nobody told us, as a value of its own.
 *
 * A word and not `null`: `null < 30` is true and `null + 1` is 1, so a forgotten check would turn
 * "not known" into "idle". `'unknown' < 30` is false, `'unknown' >= 80` is false too, the compiler
 * refuses the sum, and the value survives JSON.
 */
export const UNKNOWN = 'unknown';

/** The type of {@link UNKNOWN}. */
export type Unknown = typeof UNKNOWN;

/** A value, or the statement that nobody knows it. */
export type Maybe<T> = T | Unknown;

/** Whether a figure is known; narrows `Maybe<number>` to `number`. */
export function isKnown<T>(value: Maybe<T>): value is Exclude<T, Unknown> {
  return value !== UNKNOWN;
}
