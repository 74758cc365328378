import { NO_ACCESS, type Access } from '../connection/access.js';
import type { Clock } from '../connection/clock.js';
import { SETTLED_AFTER } from '../connection/live-connection.js';

/**
 * What lets a client in, and whether another token is worth trying. A token that has expired is renewed
 * once, and then not again until data have arrived and lasted: bad tokens would else be tried in a loop
 * without a wait.
 */
export class SignIn {
  readonly #clock: Clock;
  #access: Access;
  #ofSocket = NO_ACCESS;
  #mayRenew = true;
  #renewedAt = -Infinity;
  /** When what the page gave after a refusal was tried last. */
  #enteredAt = -Infinity;

  constructor(clock: Clock, access = NO_ACCESS) {
    this.#clock = clock;
    this.#access = access;
  }

  readonly current = (): Access => this.#access;

  /** For a socket that is about to be opened. */
  readonly forSocket = (): Access => (this.#ofSocket = this.#access);

  /** That of the socket; another may have come since it was opened. */
  get ofSocket(): Access {
    return this.#ofSocket;
  }

  /** Whether the page gave anything, so that a refusal may be that of an old token. */
  get isGiven(): boolean {
    return this.#ofSocket !== NO_ACCESS || this.#access !== NO_ACCESS;
  }

  set(access: Access): void {
    this.#access = access;
  }

  /** Data came. */
  lasted(): void {
    this.#mayRenew = true;
  }

  /** All is tried anew, since somebody asked for it. */
  restart(): void {
    this.lasted();
    this.#renewedAt = this.#enteredAt = -Infinity;
  }

  /**
   * How long, in ms, until what the page gives next may be tried: a page that makes a new function at
   * each change of the connection would else be tried, and refused, without an end.
   */
  get wait(): number {
    return SETTLED_AFTER - Math.abs(this.#clock.now() - this.#enteredAt);
  }

  /** What the page gave after a refusal is tried now. */
  entering(): void {
    this.#enteredAt = this.#clock.now();
  }

  /** Asks what the page gives now for another token than that of the socket, which was refused, or may have been. */
  another(): Promise<string | undefined> {
    return this.#access.renew(this.#ofSocket.entered);
  }

  /** Whether there is another token for the socket, and it may be tried. */
  async renew(): Promise<boolean> {
    const mayRenew =
      this.#mayRenew && Math.abs(this.#clock.now() - this.#renewedAt) >= SETTLED_AFTER;
    const isRenewed = mayRenew && (await this.another()) !== undefined;
    this.#mayRenew = false;
    this.#renewedAt = this.#clock.now();
    return isRenewed;
  }

  /** A page may give a new function at each of its renders, and each may bring what was refused. */
  async differsFrom(last: Access): Promise<boolean> {
    const access = this.#access;
    return (await access.token()) !== last.last || access.credentials !== last.credentials;
  }
}
