import type { ClusterNode, NameSource } from './cluster.js';
import type { RayRecord, NodeReport } from './report.js';
import { forgetTooMany } from './too-many.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/** A node's name, and how it was come by. */
export interface NodeName {
  readonly name: string;
  readonly nameSource: NameSource;
}

/**
 * For how long the figures of a node that has just joined are not shown. Until Ray's own dashboard
 * knows the node, CastRay fills in random numbers: in the capture of a joining node its first frame
 * says 43 % of memory where all that follow say 88 %.
 */
export const SETTLING_MS = 10_000;

/** What is remembered of one node. */
export class KnownNode {
  reported: string | undefined;
  facts: RayRecord | undefined;
  /** Whether a report has listed the node; raw records alone do not make one. */
  isListed = false;
  /**
   * `undefined`: it stood in the very first report, so nobody saw it join. What comes into a list that may be
   * cut may be new as well, and its figures random.
   */
  joinedAt: number | undefined;
  /** As the last snapshot that had it showed it. */
  shown: ClusterNode | undefined;

  /**
   * Names the node: Ray's records first, then what any report said, else the address. Of several custom
   * resources always the same one, so that no two pages have two names for a node.
   */
  name(node: NodeReport): NodeName {
    const resource = this.facts?.customResources[0];
    const name = resource ?? this.reported;
    if (name !== undefined) return { name, nameSource: resource ? 'resources' : 'reported' };
    return { name: isKnown(node.nodeIp) ? node.nodeIp : node.nodeId, nameSource: 'address' };
  }

  /** The figure from Ray's records, else from the report. */
  figure(node: NodeReport, key: 'gpuCount' | 'objectStoreBytes'): Maybe<number> {
    const fact = this.facts?.[key] ?? UNKNOWN;
    return isKnown(fact) ? fact : node[key];
  }

  /** Whether the node joined so recently that its figures cannot be told from random ones. */
  isSettling(at: number): boolean {
    if (this.joinedAt === undefined) return false;
    const age = at - this.joinedAt;
    return age >= 0 && age < SETTLING_MS; // below 0, somebody set the clock back
  }
}

/**
 * What is remembered of each node beyond the last report. Ray never changes a node's resources, so
 * what was once true of a node id stays true, whichever report and however old a report said it.
 */
export class NodeLedger {
  readonly #known = new Map<string, KnownNode>();
  /** Of the last report's nodes, in their order, which hardly ever is another one in the next. */
  #order: readonly KnownNode[] = [];
  #started = false;
  #lastJoinAt = -Infinity;

  /**
   * Takes in a report's nodes, and shows each as `show` has it, which is told what is known of it. The
   * same report may come again.
   */
  record(
    nodes: readonly NodeReport[],
    receivedAt: number,
    show: (node: NodeReport, known: KnownNode) => ClusterNode,
  ): readonly ClusterNode[] {
    const order: KnownNode[] = [];
    const shown = nodes.map((node, index) => {
      const likely = this.#order[index];
      const known = likely?.shown?.nodeId === node.nodeId ? likely : this.#of(node.nodeId);
      if (!known.isListed && this.#started) this.#lastJoinAt = known.joinedAt = receivedAt;
      known.isListed = true;
      // The first name stays: with two custom resources CastRay picks another one every time.
      known.reported ??= node.name;
      order.push(known);
      return (known.shown = show(node, known));
    });
    if (nodes.length > 0) {
      this.#order = order;
      this.#started = true;
      forgetTooMany(this.#known, nodes);
    } // else a Ray that cannot be asked: its nodes will be back
    return shown;
  }

  /** Whether every node's figures could be told from random ones at that time. */
  isSettled(at: number): boolean {
    return at - this.#lastJoinAt >= SETTLING_MS;
  }

  /** Takes in Ray's raw records. Says whether anything in them was new. */
  learn(facts: readonly RayRecord[]): boolean {
    let news = false;
    for (const record of facts) {
      const known = this.#of(record.nodeId);
      news ||= known.facts === undefined;
      known.facts = record;
    }
    // here too, since reports that list no nodes may go on bringing others
    if (news)
      forgetTooMany(this.#known, [...facts, ...this.#order.flatMap((one) => one.shown ?? [])]);
    return news;
  }

  #of(nodeId: string): KnownNode {
    let known = this.#known.get(nodeId);
    if (!known) this.#known.set(nodeId, (known = new KnownNode()));
    return known;
  }
}
