import type { Problem } from './problem.js';

/** Whether a check found what should be. `warned`: it works, but something is to be looked at. */
export type CheckState = 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

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
export const SERVICE_KEYS = [
  'ueRemoteControlUrl',
  'rayApiBase',
  'wsUrl',
  'vehicleAgentUrl',
  'pixelStreamingUrl',
  'frontendBase',
] as const;
export type ServiceKey = (typeof SERVICE_KEYS)[number];

/** What a check found; a sentence for each stands in src/text. */
export type Finding =
  // in general
  | 'running'
  | 'no-address'
  | 'no-data'
  | 'problem'
  | 'blocked'
  // configuration
  | 'configured'
  | 'derived'
  | 'replaced'
  | 'no-castray-address'
  | 'no-file-server'
  // CastRay
  | 'castray'
  | 'slow'
  | 'wrong-path'
  | 'figures'
  | 'opened'
  | 'first-frame'
  | 'no-upgrade'
  | 'no-frame'
  | 'not-opened'
  // the addresses among each other
  | 'in-place'
  | 'file-server-there'
  | 'perhaps-file-server'
  | 'swapped'
  | 'castray-elsewhere'
  | 'socket-elsewhere'
  | 'castray-as-files'
  | 'nowhere'
  // the file server
  | 'readable'
  | 'link-only'
  // the page
  | 'no-mixed'
  | 'mixed'
  | 'no-private'
  | 'permitted'
  | 'permission'
  | 'denied'
  | 'csp-allows'
  | 'csp-forbids'
  | 'online'
  | 'offline'
  // data
  | 'same-nodes'
  | 'other-nodes'
  | 'other-cluster'
  | 'ray-answers'
  | 'ray-unreachable'
  | 'named'
  | 'mended-names'
  | 'unnamed'
  | 'totals'
  | 'zero-totals'
  | 'all-nodes'
  | 'perhaps-cut'
  | 'plausible'
  | 'inverted'
  // other services
  | 'reachable'
  | 'not-reachable';

/** What a sentence needs to know. */
export interface Facts {
  /** The setting, or settings, that a person would have to correct. */
  readonly setting?: string;
  readonly also?: string;
  /** Another address: the right one, say. */
  readonly other?: string;
  readonly n?: number;
  readonly of?: number;
}

/** One check and its outcome. Frozen, without secrets. */
export interface Check {
  readonly id: CheckId;
  readonly group: CheckGroup;
  readonly state: CheckState;
  readonly finding: Finding;
  readonly facts: Facts;
  /** What was tried; empty where nothing was. */
  readonly address: string;
  /** How long that took. */
  readonly durationMs: number | undefined;
  /** For the finding `problem`. */
  readonly problem: Problem | undefined;
}
