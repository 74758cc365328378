/**
 * So many that have left are remembered, and as many again as there are. Of a list of 100 that may be cut, another
 * hundred may come every time.
 */
const SPARE = 1000;

/** Whether those that have left are to be forgotten: with the weeks they might be any number. */
export function isTooMany(remembered: number, present: number): boolean {
  return remembered > 2 * present + SPARE;
}

/** What is remembered of nodes, by their ids, or their ids alone. */
type Known = Map<string, unknown> | Set<string>;

interface Identified {
  readonly nodeId: string;
}

/** Forgets, of what is remembered by their ids, all but these nodes. */
export function keepOnly(known: Known, nodes: readonly Identified[]): void {
  const here = new Set(nodes.map(({ nodeId }) => nodeId));
  for (const nodeId of known.keys()) if (!here.has(nodeId)) known.delete(nodeId);
}

/** The same, once there are too many others. */
export function forgetTooMany(known: Known, nodes: readonly Identified[]): void {
  if (isTooMany(known.size, nodes.length)) keepOnly(known, nodes);
}
