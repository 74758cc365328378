import type {
  Check,
  CheckGroup,
  CheckId,
  CheckState,
  Finding,
  ServiceKey,
} from '../../connection/diagnosis.js';
import type { Endpoint } from '../../connection/endpoint.js';
import type { Problem } from '../../connection/problem.js';
import type { MemoryFigure } from '../../model/reconcile-node.js';
import type { Answer, SocketAnswer } from './probes.js';

/** What the page knows about itself; the doctor has no DOM to look it up. */
export interface PageFacts {
  readonly url: string;
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
  page: PageFacts;
  status: Probed<Answer>;
  dashboard: Probed<Answer>;
  socket: Probed<SocketAnswer>;
  /** Where the WebSocket would be by the address of REST. */
  derivedSocket: Probed<SocketAnswer>;
  files: Probed<Answer>;
  /** The other addresses that are configured, asked for CastRay. */
  readonly others: Answer[];
  othersDone: boolean;
  readonly services: Map<ServiceKey, Probed<Answer>>;
}

type More = Partial<Pick<Check, 'address' | 'durationMs' | 'facts' | 'problem'>>;

export function check(
  id: CheckId,
  group: CheckGroup,
  state: CheckState,
  finding: Finding,
  { address = '', durationMs, facts = {}, problem }: More = {},
): Check {
  return Object.freeze({
    id,
    group,
    state,
    finding,
    address,
    durationMs,
    facts: Object.freeze(facts),
    problem,
  });
}

/** A check whose evidence has not come yet. */
export const running = (id: CheckId, group: CheckGroup, address = ''): Check =>
  check(id, group, 'running', 'running', { address });

/** `host:port`; empty for what is no address. */
export function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : '';
}
