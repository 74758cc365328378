import type { ConnectionPhase } from '../connection/connection-state.js';
import type { ProblemCode } from '../connection/problem.js';
import type { LoadBand } from '../model/load-band.js';
import type { NodeFilter } from '../model/node-query.js';
import type { KnownTaskLabel } from '../model/task-label.js';

const s = (n: number): string => (n === 1 ? '' : 's');

/** Said after an address that was refused, by the fault that it has. */
const refused: Readonly<Record<string, string>> = {
  credentials: 'refused. An address must not hold a user name or password.',
  scheme: 'refused. Only http, https, ws and wss are allowed.',
};

const wrongPlace = 'Check address and port: a file server may be listening there.';
const busy = 'The service, or Ray behind it, may be overloaded.';
const seeLog = 'See the log of the service.';
const retrying = 'It is tried again by itself.';

/** Said after the address that was tried: what is wrong, and what to do. */
const problems: Readonly<Record<ProblemCode, string>> = {
  'bad-address': 'refused. This is no address.',
  'bad-setting': 'refused. This makes no sense.',
  unreachable: 'no answer. Check that CastRay runs there, and the address and port.',
  'not-readable':
    'something answers, but not to this page: a file server, or a proxy that drops CORS headers. Check address and port.',
  timeout: `no answer in time. ${busy}`,
  unauthorized: 'a sign-in is needed. Sign in there, then reconnect.',
  'http-status': `an error. ${seeLog}`,
  'not-json': `what answers is not CastRay. ${wrongPlace}`,
  'not-castray': `what answers is not CastRay. ${wrongPlace}`,
  'bad-frame': `sends what cannot be read. ${wrongPlace}`,
  'service-error': `CastRay reports a fault. ${seeLog}`,
  'too-large': `the answer is too large. ${wrongPlace}`,
  'socket-refused': 'cannot be opened. Nothing listens there, or a proxy passes no WebSockets.',
  'socket-timeout': `opens, but sends nothing. ${busy}`,
  'socket-closed': `was closed. ${retrying}`,
  'socket-silent': `went silent. ${retrying}`,
  'socket-blocked': 'the browser does not allow this. A page on https needs a wss address.',
  'closed-for-good': 'was closed for good. Reconnect once the reason is mended.',
};

const phases: Readonly<Record<ConnectionPhase, string>> = {
  unconfigured: 'Not configured',
  connecting: 'Connecting',
  live: 'Live',
  stale: 'Stale',
  polling: 'Polling',
  reconnecting: 'Reconnecting',
  paused: 'Paused',
  stopped: 'Stopped',
};

const loadBands: Readonly<Record<LoadBand, string>> = {
  low: 'low',
  moderate: 'moderate',
  high: 'high',
  critical: 'critical',
};

const taskLabels: Readonly<Record<KnownTaskLabel, string>> = {
  'cpu-intensive': 'CPU-intensive',
  'memory-intensive': 'memory-intensive',
  'gpu-computing': 'GPU computing',
  'cluster-management': 'cluster management',
  idle: 'idle',
};

const filters: Readonly<Record<NodeFilter, string>> = {
  all: 'All',
  active: 'Active',
  inactive: 'Inactive',
  gpu: 'GPU',
  wired: 'Wired',
  wireless: 'Wireless',
};

