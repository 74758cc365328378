import type { Endpoint } from '../../connection/endpoint.js';
import type { AddressChange } from '../replaced-addresses.js';
import type { Check, CheckGroup, CheckId } from './check.js';
import { configChecks } from './config-checks.js';
import { dataChecks } from './data-checks.js';
import type { Evidence, Verdict } from './evidence.js';
import { pageChecks } from './page-checks.js';
import { portChecks, remedy } from './port-checks.js';
import { fileChecks, otherChecks, restChecks, socketChecks } from './service-checks.js';

/** What is known of the connection's health. Frozen, without secrets. */
export interface Diagnosis {
  /** When it was begun, in ms since 1970. */
  readonly at: number;
  /** While the checks run, those that are not done are `running`. */
  readonly isComplete: boolean;
  readonly checks: readonly Check[];
  /**
   * Of all that is wrong, what comes closest to the cause; `undefined` where nothing is. While the same
   * failure is checked again, what was found last.
   */
  readonly cause: Check | undefined;
  /** The addresses that would mend it, where they are known. */
  readonly remedy: readonly AddressChange[];
}

/** Faults of the page: its browser blocks the request. */
const OF_PAGE: readonly CheckId[] = ['csp', 'secure', 'network'];
/** Of two faults, the one that stands further up explains the other. */
const CAUSES: readonly CheckId[] = [
  ...OF_PAGE,
  'apiBase',
  'wsUrl',
  'ports',
  'status',
  'dashboard',
  'ray',
  'handshake',
  'frame',
  'limit', // that one side names nodes which the other does not may come of it
];

/** The verdicts on what has been found so far. */
export function judge(e: Evidence, at: number, isComplete: boolean): Diagnosis {
  const groups: Record<CheckGroup, readonly Verdict[]> = {
    config: configChecks(e),
    castray: restChecks(e),
    socket: socketChecks(e),
    ports: portChecks(e),
    files: fileChecks(e),
    page: pageChecks(e),
    data: dataChecks(e),
    services: otherChecks(e),
  };
  const checks = Object.entries(groups).flatMap(([group, verdicts]) =>
    verdicts.map((one) => Object.freeze({ ...one, group: group as CheckGroup })),
  );
  return Object.freeze({
    at,
    isComplete,
    checks: Object.freeze(checks),
    cause: causeIn(checks, e.endpoint, isComplete ? undefined : e.lastCause),
    remedy: Object.freeze(remedy(e)),
  });
}

function causeIn(
  checks: readonly Check[],
  { apiBase, wsUrl }: Endpoint,
  last: Check | undefined,
): Check | undefined {
  const first = (state: Check['state']): Check | undefined => {
    const found = checks.filter((one) => one.state === state);
    // A page that is kept from another address, the file server's say, does not explain the cluster.
    const ofCluster = found.filter(
      ({ id, address }) =>
        !OF_PAGE.includes(id) || address === apiBase.url || address === wsUrl.url,
    );
    const highest = (among: readonly Check[]): Check | undefined =>
      CAUSES.map((id) => among.find((one) => one.id === id)).find(Boolean);
    return highest(ofCluster) ?? highest(found) ?? found[0];
  };
  return last ?? first('failed') ?? first('warned');
}
