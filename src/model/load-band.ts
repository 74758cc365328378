import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/** The four bands of load, in rising order: below 30 %, 60 %, 80 %, and from 80 % on, as shares are shown. */
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

/** What rounding may take from a sum of nodes that are all full. */
const ROUNDING = 1e-9;

/**
 * A share in percent as it is shown: to one decimal below 10, else whole, and 100 only where nothing is left.
 */
export function shownShare(percent: number): number {
  if (percent < 10) return Math.round(10 * percent) / 10;
  return Math.min(Math.round(percent), percent < 100 - ROUNDING ? 99 : 100);
}

/** The band of a share in percent, rounded as it is shown: what reads 80 % is in the band from 80 % on. */
export function loadBand(percent: Maybe<number>): Maybe<LoadBand> {
  if (!isKnown(percent)) return UNKNOWN;
  const shown = shownShare(percent);
  if (shown < BAND_STARTS.moderate) return 'low';
  if (shown < BAND_STARTS.high) return 'moderate';
  return shown < BAND_STARTS.critical ? 'high' : 'critical';
}
