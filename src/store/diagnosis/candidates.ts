import { resolveEndpoint, type Address, type Endpoint } from '../../connection/endpoint.js';
import type { ServiceKey } from './check.js';

/** What else a page like droneOnCampus names in `window.appConfig`. */
export const SERVICE_KEYS: readonly ServiceKey[] = [
  'ueRemoteControlUrl',
  'rayApiBase',
  'wsUrl',
  'vehicleAgentUrl',
  'pixelStreamingUrl',
  'frontendBase',
];

/** Addresses at which CastRay may be, since the page names them for something: no port is guessed. */
export function candidates(
  { apiBase, wsUrl, fileServerUrl }: Endpoint,
  services: readonly unknown[],
  pageUrl: string,
): readonly string[] {
  const found = [wsUrl.url, fileServerUrl.url, ...services].map((given) =>
    restBase(given, pageUrl),
  );
  return [...new Set(found)].filter((url) => url !== undefined && url !== apiBase.url) as string[];
}

/** The address of REST that goes with one of a WebSocket; any other as it is. */
function restBase(given: unknown, pageUrl: string): string | undefined {
  return typeof given === 'string' && given
    ? httpUrl(given, pageUrl)?.replace(/\/ws$/, '')
    : undefined;
}

/** Absolute, by http even where it is that of a WebSocket, without a query; `undefined` for what is no address. */
export function httpUrl(given: unknown, pageUrl: string): string | undefined {
  const apiBase =
    typeof given === 'string' ? given.replace(/^\s*ws/i, 'http').replace(/\?.*$/, '') : given;
  return serviceAddress(apiBase, pageUrl).url;
}

/** Of another service, a word alone is a host whose scheme is missing, and no path of the page. */
export function serviceAddress(apiBase: unknown, pageUrl: string): Address {
  const isPath = typeof apiBase === 'string' && /^\s*[./]/.test(apiBase);
  return resolveEndpoint({ apiBase }, {}, isPath ? pageUrl : 'about:blank').apiBase;
}
