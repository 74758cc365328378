import type { ConnectionPhase } from '../connection/connection-state.js';
import type { Problem, ProblemCode } from '../connection/problem.js';
import type { LoadBand } from '../model/load-band.js';
import type { NodeFilter, NodeSortKey } from '../model/node-query.js';
import type { KnownTaskLabel } from '../model/task-label.js';

/** One sentence on what is wrong; the second on what to do stands in `advice`. */
type ProblemTexts = Readonly<Record<ProblemCode, (problem: Problem) => string>>;

const s = (n: number): string => (n === 1 ? '' : 's');

const problems: ProblemTexts = {
  'bad-address': ({ field, address, detail }) =>
    detail === 'credentials'
      ? `${field} “${address}” holds a user name or password, which an address must not.`
      : detail === 'scheme'
        ? `${field} “${address}” is not an address of an allowed kind (${field === 'ws-url' ? 'ws or wss' : 'http or https'}).`
        : `${field} “${address}” is not an address.`,
  'bad-setting': ({ field, address }) => `${field} “${address}” makes no sense and is not used.`,
  unreachable: ({ address }) => `Nothing this page may read answers at ${address}.`,
  timeout: ({ address }) => `No answer in time from ${address}.`,
  unauthorized: ({ address, status }) => `${address} wants a sign-in (${status}).`,
  'http-status': ({ address, status, detail }) =>
    `${address} answers with error ${status}${detail ? `: ${detail}` : ''}.`,
  'not-json': ({ address }) => `What answers at ${address} is not CastRay: it sends no JSON.`,
  'not-castray': ({ address, status }) =>
    `What answers at ${address} is not CastRay${status ? ` (${status})` : ''}.`,
  'bad-frame': ({ address, detail }) => `${address} sends frames that cannot be read (${detail}).`,
  'service-error': ({ detail }) => `CastRay reports a fault${detail ? `: ${detail}` : ''}.`,
  'too-large': ({ address }) => `The answer of ${address} is too large to be read.`,
  'socket-refused': ({ address }) => `The WebSocket ${address} cannot be opened.`,
  'socket-timeout': ({ address }) => `The WebSocket ${address} opens but stays silent.`,
  'socket-closed': ({ address, status }) => `The WebSocket ${address} was closed (${status}).`,
  'socket-silent': ({ address }) => `The WebSocket ${address} went silent and was given up.`,
  'socket-blocked': ({ address }) => `The browser does not allow this page to open ${address}.`,
  'closed-for-good': ({ status, detail }) =>
    `The service closed the connection for good (${status}${detail ? `: ${detail}` : ''}).`,
};

const advice: Readonly<Record<ProblemCode, string>> = {
  'bad-address': 'Correct the attribute or the page’s configuration.',
  'bad-setting': 'Correct the attribute or the page’s configuration.',
  unreachable: 'Check that CastRay runs there and that the address and port are right.',
  timeout: 'The service may be overloaded, or Ray behind it does not answer.',
  unauthorized: 'Sign in to the service, then reconnect.',
  'http-status': 'See the log of the service.',
  'not-json':
    'Check the address and port: a file server or another service may be listening there.',
  'not-castray':
    'Check the address and port: a file server or another service may be listening there.',
  'bad-frame': 'Check that ws-url points at CastRay. The last good figures stay.',
  'service-error': 'See the log of the service.',
  'too-large': 'Check that api-base points at CastRay.',
  'socket-refused': 'A proxy may not pass WebSockets, or nothing listens there.',
  'socket-timeout': 'The service may be overloaded, or Ray behind it does not answer.',
  'socket-closed': 'It is tried again by itself.',
  'socket-silent': 'It is tried again by itself.',
  'socket-blocked': 'A page on https needs a wss address.',
  'closed-for-good': 'Reconnect once the reason is mended.',
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

const columns: Readonly<Record<NodeSortKey, string>> = {
  name: 'Name',
  state: 'State',
  cpu: 'CPU',
  memory: 'Memory',
  gpu: 'GPU',
};

/** Every sentence that people read, in English. The other languages have the same shape. */
export const english = {
  unknown: 'unknown',
  none: 'none',
  usedOf: (used: string, total: string) => `${used} of ${total}`,
  /** Two sentences, one after the other. */
  sentences: (first: string, second: string) => `${first} ${second}`,

  phases,
  problems,
  advice,
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
    total: 'in all',
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

  notice: {
    stale: (ago: string) => `These figures are old: last updated ${ago}.`,
    paused: (ago: string) => `Paused. These figures are from ${ago}.`,
    reconnecting: (ago: string) => `The connection is lost. These figures are from ${ago}.`,
    unconfigured: (ago: string) => `No longer connected. These figures are from ${ago}.`,
    unconfirmed:
      'The service suddenly reports no nodes. The last known ones are shown until this is confirmed.',
    perhapsCut: 'Exactly 100 nodes: the service sends no more than that, so there may be others.',
  },

  empty: {
    noProvider: 'No provider',
    noProviderHelp: (tag: string) =>
      `Put <${tag}> inside a <castray-provider>, or name one: provider="its id".`,
    providerNotFound: (id: string) => `No provider called “${id}”`,
    providerNotFoundHelp: 'No <castray-provider> with this id is on the page.',
    unconfigured: 'No usable address of CastRay',
    unconfiguredHelp: 'Set api-base on <castray-provider>, or castrayApiBase in window.appConfig.',
    connecting: 'Connecting …',
    connectingHelp: (address: string) => `Waiting for the first answer from ${address}.`,
    stopped: 'Not connected',
    noNodes: 'No nodes reported',
    noNodesHelp:
      'CastRay answers, but names no node at all. Ray is probably not running, or CastRay cannot reach it.',
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
    workStatus: 'Work status',
    role: 'Role',
    network: 'Network',
    labels: 'Load',
    ip: 'IP',
    id: 'Node ID',
    reason: 'Reason',
    objectStore: 'Object store',
    copyId: (name: string) => `Copy the node ID of ${name}`,
    copied: 'Copied',
    copyFailed: 'Copying is not allowed here',
    details: (name: string) => `Details of ${name}`,
    settling: 'Figures of a node that has just joined are shown after a few seconds.',
  },
  loadBands,
  taskLabels,

  list: {
    title: 'Nodes',
    filters,
    filterLabel: 'Filter nodes',
    columns,
    search: 'Search by name, IP or ID',
    searchLabel: 'Search nodes',
    viewLabel: 'View',
    table: 'Table',
    cards: 'Cards',
    sortBy: 'Sort by',
    ascending: 'ascending',
    descending: 'descending',
    naturalOrder: 'default order',
    shown: (shown: number, all: number) =>
      shown === all ? `${all} node${s(all)}` : `${shown} of ${all} node${s(all)}`,
    held: 'The order is held while you are in the list.',
  },
};

/** The shape of a catalogue. */
export type Messages = typeof english;
