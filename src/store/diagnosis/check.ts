import type { Problem } from '../../connection/problem.js';

/** Whether a check found what should be. `warned`: it works, but something is to be looked at. */
export type CheckState = 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

/** Under which heading a check stands. */
export type CheckGroup =
  'config' | 'castray' | 'socket' | 'ports' | 'files' | 'page' | 'data' | 'services';

/** What is checked. */
export type CheckId =
  | 'apiBase'
  | 'wsUrl'
  | 'fileServerUrl'
  | 'settings'
  | 'status'
  | 'dashboard'
  | 'handshake'
  | 'frame'
  | 'ports'
  | 'files'
  | 'secure'
  | 'network'
  | 'csp'
  | 'online'
  | 'sameNodes'
  | 'ray'
  | 'names'
  | 'summary'
  | 'limit'
  | 'memory'
  | `service.${ServiceKey}`;

/** The other services of a page like droneOnCampus, by their key in `window.appConfig`. */
export type ServiceKey =
  | 'ueRemoteControlUrl'
  | 'rayApiBase'
  | 'wsUrl'
  | 'vehicleAgentUrl'
  | 'pixelStreamingUrl'
  | 'frontendBase';

/** What a check found; a sentence for each stands in src/text, but for `fine` and `problem`. */
export type Finding =
  | 'fine'
  | 'problem'
  | 'blocked'
  // configuration
  | 'configured'
  | 'derived'
  | 'replaced'
  | 'no-castray-address'
  | 'not-set'
  // CastRay
  | 'slow'
  | 'wrong-path'
  | 'no-status'
  | 'no-upgrade'
  | 'no-frame'
  | 'other-frames'
  // the addresses among each other
  | 'file-server-there'
  | 'perhaps-file-server'
  | 'other-service'
  | 'swapped'
  | 'castray-elsewhere'
  | 'socket-elsewhere'
  | 'castray-as-files'
  | 'nowhere'
  // the file server, and other services
  | 'link-only'
  | 'not-reachable'
  // the page
  | 'mixed'
  | 'permission'
  | 'denied'
  | 'csp-forbids'
  | 'offline'
  // data
  | 'other-nodes'
  | 'other-cluster'
  | 'ray-unreachable'
  | 'mended-names'
  | 'unnamed'
  | 'zero-totals'
  | 'perhaps-cut'
  | 'unread'
  | 'inverted';

/** What a sentence needs to know. */
export interface FindingDetails {
  /** The setting, or settings, that a person would have to correct. */
  readonly setting?: string;
  /** A second setting of which the same is true. */
  readonly also?: string;
  /** The address that answers, for a setting that points elsewhere. */
  readonly rightAddress?: string;
  /** For `replaced`: the address as it is set, which is not used. */
  readonly replacedAddress?: string;
  /** For `mixed` and `csp-forbids`: scheme, host and port of what the page may not reach. */
  readonly origin?: string;
  /** For `mended-names`, `unnamed` and `unread`: how many nodes. */
  readonly count?: number;
  /** For `other-nodes`: how many nodes only REST tells of. */
  readonly onlyRest?: number;
  /** For `other-nodes`: how many nodes only the WebSocket tells of. */
  readonly onlySocket?: number;
}

/** One check and its outcome. Frozen, without secrets. */
export interface Check {
  readonly id: CheckId;
  readonly group: CheckGroup;
  readonly state: CheckState;
  readonly finding: Finding;
  readonly facts: FindingDetails;
  /** What was tried; empty where nothing was. */
  readonly address: string;
  /** How long that took. */
  readonly durationMs: number | undefined;
  /** For the finding `problem`. */
  readonly problem: Problem | undefined;
}
