import type { Check } from '../../connection/diagnosis.js';
import { ENDPOINT_FIELDS, type Endpoint } from '../../connection/endpoint.js';
import { check, hostOf, type Evidence, type PageFacts } from './evidence.js';

/** What the browser lets this page do. */
export function pageChecks({ endpoint, page, status, socket }: Evidence): readonly Check[] {
  const addresses = urlsOf(endpoint);
  const find = (test: (url: string, page: PageFacts) => boolean): string | undefined =>
    addresses.find((url) => test(url, page));
  const mixed = find(isMixed);
  const forbidden = find(isRefused);
  return [
    mixed === undefined
      ? check('secure', 'page', 'passed', 'no-mixed')
      : check('secure', 'page', 'failed', 'mixed', { address: mixed }),
    networkCheck(find(crossesInward), page, !!status?.problem || !!socket?.problem),
    forbidden === undefined
      ? check('csp', 'page', 'passed', 'csp-allows')
      : check('csp', 'page', 'failed', 'csp-forbids', {
          address: forbidden,
          facts: { other: originOf(forbidden) },
        }),
    page.isOnline
      ? check('online', 'page', 'passed', 'online')
      : check('online', 'page', 'warned', 'offline'),
  ];
}

/** Chromium asks the user before a public page may reach a private address. */
function networkCheck(inward: string | undefined, page: PageFacts, isFailing: boolean): Check {
  if (inward === undefined) return check('network', 'page', 'passed', 'no-private');
  const more = { address: inward };
  if (page.localNetwork === 'denied') return check('network', 'page', 'failed', 'denied', more);
  if (page.localNetwork === 'granted' || !isFailing) {
    return check('network', 'page', 'passed', 'permitted', more);
  }
  const state = page.localNetwork === 'prompt' ? 'failed' : 'warned';
  return check('network', 'page', state, 'permission', more);
}

/** Whether the browser refuses the address before anything is sent. */
export function isForbidden(url: string | undefined, page: PageFacts): boolean {
  return url !== undefined && (isMixed(url, page) || isRefused(url, page));
}

/** http or ws from an https page; a service on the same computer is exempt. */
function isMixed(url: string, page: PageFacts): boolean {
  return (
    page.url.startsWith('https:') && /^(http|ws):/.test(url) && !isLoopback(new URL(url).hostname)
  );
}

/** By its host: what a browser tells of a refused address differs in the rest. */
function isRefused(url: string, { refused }: PageFacts): boolean {
  const kind = url.startsWith('ws');
  return refused.some((one) => hostOf(one) === hostOf(url) && one.startsWith('ws') === kind);
}

function crossesInward(url: string, page: PageFacts): boolean {
  const here = URL.canParse(page.url) ? new URL(page.url).hostname : '';
  return isPrivate(new URL(url).hostname) && !isPrivate(here);
}

/** A host of the computer or of its own network. Numbers, since the private ranges are ranges. */
export function isPrivate(host: string): boolean {
  if (isLoopback(host) || !/[.:]/.test(host) || /\.(local|lan|internal)$/.test(host)) return true;
  if (/^\[f[cde]/.test(host)) return true;
  const [a = 0, b = 0, ...rest] = host.split('.').map(Number);
  if (rest.length !== 2 || rest.some(isNaN)) return false;
  return a === 10 || (a === 192 && b === 168) || (a === 172 && b >> 4 === 1);
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

function urlsOf(endpoint: Endpoint): readonly string[] {
  return ENDPOINT_FIELDS.map((field) => endpoint[field].url).filter((url) => url !== undefined);
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
