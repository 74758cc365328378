import type { Access } from '../connection/access.js';
import { Alarm, systemClock, type Clock } from '../connection/clock.js';
import { MIN_POLL_INTERVAL, POLL_INTERVAL } from '../connection/poller.js';
import { STALE_FLOOR } from '../connection/frame-rhythm.js';
import type { ClientListener, ClientSettings } from './client-listener.js';
import { socketsIn } from '../connection/worker-socket.js';
import { ClusterClient } from './cluster-client.js';

/** How long a client outlives its last user, in ms: a widget that is moved in the page costs nothing. */
export const GRACE = 5000;

/** What a provider needs a client for. Who names another REST address, or none, has another client. */
export interface ClientKey {
  readonly apiBase: string | undefined;
  readonly wsUrl: string | undefined;
}

/** A user's hold on the client of an endpoint. */
export interface Lease {
  readonly client: ClusterClient;
  /** What lets the client in: of its users' the last that has a token, else the last that was given. */
  readonly access: Access | undefined;
  configure(settings: ClientSettings): void;
  /** `now`: the page is going away, and nobody else will come in the next seconds. */
  release(now?: boolean): void;
}

interface Entry {
  readonly client: ClusterClient;
  readonly users: Map<symbol, ClientSettings>;
  /** Set while nobody uses it. */
  readonly end: Alarm;
}

/**
 * Where the entries hang on the page. The number is that of the protocol between two copies of the
 * bundle (`Entry` and all that it holds), and rises when that changes.
 */
const SHARED: unique symbol = Symbol.for('castray-widgets.clients/6');

/**
 * One client for each endpoint, counted by its users. Its entries hang on the page and not on the
 * module, so that two copies of the bundle share a socket. An endpoint is both addresses, and the
 * worker: a token is for what it was given with, and nobody else's provider may add to that.
 */
export class ClientRegistry {
  readonly #clock: Clock;
  readonly #entries: Map<string, Entry>;

  constructor(clock: Clock = systemClock, entries: Map<string, Entry> = sharedEntries()) {
    this.#clock = clock;
    this.#entries = entries;
  }

  /** Whether somebody has a client for this already. */
  holds(key: ClientKey, settings: ClientSettings): boolean {
    return this.#entries.has(nameOf(key, settings));
  }

  acquire(key: ClientKey, settings: ClientSettings, listener: ClientListener): Lease {
    const name = nameOf(key, settings);
    const entry = this.#entries.get(name) ?? this.#create(name, key, settings);
    const user = Symbol('user');
    entry.end.clear();
    entry.users.set(user, settings);
    follow(entry);
    entry.client.join(); // which asks, with what lets this user in
    const unsubscribe = entry.client.subscribe(listener);
    return {
      client: entry.client,
      get access() {
        return accessOf(entry);
      },
      configure: (changed) => {
        const last = entry.users.get(user);
        if (!last) return;
        if (last.access !== changed.access) entry.users.delete(user); // now the last to give one
        entry.users.set(user, changed);
        follow(entry);
      },
      release: (now = false) => {
        unsubscribe();
        if (!entry.users.delete(user)) return;
        if (entry.users.size > 0) follow(entry);
        else if (now) this.#end(name, entry);
        else {
          entry.end.set(GRACE, () => {
            this.#end(name, entry);
          });
        }
      },
    };
  }

  #end(name: string, entry: Entry): void {
    entry.client.dispose();
    this.#entries.delete(name);
  }

  #create(name: string, { apiBase, wsUrl }: ClientKey, settings: ClientSettings): Entry {
    const { access, worker } = settings;
    const clock = this.#clock;
    const openSocket = worker === undefined ? undefined : socketsIn(worker);
    const client = new ClusterClient({ apiBase, wsUrl, clock, access, openSocket });
    const entry: Entry = { client, users: new Map(), end: new Alarm(clock) };
    this.#entries.set(name, entry);
    client.start();
    return entry;
  }
}

function nameOf({ apiBase, wsUrl }: ClientKey, { worker }: ClientSettings): string {
  return [apiBase, wsUrl, worker].join(' ');
}

/**
 * Several providers of one endpoint may wish differently: the most cautious is followed, and of what
 * lets the page in the last token that was given, or without any, the last that was given at all.
 */
function follow(entry: Entry): void {
  const { client, users } = entry;
  const wishes = [...users.values()];
  const least = (key: 'pollInterval' | 'staleAfter', usual: number): number => {
    const wish = Math.min(...wishes.map((settings) => settings[key]));
    return isFinite(wish) ? wish : usual;
  };
  client.configure({
    pollInterval: Math.max(MIN_POLL_INTERVAL, least('pollInterval', POLL_INTERVAL)),
    staleAfter: least('staleAfter', STALE_FLOOR),
    access: accessOf(entry),
  });
}

/** Who only wants cookies sent takes nobody's token away. */
function accessOf({ users }: Entry): Access | undefined {
  const all = [...users.values()].map(({ access }) => access);
  return all.findLast((access) => access?.hasToken) ?? all.findLast(Boolean);
}

function sharedEntries(): Map<string, Entry> {
  const page = globalThis as unknown as { [SHARED]: Map<string, Entry> | undefined };
  return (page[SHARED] ??= new Map<string, Entry>());
}
