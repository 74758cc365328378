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
  const { snapshot, connection, label } = state;
  const nodes = snapshot?.nodes.filter((node) => node.state === 'ALIVE') ?? [];
  const { phase, lastError } = connection;
  const problem = lastError && { ...lastError, at: 0 }; // as sameProblem() has it
  const offered = nodes.map(({ nodeId, name, isHeadNode }) => [nodeId, name, isHeadNode]);
  const key = JSON.stringify([label, phase, problem, !snapshot, offered]);
  return { state, nodes, key };
}
