import type { Clock } from '../connection/clock.js';
import type { ClusterReport, RayRecord } from '../model/report.js';

/** REST is asked for names at most this often, in ms: every request holds up the service's one loop. */
const ASK_INTERVAL = 30_000;

/**
 * Frames carry no raw records, and without them a node that joins may be known by its address only.
 * Says when it is worth asking REST for the records of nodes that no answer has described yet.
 */
export class MissingFacts {
  readonly #clock: Clock;
  #described = new Set<string>();
  #pending: readonly string[] = [];
  #askedAt = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  worthAsking({ nodes }: ClusterReport): boolean {
    const now = this.#clock.now();
    if (now - this.#askedAt < ASK_INTERVAL && now >= this.#askedAt) return false;
    if (!nodes.some(({ name, nodeId }) => name === undefined && !this.#described.has(nodeId)))
      return false;
    this.#pending = nodes.map(({ nodeId }) => nodeId);
    this.#askedAt = now;
    return true;
  }

  /**
   * An answer came. What was there when it was asked for and is not in it, REST does not know: no use
   * asking again, whichever node is without a name in the next frame.
   */
  answered(facts: readonly RayRecord[]): void {
    this.#described = new Set([...facts.map((record) => record.nodeId), ...this.#pending]);
  }
}
