import type { Access } from '../../connection/access.js';
import { resolveEndpoint, type Address, type EndpointInput } from '../../connection/endpoint.js';
import { STALE_FLOOR } from '../../connection/frame-rhythm.js';
import { MIN_POLL_INTERVAL, POLL_INTERVAL } from '../../connection/poller.js';
import type { Problem } from '../../connection/problem.js';
import type { Fields } from '../../model/fields.js';
import type { MemoryFigure } from '../../model/reconcile-node.js';
import type { StoreConfig } from '../../store/cluster-store.js';
import { replacedAddresses } from '../../store/replaced-addresses.js';

/** What stands on the element. Every value is untrusted: a page may set a property to anything. */
export interface ProviderInput extends EndpointInput {
  readonly label: unknown;
  readonly keepAlive: unknown;
  readonly credentials: unknown;
  readonly memoryFigure: unknown;
  readonly pollInterval: unknown;
  readonly staleAfter: unknown;
  readonly worker: unknown;
}

const MAX_SECONDS = 86_400;

const CREDENTIALS: readonly unknown[] = ['omit', 'same-origin', 'include'];

/** Reads the element's settings and the page's; what makes no sense is refused by name. */
export function readSettings(
  input: Partial<ProviderInput>,
  appConfig: Fields,
  pageUrl: string,
  enter: (credentials: RequestCredentials) => Access | undefined = () => undefined,
): StoreConfig {
  const problems: Problem[] = [];
  const refuse = (field: string, given: unknown): void => {
    // Not of an object: its own toString may throw.
    const address = (Object(given) === given ? typeof given : String(given)).slice(0, 100);
    problems.push(Object.freeze({ code: 'bad-setting', field, address, at: Date.now() }));
  };
  const ms = (field: string, given: unknown, least: number, usual: number): number => {
    if (given === undefined || given === null) return usual;
    const seconds = typeof given === 'string' && given.trim() ? Number(given) : given;
    if (typeof seconds === 'number' && seconds > 0 && seconds <= MAX_SECONDS) {
      return Math.max(least, seconds * 1000);
    }
    refuse(field, given);
    return usual;
  };
  const memoryFigure = (): MemoryFigure => {
    const own = input.memoryFigure ?? undefined;
    const given = own ?? appConfig['castrayMemoryFigure'] ?? 'available';
    if (given === 'used' || given === 'available') return given;
    refuse(own === undefined ? 'appConfig.castrayMemoryFigure' : 'memory-figure', given);
    return 'available';
  };
  const credentials = (): RequestCredentials => {
    const given = input.credentials ?? 'omit';
    if (CREDENTIALS.includes(given)) return given as RequestCredentials;
    refuse('credentials', '…'); // somebody may have taken it for the place of a password
    return 'omit';
  };
  const worker = (): string | undefined => {
    const given = input.worker ?? '';
    if (given === '') return undefined;
    // Only the page's own origin: no browser starts a worker from another one.
    const url =
      typeof given === 'string' && URL.canParse(given, pageUrl) && new URL(given, pageUrl);
    // On a page opened as a file, `data:` would be of the same origin: none.
    if (url && url.protocol !== 'data:' && url.origin === new URL(pageUrl).origin) return url.href;
    refuse('worker', given);
    return undefined;
  };
  const endpoint = resolveEndpoint(input, appConfig, pageUrl, replacedAddresses());
  const access = enter(credentials());
  if (access?.isRefused) refuse('token', '…');
  return {
    endpoint,
    label: typeof input.label === 'string' ? input.label.trim() : '',
    keepAlive: Boolean(input.keepAlive),
    access: isElsewhere(endpoint.apiBase) || isElsewhere(endpoint.wsUrl) ? undefined : access,
    memoryFigure: memoryFigure(),
    pollInterval: ms('poll-interval', input.pollInterval, MIN_POLL_INTERVAL, POLL_INTERVAL),
    staleAfter: ms('stale-after', input.staleAfter, 1000, STALE_FLOOR),
    worker: worker(),
    problems,
  };
}

/** A token was given for the address that the page wrote, and not for what a user put in its place. */
function isElsewhere({ url, replaces }: Address): boolean {
  return Boolean(url && replaces && new URL(url).host !== new URL(replaces).host);
}
