import type { ClusterNode, ClusterSnapshot, NodeState } from '../model/cluster.js';
import { forgetTooMany } from '../model/too-many.js';
import { perStore } from './per-store.js';
import { SILENCE } from './silence.js';

/** For how long a node counts as new, or as one that has just died, in ms. */
export const NEWS_FOR = 60_000;

/** What has happened to a node, and when the page heard of it, in ms since 1970. */
export interface NodeNews {
  readonly kind: 'joined' | 'died';
  readonly at: number;
}

/** Since when a node has been in its state, in ms since 1970. */
export interface StateSince {
  readonly at: number;
  /** The change was seen; otherwise the node has been so for at least that long. */
  readonly isSeen: boolean;
}

interface Known extends StateSince {
  readonly state: NodeState;
}

export type AllNews = ReadonlyMap<string, NodeNews>;

/**
 * Which nodes have joined or died of late: those that the last report did not have, nor one before, and
 * those that it had alive. What happened in a silence is no news: it may be hours old; nor is a node that an
 * earlier list may have left out, or a death that the next report takes back. Times are those of the data:
 * while nothing comes, nothing grows old, and there is no timer.
 */
export class NodeNewsLog {
  readonly #known = new Map<string, Known>();
  #last: ClusterSnapshot | undefined;
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
      const now = snapshot.nodesReceivedAt;
      const last = this.#news;
      const news = new Map([...last].filter(([, { at }]) => Math.abs(now - at) < NEWS_FOR));
      this.#compare(snapshot, news);
      const isSame =
        news.size === last.size && [...news].every(([id, one]) => one === last.get(id));
      if (!isSame) this.#news = news;
    }
    return this.#news;
  }

  /** Since when a node has been in the state in which it is shown, as far as the log has heard. */
  stateSince({ nodeId, state }: ClusterNode): StateSince | undefined {
    const known = this.#known.get(nodeId);
    return known?.state === state ? known : undefined;
  }

  #compare(snapshot: ClusterSnapshot, news: Map<string, NodeNews>): void {
    const { nodes, nodesReceivedAt: at } = snapshot;
    // none: a Ray that cannot be asked, whose nodes will be back
    if (nodes.length === 0) return;
    const isSeen = at - this.#heardAt <= SILENCE;
    if (at < this.#heardAt) this.#cut(at);
    this.#heardAt = at;
    const last = this.#last;
    if (nodes === last?.nodes) return;
    this.#last = snapshot;
    const known = this.#known;
    let states: Map<string, NodeState> | undefined;
    nodes.forEach(({ nodeId, state }, i) => {
      const before = last?.nodes[i];
      if (before?.nodeId === nodeId && before.state === state) return;
      states ??= new Map(last?.nodes.map((node) => [node.nodeId, node.state]));
      const was = states.get(nodeId);
      if (state === 'DEAD') {
        if (isSeen && was === 'ALIVE') news.set(nodeId, { kind: 'died', at });
      } else if (isSeen && !known.has(nodeId) && last?.completeness !== 'perhaps-cut') {
        news.set(nodeId, { kind: 'joined', at });
      } else if (news.get(nodeId)?.kind === 'died') news.delete(nodeId);
      if (known.get(nodeId)?.state !== state)
        known.set(nodeId, { state, at, isSeen: isSeen && was !== undefined });
    });
    forgetTooMany(known, nodes);
  }

  /** The clock was set back: nothing is told of the future. */
  #cut(at: number): void {
    for (const [nodeId, known] of this.#known)
      if (known.at > at) this.#known.set(nodeId, { ...known, at, isSeen: false });
  }

  #forgetAll(): void {
    this.#known.clear();
    this.#last = undefined;
    this.#heardAt = -Infinity;
    if (this.#news.size > 0) this.#news = new Map();
  }
}

/** A store's news, from the first time that somebody asks for them. */
export const nodeNews = perStore((store) => {
  const log = new NodeNewsLog();
  log.read(store.state.snapshot, store.state.cluster);
  store.subscribe(({ snapshot, cluster }) => log.read(snapshot, cluster));
  return log;
});
