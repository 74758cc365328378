import { asFields, readAmount, type Fields } from './fields.js';
import type { OddityList } from './oddity.js';
import type { ReportedTotal, ReportedTotals } from './report.js';
import { isKnown, UNKNOWN } from './unknown.js';
import { MIB } from './units.js';

/**
 * `data.summary.resources`. A service that is not itself connected to Ray sends nothing but zeros:
 * that is no statement, and `undefined` here.
 */
export function parseTotals(summary: unknown, odd: OddityList): ReportedTotals | undefined {
  const resources = asFields(asFields(summary)?.['resources']);
  if (!resources) return undefined;
  const of = (key: string) => {
    odd.at(`summary.resources.${key}`);
    return readTotal(asFields(resources[key]) ?? {}, odd);
  };
  const totals: ReportedTotals = {
    cpu: of('cpu'),
    memory: inBytes(of('memory')),
    gpu: of('gpu'),
    objectStore: inBytes(of('objectStore')),
  };
  const all = Object.values(totals) as ReportedTotal[];
  if (all.some(({ total }) => isKnown(total) && total > 0)) return totals;
  odd.at('summary.resources');
  odd.add('zero-summary');
  return undefined;
}

function readTotal(fields: Fields, odd: OddityList): ReportedTotal {
  return {
    used: readAmount(fields, 'used', odd),
    total: readAmount(fields, 'total', odd),
  };
}

/** The unit is not stated. Ray counts bytes, and no node has under a MiB: anything less is no count of bytes. */
function inBytes({ used, total }: ReportedTotal): ReportedTotal {
  return isKnown(total) && total >= MIB ? { used, total } : { used: UNKNOWN, total: UNKNOWN };
}
