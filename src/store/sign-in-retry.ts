import { Alarm, type Clock } from '../connection/clock.js';
import type { Access } from '../connection/access.js';
import type { SignIn } from './sign-in.js';

/** Whose refusal is tried again. */
export interface Refused {
  /** Whether the service's "no" still stands. */
  isRefused(): boolean;
  /** Tries everything with what the page gives now. */
  enter(isNewcomer: boolean): void;
}

/** After a refusal: whether what the page gives now is worth a try, and when. */
export class SignInRetry {
  readonly #signIn: SignIn;
  readonly #refused: Refused;
  /** What the page gave is tried when it rings. */
  readonly #alarm: Alarm;
  #stopped = false;

  constructor(clock: Clock, signIn: SignIn, refused: Refused) {
    this.#alarm = new Alarm(clock);
    this.#signIn = signIn;
    this.#refused = refused;
  }

  /** What the page gave is being tried, for whatever reason. */
  clear(): void {
    this.#alarm.clear();
  }

  stop(): void {
    this.#stopped = true;
    this.clear();
  }

  /** Goes on with what the page gives now, where `last` was refused; all the same, for a newcomer. */
  async after(last?: Access): Promise<void> {
    if (this.#signIn.current() === last || !this.#isRefused() || this.#alarm.isSet) return;
    const { wait } = this.#signIn;
    if (wait > 0) {
      this.#alarm.set(wait, () => {
        void this.after(last);
      });
    } else if (!last || (await this.#signIn.differsFrom(last))) {
      if (!this.#isRefused()) return; // settled meanwhile
      this.#signIn.entering();
      this.#refused.enter(!last);
    }
  }

  #isRefused(): boolean {
    return !this.#stopped && this.#refused.isRefused();
  }
}
