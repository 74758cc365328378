import type { ClusterNode } from '../../model/cluster.js';
import { sameFields } from '../../model/reuse.js';
import { meaningOf } from '../../store/cluster-state.js';
import type { ClusterState, ClusterStore } from '../../store/cluster-store.js';
import { nodeNews, type AllNews } from '../../store/node-news.js';
import { situation, type Situation } from '../parts/situation.js';

/** The part of the cluster that a list of nodes shows. */
export interface ListSlice {
  readonly label: string;
  /** Whose nodes they are, and of what their figures are. */
  readonly meaning: string;
  readonly now: Situation;
  readonly nodes: readonly ClusterNode[];
  /** When they were received, in ms since 1970, to the minute: for paper, which needs no render each second. */
  readonly at: number;
  /** Which of them have joined or died of late. */
  readonly news: AllNews | undefined;
}

const NO_NODES: readonly ClusterNode[] = Object.freeze([]);

export function listSlice(state: ClusterState, store: ClusterStore | undefined): ListSlice {
  const { label, cluster, snapshot } = state;
  const at = snapshot?.nodesReceivedAt ?? 0;
  return {
    label,
    meaning: meaningOf(state),
    now: situation('attached', state),
    nodes: snapshot?.nodes ?? NO_NODES,
    at: at - (at % 60_000),
    news: store && nodeNews(store).read(snapshot, cluster),
  };
}

/** The list of nodes is the same array while no node has changed: counters and ages alone draw nothing. */
export function sameSlice(a: ListSlice, b: ListSlice): boolean {
  return (
    a.nodes === b.nodes &&
    a.at === b.at &&
    a.news === b.news &&
    a.label === b.label &&
    sameFields(a.now, b.now)
  );
}
