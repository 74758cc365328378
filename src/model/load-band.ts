import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/** The four bands of load, in rising order: below 30 %, 60 %, 80 %, and from 80 % on. */
export const LOAD_BANDS = ['low', 'moderate', 'high', 'critical'] as const;

export type LoadBand = (typeof LOAD_BANDS)[number];

/** The band of a share in percent. */
export function loadBand(percent: Maybe<number>): Maybe<LoadBand> {
  if (!isKnown(percent)) return UNKNOWN;
  if (percent < 30) return 'low';
  if (percent < 60) return 'moderate';
  return percent < 80 ? 'high' : 'critical';
}
