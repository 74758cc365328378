import type { Endpoint } from '../../connection/endpoint.js';
import type { Problem } from '../../connection/problem.js';
import { unreadEntries } from '../../model/oddity.js';
import type { MemoryFigure } from '../../model/reconcile-node.js';
import type { ClusterState } from '../cluster-store.js';
import type { Check, CheckId, CheckState, Finding, ServiceKey } from './check.js';
import { delivered } from './own-socket.js';
import type { Answer, SocketAnswer } from './probes.js';

/** What the page knows about itself; the doctor has no DOM to look it up. */
export interface PageFacts {
  /** Where it is. */
  readonly url: string;
  /** What its relative addresses are relative to. */
  readonly base: string;
  readonly isOnline: boolean;
  /** Whether the browser lets the page reach private addresses; `unknown` where it does not say. */
  readonly localNetwork: 'granted' | 'prompt' | 'denied' | 'unknown';
  /** Addresses that its content security policy has refused. */
  readonly refused: readonly string[];
}

/** Of a probe: `undefined` while it runs, `null` where there is nothing to probe. */
export type Probed<T> = T | null | undefined;

/** Everything that the verdicts are made from. */
export interface Evidence {
  readonly endpoint: Endpoint;
  readonly problems: readonly Problem[];
  readonly memoryFigure: MemoryFigure;
  /** Entries that could not be read in what came last, by whichever way. */
  readonly unread: number;
  /** Data have come from these addresses before. */
  readonly hasDelivered: boolean;
  /** What was found last of the failure that is examined again. */
  readonly lastCause?: Check | undefined;
  page: PageFacts;
  status: Probed<Answer>;
  dashboard: Probed<Answer>;
  socket: Probed<SocketAnswer>;
  /** Where the WebSocket would be by the address of REST. */
  derivedSocket: Probed<SocketAnswer>;
  files: Probed<Answer>;
  /** The other addresses that are configured, asked for CastRay; in their order, with holes for what has not answered. */
  readonly others: Answer[];
  othersDone: boolean;
  readonly services: Map<ServiceKey, Probed<Answer>>;
}

/** Nothing has been asked yet, except for what the connection's own socket has shown. */
export function noEvidence(
  state: ClusterState,
  page: PageFacts,
  lastCause: Check | undefined,
): Evidence {
  const { endpoint, configProblems: problems, memoryFigure } = state;
  const { apiBase, wsUrl, fileServerUrl } = endpoint;
  return {
    endpoint,
    problems,
    memoryFigure,
    unread: unreadEntries(state.snapshot?.oddities),
    hasDelivered: state.connection.lastDataAt !== undefined,
    lastCause,
    page,
    status: apiBase.url === undefined ? null : undefined,
    dashboard: apiBase.url === undefined ? null : undefined,
    socket: wsUrl.url === undefined ? null : delivered(state),
    derivedSocket: null,
    files: fileServerUrl.url === undefined ? null : undefined,
    others: [],
    othersDone: false,
    services: new Map(),
  };
}

type More = Partial<Pick<Check, 'address' | 'durationMs' | 'facts' | 'problem'>>;

/** A check before it is put into its group. */
export type Verdict = Omit<Check, 'group'>;

export function verdict(
  id: CheckId,
  state: CheckState,
  finding: Finding = 'fine',
  { address = '', durationMs, facts = {}, problem }: More = {},
): Verdict {
  return { id, state, finding, address, durationMs, facts: Object.freeze(facts), problem };
}

/** `host:port`; empty for what is no address. */
export function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : '';
}
