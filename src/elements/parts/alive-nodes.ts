import type { ClusterNode } from '../../model/cluster.js';
import type { ClusterState } from '../../store/cluster-store.js';

/** A slice for elements that offer the nodes which are alive, and show no figures. */
export interface AliveNodes {
  readonly state: ClusterState;
  readonly nodes: readonly ClusterNode[];
  /** Differs where something that is shown does. */
  readonly key: string;
}

export function aliveNodes(state: ClusterState): AliveNodes {
  const { snapshot, connection } = state;
  const nodes = snapshot?.nodes.filter((node) => node.state === 'ALIVE') ?? [];
  const { phase, lastError } = connection;
  const shown = [phase, lastError?.code, lastError?.status, lastError?.address, !snapshot];
  const key = JSON.stringify([shown, nodes.map(({ nodeId, name }) => [nodeId, name])]);
  return { state, nodes, key };
}
