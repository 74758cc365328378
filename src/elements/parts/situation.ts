import type { Attachment } from '../../context/cluster-controller.js';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import type { Problem } from '../../connection/problem.js';
import type { Completeness } from '../../model/cluster.js';
import { unreadEntries } from '../../model/oddity.js';
import type { ClusterState } from '../../store/cluster-store.js';

/** Why a widget has nothing to show, in the order in which it is asked. */
export type EmptyReason =
  'no-provider' | 'provider-not-found' | 'unconfigured' | 'connecting' | 'paused' | 'stopped';

/** What a widget has to say besides its figures. */
export interface Situation {
  /** Set while there is no snapshot at all. */
  readonly empty: EmptyReason | undefined;
  readonly phase: ConnectionPhase;
  /** When the shown figures were received, where they are too old to stand without a word. */
  readonly oldSince: number | undefined;
  readonly completeness: Completeness;
  /** Entries of the service's list that could not be read. */
  readonly unread: number;
  /** What is wrong now; not while all is well. */
  readonly problem: Problem | undefined;
  /** The address that is being tried. */
  readonly address: string;
}

const CURRENT: ReadonlySet<ConnectionPhase> = new Set(['live', 'polling']);

/** Puts the state into the terms in which widgets speak about it. */
export function situation(attachment: Attachment, state: ClusterState | undefined): Situation {
  if (!state || attachment !== 'attached') {
    const empty = attachment === 'attached' ? 'no-provider' : attachment;
    const nothing = { oldSince: undefined, unread: 0, problem: undefined, address: '' };
    return { empty, phase: 'unconfigured', completeness: 'complete', ...nothing };
  }
  const { connection, endpoint, snapshot } = state;
  const { phase } = connection;
  // A first connection that is still under way is no loss: figures of REST are as new as any. Those of before a pause
  // are not, which was another connection's.
  const isFirst = phase === 'connecting' && (snapshot?.nodesReceivedAt ?? 0) >= connection.since;
  const isCurrent = CURRENT.has(phase) || isFirst;
  return {
    empty: snapshot ? undefined : emptyReason(phase),
    phase,
    oldSince: snapshot && !isCurrent ? snapshot.nodesReceivedAt : undefined,
    completeness: snapshot?.completeness ?? 'complete',
    unread: unreadEntries(snapshot?.oddities),
    problem: connection.lastError,
    address: endpoint.apiBase.url ?? endpoint.wsUrl.url ?? '',
  };
}

function emptyReason(phase: ConnectionPhase): EmptyReason {
  return phase === 'unconfigured' || phase === 'paused' || phase === 'stopped'
    ? phase
    : 'connecting';
}
