import {
  APP_CONFIG_KEY,
  ENDPOINT_FIELDS,
  type Address,
  type Endpoint,
  type EndpointField,
} from '../connection/endpoint.js';
import { makeProblem, type Problem } from '../connection/problem.js';

/** One problem for each address that was refused; `detail` is the fault. */
export function addressProblems(endpoint: Endpoint, at: number): readonly Problem[] {
  return ENDPOINT_FIELDS.flatMap((field) => {
    const address = endpoint[field];
    const { fault: detail, given = '' } = address;
    if (!detail) return [];
    return [makeProblem('bad-address', given, at, { detail, field: settingOf(field, address) })];
  });
}

/** The setting that an address comes from, as a page's author writes it. */
export function settingOf(field: EndpointField, { source }: Address): string {
  return source === 'appConfig' ? `appConfig.${APP_CONFIG_KEY[field]}` : attributeOf(field);
}

/** `apiBase` is set by `api-base`. */
function attributeOf(field: EndpointField): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
