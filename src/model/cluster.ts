import type { Maybe } from './unknown.js';
import type { Oddity } from './oddity.js';
import type { TaskLabel } from './task-label.js';

/** Ray's node state. `unknown` where the service says neither. */
export type NodeState = Maybe<'ALIVE' | 'DEAD'>;
/** What the vehicle on the node is doing, as CastRay reports it. */
export type WorkStatus = Maybe<'idle' | 'detecting' | 'sending'>;
/** How the node reaches the cluster's network. */
export type ConnectionType = Maybe<'wired' | 'wireless'>;
/** Where a node's name comes from: Ray's custom resources, a report's own word, or only its address. */
export type NameSource = 'resources' | 'reported' | 'address';

/**
 * One Ray node as the last report described it. Frozen; the same object from snapshot to snapshot
 * while nothing about the node changes, so that `===` tells whether a row must be drawn again.
 */
export interface ClusterNode {
  /** Ray's node id, 56 hexadecimal digits; the key. */
  readonly nodeId: string;
  /** For people. Several nodes may share one IP, none should share a name. */
  readonly name: string;
  readonly nameSource: NameSource;
  readonly nodeIp: Maybe<string>;
  readonly state: NodeState;
  /** Why Ray considers the node dead; empty where nothing was said. */
  readonly stateMessage: string;
  readonly isHeadNode: Maybe<boolean>;
  readonly connectionType: ConnectionType;
  readonly workStatus: WorkStatus;
  /** Share of the node's CPU in use, 0–100. Unknown on a node that is not alive. */
  readonly cpuPercent: Maybe<number>;
  /** CPU cores that Ray counts on the node. */
  readonly cpuCores: Maybe<number>;
  /** Share of the node's memory in use, 0–100, after `memory-figure` has been applied. */
  readonly memoryPercent: Maybe<number>;
  /** Bytes of physical memory, as last measured; CastRay rounds to 0.1 GiB. */
  readonly memoryBytes: Maybe<number>;
  /** Share of the node's GPUs in use, 0–100. Unknown on a node without one. */
  readonly gpuPercent: Maybe<number>;
  /** GPUs of the node; 0 means that it has none. */
  readonly gpuCount: Maybe<number>;
  /** Bytes of Ray's object store on the node. */
  readonly objectStoreBytes: Maybe<number>;
  /** CastRay's labels for the load. They are made from the usage figures, and are not Ray tasks. */
  readonly taskLabels: readonly TaskLabel[];
}

/** How a total was come by. */
export type Provenance = 'reported' | 'derived' | 'unknown';

/** One resource of the whole cluster. */
export interface ResourceTotal {
  /** Cores, bytes or GPUs in use. */
  readonly used: Maybe<number>;
  /** Cores, bytes or GPUs there are on nodes that are alive. */
  readonly total: Maybe<number>;
  /** 0–100. */
  readonly percent: Maybe<number>;
  /** `derived`: added up from the nodes, because the service's own was missing, 0, or less than it has in use. */
  readonly provenance: Provenance;
  /** Alive nodes whose figures went into `used`; less than `nodesAlive` means a partial sum. */
  readonly nodesCounted: number;
  /** Nodes that are alive, and those of unknown state, which may be. */
  readonly nodesAlive: number;
}

/** The resources of which a cluster has totals. */
export interface ClusterTotals {
  /** In cores. */
  readonly cpu: ResourceTotal;
  /** In bytes. */
  readonly memory: ResourceTotal;
  /** In GPUs. */
  readonly gpu: ResourceTotal;
  /** In bytes. */
  readonly objectStore: ResourceTotal;
}

/** Number of nodes by state; all unknown while the service names no node at all. */
export interface NodeCounts {
  readonly total: Maybe<number>;
  /** Unknown, as `dead` is, while the service tells no node's state. */
  readonly alive: Maybe<number>;
  readonly dead: Maybe<number>;
  /** Nodes of which the service does not say whether they are alive. */
  readonly unknown: Maybe<number>;
}

/** Which of the service's two voices spoke. */
export type ReportSource = 'rest' | 'websocket';

/**
 * How far the list of nodes can be trusted.
 * - `complete`: as reported, but for entries that could not be read (see `oddities`);
 * - `perhaps-cut`: exactly as many nodes as Ray's default limit, so there may be more;
 * - `unconfirmed`: the service suddenly named no node; the last known ones are kept;
 * - `none-reported`: the service goes on naming no node, which a running Ray cluster never does.
 */
export type Completeness = 'complete' | 'perhaps-cut' | 'unconfirmed' | 'none-reported';

/** The cluster as last reported. Frozen, with everything in it. */
export interface ClusterSnapshot {
  /** In the order in which the service names them. */
  readonly nodes: readonly ClusterNode[];
  readonly counts: NodeCounts;
  readonly totals: ClusterTotals;
  /** Ray's head node, where the report names it; a dead one only where none is alive. */
  readonly headNode: Maybe<ClusterNode>;
  readonly completeness: Completeness;
  readonly source: ReportSource;
  /** When the page received it, in ms since 1970. CastRay's own time stamp has no time zone. */
  readonly receivedAt: number;
  /** When the figures of `nodes` were received; before `receivedAt` while `unconfirmed`. */
  readonly nodesReceivedAt: number;
  /** What was odd about the report, for diagnostics. */
  readonly oddities: readonly Oddity[];
}
