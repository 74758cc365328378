import type { Check, CheckGroup, CheckId } from '../../connection/diagnosis.js';
import type { AddressChange } from '../replaced-addresses.js';
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
  /** Of all that is wrong, what comes closest to the cause; `undefined` where nothing is. */
  readonly cause: Check | undefined;
  /** The addresses that would mend it, where they are known. */
  readonly remedy: readonly AddressChange[];
}

/** Of two faults, the one that stands further up explains the other. */
const CAUSES: readonly CheckId[] = [
  'csp',
  'secure',
  'network',
  'apiBase',
  'wsUrl',
  'ports',
  'status',
  'dashboard',
  'ray',
  'handshake',
  'frame',
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
    cause: causeIn(checks),
    remedy: Object.freeze(remedy(e)),
  });
}

function causeIn(checks: readonly Check[]): Check | undefined {
  const first = (state: Check['state']): Check | undefined => {
    const found = checks.filter((one) => one.state === state);
    return CAUSES.map((id) => found.find((one) => one.id === id)).find(Boolean) ?? found[0];
  };
  return first('failed') ?? first('warned');
}
