import { ENDPOINT_FIELDS, type Endpoint } from '../connection/endpoint.js';
import type { Problem } from '../connection/problem.js';

/** The attribute of each address. */
const ATTRIBUTE = {
  apiBase: 'api-base',
  wsUrl: 'ws-url',
  fileServerUrl: 'file-server-url',
} as const;

/** One problem for each address that was refused; `detail` is the fault. */
export function addressProblems(endpoint: Endpoint, at: number): readonly Problem[] {
  return ENDPOINT_FIELDS.flatMap((field) => {
    const { fault, given } = endpoint[field];
    if (fault === undefined) return [];
    return [
      Object.freeze({
        code: 'bad-address' as const,
        address: given ?? '',
        detail: fault,
        field: ATTRIBUTE[field],
        at,
      }),
    ];
  });
}
