import { executeServerCommand } from '@web/test-runner-commands';

/** What a service is started with; demo/service/index.mjs says what each means. */
export interface ServiceOptions {
  /** Captures to play, as paths from the project's root, instead of a living cluster. */
  readonly replay?: string | readonly string[];
  readonly fleet?: 'campus' | 'harbour';
  readonly nodes?: number;
  readonly limit?: number;
  readonly churn?: boolean;
  readonly seed?: number;
  /** Milliseconds from frame to frame. */
  readonly frameInterval?: number;
  readonly pieceMs?: number;
  readonly pieceBytes?: number;
  readonly fileServer?: boolean | 'cors';
  /** More of its files, the awkward names of the demo among them: name → content. */
  readonly files?: Readonly<Record<string, string>>;
}

/** An answer of the test's own in place of the service's; demo/service/faults.mjs says more. */
export interface Override {
  readonly status?: number;
  readonly contentType?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Milliseconds over which the body comes. */
  readonly drip?: number;
  readonly cors?: boolean;
  readonly times?: number;
}

/** The verbs of demo/service/control.mjs, each with what it takes. */
export interface Controls {
  frame: string | object;
  binary: string;
  oversize: { bytes: number };
  nodes: readonly object[] | { nodes: readonly object[]; records: readonly object[] } | null;
  rest: Override | null;
  status: { path: string } & Override;
  hold: boolean;
  silent: boolean;
  drop: undefined;
  closeSockets: { code?: number; reason?: string };
  refuseUpgrade: { status: number | 'never' } | null;
  tokens: readonly string[] | null;
  stall: { ms: number | null };
  cutUpload: { percent: number };
  slowUpload: { ms: number };
  transfer: { pieces: number };
  down: undefined;
  up: undefined;
  step: undefined;
  forget: undefined;
  reset: undefined;
}

/** What a service saw of its clients, since it started or was told to forget. */
export interface Seen {
  /** Sockets open at this moment. */
  readonly sockets: number;
  readonly maxSockets: number;
  /** WebSocket handshakes, refused ones included. */
  readonly handshakes: number;
  readonly refused: number;
  /** When each handshake began, in milliseconds since the epoch. */
  readonly handshakeTimes: readonly number[];
  readonly pings: number;
  readonly framesSent: number;
  /** Requests by path, without the query. */
  readonly requests: Readonly<Record<string, number>>;
  /** More about each path, `/ws` too. */
  readonly paths: Readonly<Record<string, SeenPath>>;
}

export interface SeenPath {
  readonly count: number;
  readonly methods: Readonly<Record<string, number>>;
  readonly active: number;
  readonly maxActive: number;
  readonly origins: readonly string[];
  readonly cookies: readonly string[];
  readonly authorizations: readonly string[];
  readonly protocols: readonly string[];
}

/** A file in `demo_files/`, and where a page says it can be downloaded. */
export interface FileLink {
  readonly name: string;
  readonly href: string;
}

interface Started {
  readonly id: number;
  readonly apiBase: string;
  readonly wsUrl: string;
  readonly filesUrl?: string;
}

/** A CastRay service of the test's own, on loopback, of another origin than the test's page. */
export class TestService {
  readonly apiBase: string;
  readonly wsUrl: string;
  /** The file server's address, where the options asked for one. */
  readonly filesUrl: string | undefined;
  readonly #id: number;

  constructor({ id, apiBase, wsUrl, filesUrl }: Started) {
    this.#id = id;
    this.apiBase = apiBase;
    this.wsUrl = wsUrl;
    this.filesUrl = filesUrl;
  }

  /** Makes the service do something; it is done when the promise resolves. */
  async control<V extends keyof Controls>(verb: V, payload?: Controls[V]): Promise<void> {
    await executeServerCommand('castray:control', { id: this.#id, verb, payload });
  }

  async seen(): Promise<Seen> {
    return executeServerCommand<Seen, unknown>('castray:seen', { id: this.#id });
  }

  /** The names of those of its files that their links do not give, byte for byte. */
  async wronglyDownloaded(links: readonly FileLink[]): Promise<readonly string[]> {
    return executeServerCommand('castray:downloaded', { id: this.#id, links });
  }

  async stop(): Promise<void> {
    await executeServerCommand('castray:stop', { id: this.#id });
  }
}

/** Starts a service; it ends with the test file at the latest. */
export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  return new TestService(
    await executeServerCommand<Started, ServiceOptions>('castray:start', options),
  );
}

after(async () => {
  await executeServerCommand('castray:stop');
});
