/**
 * So many that have left are remembered, and as many again as there are. Of a list of 100 that may be cut, another
 * hundred may come every time.
 */
const SPARE = 1000;

/** Whether those that have left are to be forgotten: with the weeks they might be any number. */
export function isTooMany(remembered: number, present: number): boolean {
  return remembered > 2 * present + SPARE;
}

/** The longest list that is read, of whatever: twice the nodes that are promised. An answer with a longer one is refused. */
export const MAX_ENTRIES = 20_000;

/** Whether a list, if it is one, is longer than {@link MAX_ENTRIES}: each `{}` of a short answer would be a row. */
export function isTooLong(list: unknown): boolean {
  return Array.isArray(list) && list.length > MAX_ENTRIES;
}

interface Identified {
  readonly nodeId: string;
}

/** Forgets, of what is remembered by their ids, all but these nodes, once there are too many others. */
export function forgetTooMany(known: Map<string, unknown>, nodes: readonly Identified[]): void {
  if (!isTooMany(known.size, nodes.length)) return;
  const here = new Set(nodes.map(({ nodeId }) => nodeId));
  for (const nodeId of known.keys()) if (!here.has(nodeId)) known.delete(nodeId);
}
