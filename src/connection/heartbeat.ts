import { Alarm, type Clock } from './clock.js';

/** Silence after which a ping goes out, and the time each ping has to be answered, in ms. */
export const PING_AFTER = 10_000;
/** Unanswered pings that end a socket. */
const PINGS_TO_GIVE_UP = 2;
/** Time an open socket has to prove itself after the page was away, in ms. */
export const PROBE_TIMEOUT = 5000;
/** A timer this late, in ms, means that the machine slept or the tab was frozen. */
const JUMP = 5000;

/** What the heartbeat asks of its owner. */
export interface HeartbeatEvents {
  ping(): void;
  /** Two pings in a row, or a probe, went unanswered. */
  dead(): void;
}

/**
 * Tells a half-open socket from a quiet one. Any frame is a sign of life; only in silence does it
 * ask, so that a service that sends every 3 s never sees a ping, and one whose event loop stands
 * still for 14 s is waited for.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #events: HeartbeatEvents;
  readonly #alarm: Alarm;
  #unanswered = 0;
  #pingedAt: number | undefined;

  constructor(clock: Clock, events: HeartbeatEvents) {
    this.#clock = clock;
    this.#events = events;
    this.#alarm = new Alarm(clock);
  }

  /** Anything came in. */
  sign(): void {
    this.#unanswered = 0;
    this.#wait(PING_AFTER, () => {
      this.#ping(PING_AFTER);
    });
  }

  /** The answer to a ping came in. Returns how long it took, in ms, if one was still open. */
  pong(): number | undefined {
    const pingedAt = this.#pingedAt;
    this.#pingedAt = undefined;
    const ms = pingedAt === undefined ? -1 : this.#clock.now() - pingedAt;
    return ms < 0 ? undefined : ms; // below 0, somebody set the clock back
  }

  /** The page was away: the socket must show a sign of life soon, or it is dead. */
  probe(): void {
    // Asked again and again, it must not begin its last wait anew each time.
    if (this.#unanswered < PINGS_TO_GIVE_UP) this.#lastChance();
  }

  stop(): void {
    this.#alarm.clear();
    this.#unanswered = 0;
    this.#pingedAt = undefined;
  }

  #lastChance(): void {
    this.#unanswered = PINGS_TO_GIVE_UP - 1;
    this.#pingedAt = undefined;
    this.#ping(PROBE_TIMEOUT);
  }

  #ping(timeout: number): void {
    this.#unanswered += 1;
    this.#pingedAt ??= this.#clock.now();
    this.#events.ping();
    this.#wait(timeout, () => {
      if (this.#unanswered >= PINGS_TO_GIVE_UP) this.#events.dead();
      else this.#ping(PING_AFTER);
    });
  }

  #wait(ms: number, next: () => void): void {
    const due = this.#clock.now() + ms;
    this.#alarm.set(ms, () => {
      // Nothing can have come in while the machine slept; what went unanswered then proves nothing.
      if (this.#clock.now() - due > JUMP) this.#lastChance();
      else next();
    });
  }
}
