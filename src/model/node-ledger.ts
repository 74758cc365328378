import type { NameSource } from './cluster.js';
import type { NodeFacts, NodeReport } from './report.js';
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

interface Entry {
  reported: string | undefined;
  facts: NodeFacts | undefined;
  /** Whether a report has listed the node; raw records alone do not make one. */
  isListed: boolean;
  /** `undefined`: it stood in the very first report, so nobody saw it join. */
  joinedAt: number | undefined;
}

/**
 * What is remembered of each node beyond the last report. Ray never changes a node's resources, so
 * what was once true of a node id stays true, whichever report and however old a report said it.
 */
export class NodeLedger {
  readonly #entries = new Map<string, Entry>();
  #started = false;

  /** Takes in a report's nodes and raw records; to be called before names are asked for. */
  record(nodes: readonly NodeReport[], receivedAt: number): void {
    for (const node of nodes) {
      const entry = this.#entry(node.nodeId);
      if (!entry.isListed && this.#started) entry.joinedAt = receivedAt;
      entry.isListed = true;
      // The first name stays: with two custom resources CastRay picks another one every time.
      entry.reported ??= node.name;
    }
    if (nodes.length === 0) return; // a Ray that cannot be asked: its nodes will be back
    this.#started = true;
    this.#forgetAllBut(nodes);
  }

  /** Takes in Ray's raw records. Says whether anything in them was new. */
  learn(facts: readonly NodeFacts[]): boolean {
    let news = false;
    for (const record of facts) {
      const entry = this.#entry(record.nodeId);
      news ||= entry.facts === undefined;
      entry.facts = record;
    }
    return news;
  }

  /** Names the node: Ray's records first, then what any report said, else the address. */
  nameOf(node: NodeReport): NodeName {
    const entry = this.#entries.get(node.nodeId);
    const resources = entry?.facts?.customResources ?? [];
    const reported = entry?.reported ?? node.name;
    const name = resources.find((resource) => resource === reported) ?? resources[0];
    if (name !== undefined) return { name, nameSource: 'resources' };
    if (reported !== undefined) return { name: reported, nameSource: 'reported' };
    return { name: isKnown(node.nodeIp) ? node.nodeIp : node.nodeId, nameSource: 'address' };
  }

  /** The figure from Ray's records, else from the report. */
  known(node: NodeReport, key: 'gpuCount' | 'objectStoreBytes'): Maybe<number> {
    const fact = this.#entries.get(node.nodeId)?.facts?.[key] ?? UNKNOWN;
    return isKnown(fact) ? fact : node[key];
  }

  /** Whether the node joined so recently that its figures cannot be told from random ones. */
  isSettling(nodeId: string, at: number): boolean {
    const joinedAt = this.#entries.get(nodeId)?.joinedAt;
    if (joinedAt === undefined) return false;
    const age = at - joinedAt;
    return age >= 0 && age < SETTLING_MS; // below 0, somebody set the clock back
  }

  #entry(nodeId: string): Entry {
    let entry = this.#entries.get(nodeId);
    if (!entry) {
      entry = { reported: undefined, facts: undefined, isListed: false, joinedAt: undefined };
      this.#entries.set(nodeId, entry);
    }
    return entry;
  }

  /** A page that stands for weeks must not remember every node that ever was. */
  #forgetAllBut(nodes: readonly NodeReport[]): void {
    if (this.#entries.size <= 2 * nodes.length + 1000) return;
    const present = new Set(nodes.map((node) => node.nodeId));
    for (const nodeId of this.#entries.keys()) {
      if (!present.has(nodeId)) this.#entries.delete(nodeId);
    }
  }
}
