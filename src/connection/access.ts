import { Alarm, systemClock, type Clock } from './clock.js';

/** How long a page's own function may take to bring a token, in ms. */
export const TOKEN_TIMEOUT = 15_000;

/** As the DOM library's `RequestCredentials`, which the types of Node do not have. */
export type Credentials = 'omit' | 'same-origin' | 'include';

/** What the proxy answers with; it stands beside the token, which no server should repeat. */
const PROTOCOL = 'castray';
/** How many tokens are remembered, to be kept out of what a late answer says. */
const REMEMBERED = 3;
/** A token with fewer characters may stand in any word; it is hidden only where it is named as one. */
const SECRET_LENGTH = 8;

/**
 * What lets the page in where a proxy asks for a sign-in, and the one place that knows a token: no
 * state, event, problem or address holds it. Whoever makes a request of CastRay makes it with
 * {@link fetch}; for what `fetch` cannot do (the progress of an upload) there is {@link token}.
 */
export class Access {
  readonly #source: unknown;
  readonly #credentials: Credentials;
  readonly #clock: Clock;
  #token: string | undefined;
  #asking: Promise<string | undefined> | undefined;
  #used: readonly string[] = [];
  #entered: string | undefined;

  /** `source`: the token, or a function that brings one, at once or later. Anything else is none. */
  constructor(source?: unknown, credentials: Credentials = 'omit', clock = systemClock) {
    this.#source = source;
    this.#credentials = credentials;
    this.#clock = clock;
  }

  get credentials(): Credentials {
    return this.#credentials;
  }

  /** Whether there is a token to bring along, or somebody to ask for one. */
  get hasToken(): boolean {
    return typeof this.#source === 'function' || readToken(this.#source) !== undefined;
  }

  /** The page gave a token that no request can bring along. */
  get isRefused(): boolean {
    const source = this.#source;
    return typeof source === 'string' && source !== '' && readToken(source) === undefined;
  }

  /** The token that was last in use. */
  get last(): string | undefined {
    return this.#used.at(-1);
  }

  /** The token with which a socket was opened last; REST may have another by now. */
  get entered(): string | undefined {
    return this.#entered;
  }

  /** The token to use. The page's function is asked once for all who wait; never rejects. */
  async token(): Promise<string | undefined> {
    const token =
      this.#token ??
      (await (this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined; // not in #ask(): where the function throws, that ends before this is set
      })));
    if (token !== undefined && token !== this.last) {
      this.#used = [...this.#used, token].slice(-REMEMBERED);
    }
    return token;
  }

  /** Asks anew, since this token, or none, was refused; `undefined` where there is no other. */
  async renew(refused: string | undefined): Promise<string | undefined> {
    if (this.#token === refused) this.#token = undefined;
    const token = await this.token();
    return token === refused ? undefined : token;
  }

  /**
   * As the browser's own, with what lets the page in; once more with a new token after a 401. `sent`
   * is called whenever a request leaves: the page's own function is not counted in the time limit.
   */
  async fetch(address: string, init: RequestInit, sent?: () => void): Promise<Response> {
    const token = await this.token();
    sent?.();
    const response = await this.#send(address, init, token);
    if (response.status !== 401) return response;
    sent?.();
    const renewed = await this.renew(token);
    if (renewed === undefined) return response;
    response.body?.cancel().catch(() => undefined); // it may have been ended meanwhile
    sent?.();
    return this.#send(address, init, renewed);
  }

  /** A WebSocket has no headers that a page can set; its subprotocols are the way that is left. */
  async protocols(): Promise<string[]> {
    const token = (this.#entered = await this.token());
    return token === undefined ? [] : [PROTOCOL, `bearer.${asProtocol(token)}`];
  }

  /** What a service or a browser says, without the token that it may repeat. */
  hide(text: string): string {
    return this.#used.reduce((rest, token) => rest.replace(formsOf(token), '$1…'), text);
  }

  #send(
    address: string,
    { headers, ...init }: RequestInit,
    token: string | undefined,
  ): Promise<Response> {
    const all = new Headers(headers);
    if (token !== undefined) all.set('authorization', `Bearer ${token}`);
    return fetch(address, { ...init, headers: all, credentials: this.#credentials });
  }

  async #ask(): Promise<string | undefined> {
    const alarm = new Alarm(this.#clock);
    const late = new Promise<void>((done) => {
      alarm.set(TOKEN_TIMEOUT, done);
    });
    try {
      const source = this.#source;
      const given: unknown =
        typeof source === 'function'
          ? await Promise.race([(source as () => unknown)(), late])
          : source;
      this.#token = readToken(given);
    } catch {
      // The page's own fault. What it threw may hold a secret, so nobody is told more than the 401.
    } finally {
      alarm.clear();
    }
    return this.#token;
  }
}

/** Access without a token. */
export const NO_ACCESS = new Access();
/** Of a file server: what a link to it brings along, too, so that both are let in or neither. */
export const LINK_ACCESS = new Access(undefined, 'same-origin');

/** A token as it may be repeated: as it is, in JSON, in an address, as a subprotocol. */
function formsOf(token: string): RegExp {
  const forms = token.replace(/\W/g, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return `(?:\\\\?\\${character}|(?:%|\\\\u00)(?:${hex}|${hex.toUpperCase()}))`;
  });
  return new RegExp(`(${token.length < SECRET_LENGTH ? '[Bb]earer[ .]' : ''})${forms}`, 'g');
}

/** Only what can stand in a header. */
function readToken(given: unknown): string | undefined {
  const token = typeof given === 'string' ? given.trim() : '';
  return /^[!-~]+$/.test(token) ? token : undefined;
}

/** The characters of a JWT stay; what a subprotocol must not hold is percent-encoded. */
function asProtocol(token: string): string {
  return token.replace(
    /[^\w.!#$&'*+^`|~-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
