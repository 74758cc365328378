import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/** The four bands of load, in rising order: below 30 %, 60 %, 80 %, and from 80 % on. */
export const LOAD_BANDS = ['low', 'moderate', 'high', 'critical'] as const;

/** How busy something is: one of {@link LOAD_BANDS}. */
export type LoadBand = (typeof LOAD_BANDS)[number];

/** From which share on each band is, in percent. */
export const BAND_STARTS: Readonly<Record<LoadBand, number>> = {
  low: 0,
  moderate: 30,
  high: 60,
  critical: 80,
};

/** The band of a share in percent. */
export function loadBand(percent: Maybe<number>): Maybe<LoadBand> {
  if (!isKnown(percent)) return UNKNOWN;
  if (percent < BAND_STARTS.moderate) return 'low';
  if (percent < BAND_STARTS.high) return 'moderate';
  return percent < BAND_STARTS.critical ? 'high' : 'critical';
}
