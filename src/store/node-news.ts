import type { ClusterNode, ClusterSnapshot, NodeState } from '../model/cluster.js';
import { forgetTooMany } from '../model/too-many.js';
import type { StateSince } from './node-history.js';
import { perStore } from './per-store.js';
import { SILENCE } from './silence.js';

/** For how long a node counts as new, or as one that has just died, in ms. */
export const NEWS_FOR = 60_000;

/** What has happened to a node, and when the page heard of it, in ms since 1970. */
export interface NodeNews {
  readonly kind: 'joined' | 'died';
  readonly at: number;
}

interface Known extends StateSince {
  readonly state: NodeState;
}

export type AllNews = ReadonlyMap<string, NodeNews>;

/**
 * Which nodes have joined or died of late: those that the last report did not have, nor one before, and
 * those that it had alive. What happened in a silence is no news: it may be hours old. Times are those of the
 * data: while nothing comes, nothing grows old, and there is no timer.
 */
export class NodeNewsLog {
  readonly #states = new Map<string, Known>();
  #nodes: readonly ClusterNode[] = [];
  #heardAt = -Infinity;
  #news: AllNews = new Map();
  #cluster: string | undefined;

  /**
   * By the nodes' ids; the same object while it says the same. A page that has the other cluster already
   * never tells of none in between, so that only its addresses tell it from the last one.
   */
  read(snapshot: ClusterSnapshot | undefined, cluster = this.#cluster): AllNews {
    if (!snapshot || cluster !== this.#cluster) this.#forgetAll();
    this.#cluster = cluster;
    if (snapshot) {
      const { nodes, nodesReceivedAt: at } = snapshot;
      const fresh = [...this.#news].filter(([, news]) => Math.abs(at - news.at) < NEWS_FOR);
      const news = [...fresh, ...this.#compare(nodes, at)];
      if (news.length !== this.#news.size || news.length > fresh.length) this.#news = new Map(news);
    }
    return this.#news;
  }

  /** Since when a node has been in the state in which it is shown, as far as the log has heard. */
  stateSince({ nodeId, state }: ClusterNode): StateSince | undefined {
    const known = this.#states.get(nodeId);
    return known?.state === state ? known : undefined;
  }

  #compare(nodes: readonly ClusterNode[], at: number): (readonly [string, NodeNews])[] {
    // none: a Ray that cannot be asked, whose nodes will be back
    if (nodes.length === 0) return [];
    const isSeen = at - this.#heardAt <= SILENCE;
    this.#heardAt = at;
    const last = this.#nodes;
    if (nodes === last) return [];
    this.#nodes = nodes;
    const states = this.#states;
    const news: (readonly [string, NodeNews])[] = [];
    nodes.forEach(({ nodeId, state }, i) => {
      const before = last[i];
      if (before?.nodeId === nodeId && before.state === state) return;
      const was = states.get(nodeId);
      if (was?.state === state) return;
      states.set(nodeId, { state, at, isSeen });
      if (!isSeen) return;
      const isDead = state === 'DEAD';
      if (was && isDead) news.push([nodeId, { kind: 'died', at }]);
      else if (!was && !isDead) news.push([nodeId, { kind: 'joined', at }]);
    });
    forgetTooMany(states, nodes);
    return news;
  }

  #forgetAll(): void {
    this.#states.clear();
    this.#nodes = [];
    this.#heardAt = -Infinity;
    if (this.#news.size > 0) this.#news = new Map();
  }
}

/** A store's news, from the first time that somebody asks for them. */
export const nodeNews = perStore((store) => {
  const log = new NodeNewsLog();
  store.subscribe(({ snapshot, cluster }) => log.read(snapshot, cluster));
  return log;
});
