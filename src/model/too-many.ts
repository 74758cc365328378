/** So many that have left are remembered, and as many again as there are. */
const SPARE = 100;

/** Whether those that have left are to be forgotten: with the weeks they might be any number. */
export function isTooMany(remembered: number, present: number): boolean {
  return remembered > 2 * present + SPARE;
}
