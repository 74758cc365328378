import { sameFields } from '../../context/cluster-controller.js';
import type { ClusterNode } from '../../model/cluster.js';
import type { ClusterState } from '../../store/cluster-store.js';
import { situation, type Situation } from '../parts/situation.js';

/** The part of the cluster that a list of nodes shows. */
export interface ListSlice {
  readonly label: string;
  readonly now: Situation;
  readonly nodes: readonly ClusterNode[];
}

const NO_NODES: readonly ClusterNode[] = Object.freeze([]);

export function listSlice(state: ClusterState): ListSlice {
  return {
    label: state.label,
    now: situation('attached', state),
    nodes: state.snapshot?.nodes ?? NO_NODES,
  };
}

/** The list of nodes is the same array while no node has changed: counters and ages alone draw nothing. */
export function sameSlice(a: ListSlice, b: ListSlice): boolean {
  return a.nodes === b.nodes && a.label === b.label && sameFields(a.now, b.now);
}
