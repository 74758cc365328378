import type { ConnectionState } from '../connection/connection-state.js';
import type { Endpoint } from '../connection/endpoint.js';
import type { Problem } from '../connection/problem.js';
import type { ClusterSnapshot } from '../model/cluster.js';
import type { MemoryFigure } from '../model/reconcile-node.js';
import type { ClientSettings } from './client-listener.js';
import type { Transition } from './phase-log.js';

/** What a provider is set to. */
export interface StoreConfig extends ClientSettings {
  readonly endpoint: Endpoint;
  readonly memoryFigure: MemoryFigure;
  /** The cluster's name, for people; may be empty. */
  readonly label: string;
  /** Keeps the socket while nobody can see the page. */
  readonly keepAlive: boolean;
  /** Settings that were refused. Refused addresses stand in `endpoint`. */
  readonly problems: readonly Problem[];
}

/** Everything a widget can show of a cluster. Frozen. */
export interface ClusterState {
  /** The cluster's name, for people; may be empty. */
  readonly label: string;
  /** Whose figures are shown, as {@link clusterKey} tells it. A refused address changes nothing about that. */
  readonly cluster: string | undefined;
  readonly endpoint: Endpoint;
  readonly memoryFigure: MemoryFigure;
  /** What is wrong with the provider's own settings. */
  readonly configProblems: readonly Problem[];
  readonly connection: ConnectionState;
  /** The last phases of the connection, oldest first. */
  readonly transitions: readonly Transition[];
  /** `undefined` until the first report. */
  readonly snapshot: ClusterSnapshot | undefined;
}

/** The addresses of the cluster itself; `undefined` where there is no usable one. */
export function clusterKey({ endpoint: { apiBase, wsUrl } }: StoreConfig): string | undefined {
  if (apiBase.url === undefined && wsUrl.url === undefined) return undefined;
  return `${apiBase.url ?? ''} ${wsUrl.url ?? ''}`;
}

/** Whose figures are shown, and what they are of: with another, those of before cannot be compared. */
export function meaningOf({ cluster = '', memoryFigure }: ClusterState): string {
  return `${cluster} ${memoryFigure}`;
}
