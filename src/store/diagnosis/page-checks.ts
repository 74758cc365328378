import { ENDPOINT_FIELDS } from '../../connection/endpoint.js';
import { hostOf, verdict, type Evidence, type PageFacts, type Verdict } from './evidence.js';

/** What the browser lets this page do. */
export function pageChecks({ endpoint, page, status, socket }: Evidence): readonly Verdict[] {
  const urls = ENDPOINT_FIELDS.map((field) => endpoint[field].url).filter(
    (url) => url !== undefined,
  );
  const find = (test: (url: string, page: PageFacts) => boolean): string | undefined =>
    urls.find((url) => test(url, page));
  const mixed = find(isMixed);
  const refused = find(isRefused);
  return [
    mixed === undefined
      ? verdict('secure', 'passed')
      : verdict('secure', 'failed', 'mixed', { address: mixed }),
    networkCheck(find(crossesInward), page, !!status?.problem || !!socket?.problem),
    refused === undefined
      ? verdict('csp', 'passed')
      : verdict('csp', 'failed', 'csp-forbids', {
          facts: { other: refused.replace(/^(\w+:..[^/]+).*/, '$1') },
        }),
    page.isOnline ? verdict('online', 'passed') : verdict('online', 'warned', 'offline'),
  ];
}

/** Chromium asks the user before a public page may reach a private address. */
function networkCheck(address: string | undefined, page: PageFacts, isFailing: boolean): Verdict {
  const { localNetwork } = page;
  if (address === undefined || localNetwork === 'granted' || !isFailing) {
    return verdict('network', 'passed');
  }
  if (localNetwork === 'denied') return verdict('network', 'failed', 'denied', { address });
  const state = localNetwork === 'prompt' ? 'failed' : 'warned';
  return verdict('network', state, 'permission', { address });
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
