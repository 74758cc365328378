import type { EndpointField } from '../../connection/endpoint.js';
import type { ProblemCode } from '../../connection/problem.js';
import { verdict, type Evidence, type PageFacts, type Verdict } from './evidence.js';
import type { SocketAnswer } from './probes.js';

/** So ends a request that the browser keeps back, and one to which nobody answers. */
const SILENT_CODES: readonly ProblemCode[] = [
  'unreachable',
  'timeout',
  'socket-refused',
  'socket-timeout',
  'socket-blocked',
];

function isSilent({
  problem,
  handshakeMs,
}: Pick<SocketAnswer, 'problem' | 'handshakeMs'>): boolean {
  return problem !== undefined && handshakeMs === undefined && SILENT_CODES.includes(problem.code);
}

/** What the browser lets this page do. */
export function pageChecks({
  endpoint,
  page,
  services,
  hasDelivered,
  ...probes
}: Evidence): readonly Verdict[] {
  const { status: apiBase, socket: wsUrl, files: fileServerUrl } = probes;
  const own = Object.entries({ apiBase, wsUrl, fileServerUrl }).flatMap(([field, probe]) => {
    const { url } = endpoint[field as EndpointField];
    return url === undefined ? [] : [{ url, probe }];
  });
  const others = [...services.values()].flatMap((probe) =>
    probe && probe.problem?.code !== 'bad-address' ? [{ url: probe.address, probe }] : [],
  );
  const tried = [...own, ...others];
  // What has answered, the browser has let through, whatever it is known to forbid elsewhere.
  const answered = tried.filter(({ probe }) => probe && !isSilent(probe)).map(({ url }) => url);
  const hosts = answered.map(hostnameOf);
  const barred = (by: typeof isMixed): string | undefined =>
    tried.find(({ url }) => by(url, page) && !answered.includes(url))?.url;
  const mixed = barred(isMixed);
  const refused = barred(isRefused);
  const silent = tried.filter(({ url, probe }) => probe && !hosts.includes(hostnameOf(url)));
  // What has given data is down: the browser lets this page through to it.
  const known = hasDelivered ? [endpoint.apiBase.url, endpoint.wsUrl.url] : [];
  return [
    mixed === undefined
      ? verdict('secure', 'passed')
      : verdict('secure', 'failed', 'mixed', at(mixed)),
    networkCheck(
      silent.find(({ url }) => crossesInward(url, page) && !known.includes(url))?.url,
      page,
    ),
    refused === undefined
      ? verdict('csp', 'passed')
      : verdict('csp', 'failed', 'csp-forbids', at(refused)),
    page.isOnline || silent.length === 0
      ? verdict('online', 'passed')
      : verdict('online', 'warned', 'offline'),
  ];
}

/** The address, and where it is. */
function at(address: string): Pick<Verdict, 'address' | 'facts'> {
  return { address, facts: { origin: address.replace(/^(\w+:..[^/]+).*/, '$1') } };
}

/**
 * Chromium asks the user before a public page may reach a private address. On plain http it says that
 * this is denied even where the page is private and all is well, and a name may be of a private page too:
 * then something else is the cause, as far as anybody knows.
 */
function networkCheck(address: string | undefined, { localNetwork, url }: PageFacts): Verdict {
  if (address === undefined || localNetwork === 'granted') return verdict('network', 'passed');
  const isDenied = localNetwork === 'denied' && url.startsWith('https:');
  const isDue = localNetwork === 'prompt' && /^https:..[^a-z]+[:/]/.test(url);
  const state = isDenied || isDue ? 'failed' : 'warned';
  return verdict('network', state, isDenied ? 'denied' : 'permission', { address });
}

/** Whether the browser refuses the address before anything is sent. */
export function isForbidden(url: string, page: PageFacts): boolean {
  return isMixed(url, page) || isRefused(url, page);
}

/** http or ws from an https page; a service on the same computer is exempt. */
function isMixed(url: string, page: PageFacts): boolean {
  return (
    page.url.startsWith('https:') && /^(http|ws):/.test(url) && !isLoopback(new URL(url).hostname)
  );
}

/** By its origin: what a browser tells of a refused address differs in the rest. */
function isRefused(url: string, { refused }: PageFacts): boolean {
  return refused.some((one) => originOf(one) === originOf(url));
}

/** Empty for what is no address, as one that was refused may be. */
const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
const hostnameOf = (url: string): string => new URL(url).hostname;

function crossesInward(url: string, page: PageFacts): boolean {
  const here = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  return isPrivate(hostnameOf(url)) && !isPrivate(here);
}

/** A host of the computer or of its own network. Numbers, since the private ranges are ranges. */
export function isPrivate(host: string): boolean {
  if (isLoopback(host) || !/[.:]/.test(host) || /\.(local|lan|internal)$/.test(host)) return true;
  if (/^\[f[cde]/.test(host)) return true;
  const [a = 0, b = 0, ...rest] = host.split('.').map(Number);
  if (rest.length !== 2 || rest.some(isNaN)) return false;
  return (
    a === 10 || (a === 192 && b === 168) || (a === 172 && b >> 4 === 1) || (a === 169 && b === 254)
  );
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}
