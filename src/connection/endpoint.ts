/** The addresses a provider needs. */
export const ENDPOINT_FIELDS = ['apiBase', 'wsUrl', 'fileServerUrl'] as const;
/** One of them: of REST, of the WebSocket, of the file server. */
export type EndpointField = (typeof ENDPOINT_FIELDS)[number];

/**
 * Where an address came from: the provider's `attribute` or property, the page's `window.appConfig`,
 * or the address of REST, from which that of the WebSocket is `derived`; `none` where none is set.
 */
export type AddressSource = 'attribute' | 'appConfig' | 'derived' | 'none';

/**
 * Why an address was refused: it is `not-a-url`; its `scheme` is missing, or none of http and https (of
 * a WebSocket: ws and wss); its `port` is one that browsers ask nobody at; or it holds `credentials`, or a
 * `query`, which would not be sent: two that differ in nothing else would be one cluster.
 */
export type AddressFault = 'not-a-url' | 'scheme' | 'credentials' | 'query' | 'port';

/** One address, resolved, or the reason why there is none. */
export interface Address {
  /** Absolute, without trailing slash, query or fragment; `undefined` where missing or refused. */
  readonly url: string | undefined;
  readonly source: AddressSource;
  readonly fault?: AddressFault;
  /** What was given where it was refused; credentials, query and fragment are taken out. */
  readonly given?: string;
  /** The address that is set, where a user of the page has put another in its place. */
  readonly replaces?: string;
}

/** All addresses of one provider. */
export type Endpoint = Readonly<Record<EndpointField, Address>>;

/** What a provider element was given; every value is untrusted. */
export type EndpointInput = Readonly<Partial<Record<EndpointField, unknown>>>;

/** What an address is called in `window.appConfig`. */
export const APP_CONFIG_KEY: Readonly<Record<EndpointField, string>> = {
  apiBase: 'castrayApiBase',
  wsUrl: 'castrayWsUrl',
  fileServerUrl: 'fileServerUrl',
};
/**
 * The bad ports of the fetch standard, at which a request fails as if nothing were there; only those above
 * 1023, since nobody runs CastRay where SSH, mail or DNS are.
 */
const BAD_PORT = /^(1719|172[03]|2049|3659|4045|4190|506[01]|6000|6566|666[5-9]|6679|6697|10080)$/;
const NONE: Address = Object.freeze({ url: undefined, source: 'none' });

/** The addresses of a page that are wrong, by {@link replacementKey}, and what is used in their place. */
export type Replacements = ReadonlyMap<string, string>;

export const replacementKey = (field: EndpointField, url: string): string => `${field} ${url}`;

/**
 * Resolves the addresses: attribute or property first, then `window.appConfig`, and for the
 * WebSocket what follows from `apiBase`. Relative ones are relative to the page.
 */
export function resolveEndpoint(
  attributes: EndpointInput,
  appConfig: Readonly<Record<string, unknown>>,
  pageUrl: string,
  replacements?: Replacements,
): Endpoint {
  const find = (field: EndpointField): Address => {
    const given = attributes[field];
    if (isSet(given)) return resolve(field, given, 'attribute', pageUrl);
    const configured = appConfig[APP_CONFIG_KEY[field]];
    return isSet(configured) ? resolve(field, configured, 'appConfig', pageUrl) : NONE;
  };
  const pick = (field: EndpointField): Address => {
    const address = find(field);
    const url = replacements?.get(replacementKey(field, address.url ?? ''));
    return url && address.url ? Object.freeze({ ...address, url, replaces: address.url }) : address;
  };
  const apiBase = pick('apiBase');
  const wsUrl = pick('wsUrl');
  return Object.freeze({
    apiBase,
    wsUrl: wsUrl.source === 'none' ? deriveWsUrl(apiBase) : wsUrl,
    fileServerUrl: pick('fileServerUrl'),
  });
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && !value.trim());
}

function resolve(
  field: EndpointField,
  given: unknown,
  source: AddressSource,
  pageUrl: string,
): Address {
  const text = typeof given === 'string' ? given.trim() : typeof given;
  const refuse = (fault: AddressFault): Address =>
    Object.freeze({ ...NONE, source, fault, given: withoutSecrets(text) });
  if (typeof given !== 'string') return refuse('not-a-url');
  // Without its scheme, or a part of that, a host would be a path of the page: `host:8000`, `http//host`.
  if (/^(?:(https?|wss?)\/\/|(?!\w+:\/\/)[^/?#]*:)/i.test(text)) return refuse('scheme');
  // Nor are these paths: what a page's own script did not have, and a sentence.
  if (/\s|^(undefined|null|NaN)(\/|$)/.test(text)) return refuse('not-a-url');
  let url: URL;
  try {
    url = new URL(text, pageUrl);
  } catch {
    return refuse('not-a-url');
  }
  const isSocket = field === 'wsUrl';
  // A relative WebSocket address takes its scheme from the page, as `new WebSocket('/ws')` does.
  if (isSocket) url.protocol = url.protocol.replace(/^http/, 'ws');
  const scheme = isSocket ? /^wss?:$/ : /^https?:$/;
  if (!scheme.test(url.protocol)) return refuse('scheme');
  if (url.username || url.password) return refuse('credentials');
  if (url.search) return refuse('query');
  if (BAD_PORT.test(url.port)) return refuse('port');
  const path = url.pathname.replace(/\/+$/, '');
  return Object.freeze({ url: `${url.protocol}//${url.host}${path}`, source });
}

/** CastRay's WebSocket: `/ws` under the REST address; a path prefix and the safe scheme are kept. */
export function socketUrlOf(apiBase: string): string {
  return `${apiBase.replace(/^http/, 'ws')}/ws`;
}

function deriveWsUrl({ url }: Address): Address {
  return url === undefined ? NONE : Object.freeze({ url: socketUrlOf(url), source: 'derived' });
}

/** What stands before the last `@` may be a password, however oddly the rest is written; a query, a token. */
function withoutSecrets(text: string): string {
  return text
    .replace(/^((?:https?|wss?):)?[^]*@/i, '$1//…@')
    .replace(/[?#][^]*$/, '')
    .slice(0, 200);
}