/** Every sentence that people read, in English. The other languages have the same shape. */
export const english = {
  unknown: 'unknown',
  none: 'none',
  usedOf: (used: string, total: string) => `${used} of ${total}`,

  phases,
  problems,
  refused,
  retry: 'Reconnect',
  refresh: 'Refresh',
  pause: 'Pause',
  resume: 'Resume',

  age: {
    none: 'no data yet',
    of: (ago: string) => `updated ${ago}`,
  },

  cluster: {
    title: 'Cluster',
    nodes: 'Nodes',
    alive: 'alive',
    dead: 'dead',
    headNode: 'Head node',
    cpu: 'CPU',
    memory: 'Memory',
    gpu: 'GPU',
    objectStore: 'Object store',
    /** The number, and as it is written. */
    cores: (n: number, written: string) => `${written} core${s(n)}`,
    gpus: (n: number, written: string) => `${written} GPU${s(n)}`,
    noGpu: 'no GPU in the cluster',
    usageUnknown: 'use unknown',
    derived: 'derived',
    derivedHelp: 'Added up from the nodes, because the service itself sends no totals.',
    partly: (counted: number, alive: number) => `from ${counted} of ${alive} nodes`,
  },

  connection: {
    /** The cluster's name may be empty. */
    title: (cluster: string) => (cluster ? `Connection of ${cluster}` : 'Connection'),
    /** The title, the phase, and what is wrong, which may be empty. */
    announced: (title: string, phase: string, cause: string) =>
      `${title}: ${phase}${cause && `. ${cause}`}`,
    roundTrip: (time: string) => `round trip ${time}`,
    /** Which attempt, and the seconds until it. */
    attempt: (n: number, wait: string) => `attempt ${n} ${wait === '0' ? 'now' : `in ${wait} s`}`,
    log: 'Log',
  },

  notice: {
    stale: (ago: string) => `These figures are old: from ${ago}.`,
    paused: (ago: string) => `Paused. These figures are from ${ago}.`,
    reconnecting: (ago: string) => `Not connected. These figures are from ${ago}.`,
    unconfirmed:
      'The service suddenly names no nodes. Until that is confirmed, the last ones stay.',
    perhapsCut: 'Exactly 100 nodes: the service names no more, so there may be others.',
  },

  empty: {
    noProvider: 'No provider',
    noProviderHelp: 'Put this inside a <castray-provider>, or name one by its id: provider="…".',
    providerNotFound: (id: string) => `No <castray-provider> with the id “${id}”`,
    unconfigured: 'No usable address of CastRay',
    unconfiguredHelp: 'Set api-base on <castray-provider>, or window.appConfig.castrayApiBase.',
    connecting: 'Connecting …',
    connectingHelp: (address: string) => `Waiting for ${address}.`,
    stopped: 'Not connected',
    noNodes: 'No nodes reported',
    noNodesHelp: 'CastRay answers, but cannot reach Ray, or Ray is not running.',
    noMatch: 'No node matches',
    noMatchHelp: 'Change the search or the filter.',
    clearFilters: 'Show all nodes',
  },

  node: {
    states: { ALIVE: 'alive', DEAD: 'dead', unknown: 'state unknown' },
    work: { idle: 'idle', detecting: 'detecting', sending: 'sending', unknown: 'unknown' },
    connection: { wired: 'wired', wireless: 'wireless', unknown: 'unknown' },
    head: 'head',
    worker: 'worker',
    roleUnknown: 'role unknown',
    noGpu: 'no GPU',
    name: 'Name',
    state: 'State',
    workStatus: 'Work status',
    role: 'Role',
    network: 'Network',
    labels: 'Load',
    ip: 'IP',
    id: 'Node ID',
    address: 'IP and ID',
    reason: 'Reason',
    copyId: (name: string) => `Copy the node ID of ${name}`,
    copied: 'Copied',
    copyFailed: 'Copying is not allowed here. A click on the ID marks all of it.',
    details: (name: string) => `Details of ${name}`,
    gone: 'No longer reported',
  },
  loadBands,
  taskLabels,

  list: {
    titleOf: (cluster: string) => `Nodes of ${cluster}`,
    filters,
    filterLabel: 'Filter nodes',
    search: 'Search by name, IP or ID',
    viewLabel: 'View',
    views: { table: 'Table', cards: 'Cards' },
    sortBy: 'Sort by',
    ascending: 'ascending',
    descending: 'descending',
    naturalOrder: 'default order',
    sortOption: (column: string, direction: string) => `${column}, ${direction}`,
    /** Numbers as they are written, then how many there are in all. */
    shown: (shown: string, all: string, n: number) =>
      shown === all ? `${all} node${s(n)}` : `${shown} of ${all} node${s(n)}`,
    held: 'The order is held while you are in the list.',
  },
};

/** The shape of a catalogue. */
export type Messages = typeof english;
