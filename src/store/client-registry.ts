import { systemClock, type Clock, type Timer } from '../connection/clock.js';
import { MIN_POLL_INTERVAL, POLL_INTERVAL } from '../connection/poller.js';
import { STALE_FLOOR } from '../connection/frame-rhythm.js';
import type { ClientListener, ClientSettings } from './client-listener.js';
import { ClusterClient } from './cluster-client.js';

/** How long a client outlives its last user, in ms: a widget that is moved in the page costs nothing. */
export const GRACE = 5000;

/** The addresses that make one client. */
export interface ClientKey {
  readonly apiBase: string | undefined;
  readonly wsUrl: string | undefined;
}

/** A user's hold on the client of an endpoint. */
export interface Lease {
  readonly client: ClusterClient;
  set settings(settings: ClientSettings);
  /** `now`: the page is going away, and nobody else will come in the next seconds. */
  release(now?: boolean): void;
}

interface Entry {
  readonly client: ClusterClient;
  readonly users: Map<symbol, ClientSettings>;
  timer: Timer | undefined;
}

/**
 * One client for each endpoint, counted by its users. The registry hangs on the page and not on the
 * module: two copies of the bundle then share a socket. The number in its name is that of the
 * protocol between the copies (`Entry` and all that it holds), and rises when that changes.
 */
const SHARED: unique symbol = Symbol.for('castray-widgets.clients/1');

export class ClientRegistry {
  readonly #clock: Clock;
  readonly #entries: Map<string, Entry>;

  constructor(clock: Clock = systemClock, entries: Map<string, Entry> = sharedEntries()) {
    this.#clock = clock;
    this.#entries = entries;
  }

  acquire(key: ClientKey, settings: ClientSettings, listener: ClientListener): Lease {
    const name = `${key.apiBase ?? ''} ${key.wsUrl ?? ''}`;
    const entry = this.#entries.get(name) ?? this.#create(name, key);
    const user = Symbol('user');
    this.#clock.clearTimeout(entry.timer);
    entry.users.set(user, settings);
    entry.client.settings = strictest(entry.users.values());
    const unsubscribe = entry.client.subscribe(listener);
    return {
      client: entry.client,
      set settings(changed: ClientSettings) {
        if (!entry.users.has(user)) return;
        entry.users.set(user, changed);
        entry.client.settings = strictest(entry.users.values());
      },
      release: (now = false) => {
        unsubscribe();
        if (!entry.users.delete(user)) return;
        if (entry.users.size > 0) {
          entry.client.settings = strictest(entry.users.values());
          return;
        }
        const end = (): void => {
          entry.client.dispose();
          if (this.#entries.get(name) === entry) this.#entries.delete(name);
        };
        if (now) end();
        else entry.timer = this.#clock.setTimeout(end, GRACE);
      },
    };
  }

  #create(name: string, { apiBase, wsUrl }: ClientKey): Entry {
    const client = new ClusterClient({ apiBase, wsUrl, clock: this.#clock });
    const entry: Entry = { client, users: new Map(), timer: undefined };
    this.#entries.set(name, entry);
    client.start();
    return entry;
  }
}

/** Several providers of one endpoint may wish differently: the most cautious is followed. */
function strictest(users: Iterable<ClientSettings>): ClientSettings {
  let pollInterval = Infinity;
  let staleAfter = Infinity;
  for (const user of users) {
    pollInterval = Math.min(pollInterval, user.pollInterval);
    staleAfter = Math.min(staleAfter, user.staleAfter);
  }
  return {
    pollInterval: Math.max(
      MIN_POLL_INTERVAL,
      isFinite(pollInterval) ? pollInterval : POLL_INTERVAL,
    ),
    staleAfter: isFinite(staleAfter) ? staleAfter : STALE_FLOOR,
  };
}

function sharedEntries(): Map<string, Entry> {
  const page = globalThis as unknown as { [SHARED]?: Map<string, Entry> };
  const known = page[SHARED];
  if (known) return known;
  const entries = new Map<string, Entry>();
  page[SHARED] = entries;
  return entries;
}
