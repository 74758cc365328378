import { ENDPOINT_FIELDS, type Endpoint, type EndpointField } from '../connection/endpoint.js';
import { makeProblem, type Problem } from '../connection/problem.js';

/** One problem for each address that was refused; `detail` is the fault. */
export function addressProblems(endpoint: Endpoint, at: number): readonly Problem[] {
  return ENDPOINT_FIELDS.flatMap((field) => {
    const { fault, given = '' } = endpoint[field];
    return fault
      ? [makeProblem('bad-address', given, at, { detail: fault, field: attributeOf(field) })]
      : [];
  });
}

/** `apiBase` is set by `api-base`. */
function attributeOf(field: EndpointField): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
