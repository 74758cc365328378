import type { ClusterNode, ReportSource } from './cluster.js';
import type { Oddity } from './oddity.js';
import type { Maybe } from './unknown.js';

/** What one report says of one node, before it is put together with what was known already. */
export interface NodeReport extends Omit<ClusterNode, 'name' | 'nameSource' | 'memoryPercent'> {
  /** The service's name for it, unless that was only a placeholder of the form `node:IP`. */
  readonly name: string | undefined;
  /** The `memory` figure as it came; whether it is the used or the available share, it does not say. */
  readonly memoryFigure: Maybe<number>;
}

/** What Ray's own record says of a node, and what never changes while the node lives. */
export interface RayRecord {
  readonly nodeId: string;
  /** Ray's custom resources without those that only mark network, address or accelerator; sorted. */
  readonly customResources: readonly string[];
  readonly gpuCount: Maybe<number>;
  readonly objectStoreBytes: Maybe<number>;
}

/** Totals as the service itself states them. */
export interface ReportedTotal {
  readonly used: Maybe<number>;
  readonly total: Maybe<number>;
}

/** The service's own totals; absent where it sent none, or nothing but zeros. */
export interface ReportedTotals {
  /** In cores. */
  readonly cpu: ReportedTotal;
  /** In bytes. */
  readonly memory: ReportedTotal;
  /** In GPUs. */
  readonly gpu: ReportedTotal;
  /** In bytes. */
  readonly objectStore: ReportedTotal;
}

/** One answer of REST or one frame of the WebSocket, read and checked. */
export interface ClusterReport {
  readonly source: ReportSource;
  /** When the page received it, in ms since 1970. */
  readonly receivedAt: number;
  readonly nodes: readonly NodeReport[];
  /** Entries in the list as it came; more than `nodes` where two are one node or one is no node. */
  readonly listedNodes: number;
  /** From Ray's raw records, which only REST carries. */
  readonly facts: readonly RayRecord[];
  readonly totals: ReportedTotals | undefined;
  readonly oddities: readonly Oddity[];
}
