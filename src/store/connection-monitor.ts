import { Alarm, type Clock } from '../connection/clock.js';
import {
  connectionPhase,
  NO_CONNECTION,
  type ConnectionState,
} from '../connection/connection-state.js';
import { FrameRhythm, STALE_FLOOR } from '../connection/frame-rhythm.js';
import type { LiveConnection } from '../connection/live-connection.js';
import { isFinalProblem, sameProblem, type Problem } from '../connection/problem.js';
import { reuse } from '../model/reuse.js';
import { UNKNOWN } from '../model/unknown.js';

/** The two ways to the service. */
export type Side = 'socket' | 'rest';

/** What the client knows of its ways at this moment. */
export interface Ways {
  readonly live: LiveConnection | undefined;
  /** The usual time between two polls, in ms, where polls deliver; else `undefined`. */
  readonly pollInterval: number | undefined;
  readonly gaveUp: boolean;
}

/** Polls may be this many intervals late before their data count as stale. */
const MISSED_POLLS = 3;

/** Keeps the record of what came and what failed, and says in which phase that puts the connection. */
export class ConnectionMonitor {
  readonly #clock: Clock;
  readonly #due: () => void;
  readonly #rhythm = new FrameRhythm();
  readonly #problems: Partial<Record<Side, Problem | undefined>> = {};
  /** Since REST failed. */
  #framesCame = false;
  #state: ConnectionState;
  readonly #staleAlarm: Alarm;
  readonly #startedAt: number;
  #lastDataAt: number | undefined;
  #wasLive = false;
  #pingRoundTrip: number | undefined;
  #roundTrip: number | undefined;
  #droppedFrames = 0;
  /** The last data are old, or none have come for as long. */
  isStale = false;
  /** ms. */
  staleFloor = STALE_FLOOR;

  /** `due` is called when data become stale for want of newer ones. */
  constructor(clock: Clock, due: () => void) {
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#due = due;
    this.#staleAlarm = new Alarm(clock);
    this.#state = Object.freeze({ ...NO_CONNECTION, phase: 'connecting', since: this.#startedAt });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  frame(at: number): void {
    this.#rhythm.frame(at);
    this.#wasLive = true;
    this.#lastDataAt = at;
    this.#framesCame = true;
    this.#problems.socket = undefined;
  }

  /** An answer of REST; `isNews` says whether its figures were newer than those shown. */
  answer(at: number, roundTrip: number, isNews: boolean): void {
    this.#roundTrip = roundTrip;
    this.#problems.rest = undefined;
    if (isNews) this.#lastDataAt = at;
  }

  dropped(): void {
    this.#droppedFrames += 1;
  }

  /** Returns whether this was news. */
  fault(side: Side, problem: Problem): boolean {
    const last = this.#problems[side];
    this.#problems[side] = problem;
    if (side === 'socket') this.#rhythm.interrupt();
    else this.#framesCame = false;
    return !sameProblem(last, problem);
  }

  /** What fails again after this is news. */
  forget(): void {
    this.#problems.socket = this.#problems.rest = undefined;
  }

  /** Whether REST failed last time it was asked. */
  get restFailed(): boolean {
    return this.#problems.rest !== undefined;
  }

  /** Brings the state up to date; returns whether anything in it changed. */
  update(ways: Ways): boolean {
    const last = this.#state;
    const now = this.#clock.now();
    const ping = ways.live?.roundTrip;
    if (ping !== this.#pingRoundTrip) this.#roundTrip = this.#pingRoundTrip = ping;
    if (this.#lastDataAt !== undefined && this.#lastDataAt > now) this.#lastDataAt = now; // the clock was set back
    const staleIn = this.#staleIn(ways, now);
    if (staleIn > 0 && !ways.gaveUp) this.#staleAlarm.set(staleIn, this.#due);
    else this.#staleAlarm.clear();
    this.isStale = staleIn <= 0;
    this.#state = reuse(last, this.#describe(ways));
    return this.#state !== last;
  }

  stop(): void {
    this.#staleAlarm.clear();
  }

  #describe({ live, pollInterval, gaveUp }: Ways): ConnectionState {
    const socketDelivers = live?.hasFrame === true;
    const phase = connectionPhase({
      socket: live?.phase ?? 'none',
      failedAttempts: live?.failedAttempts ?? 0,
      socketDelivers,
      pollDelivers: pollInterval !== undefined,
      gaveUp,
      lastDataAt: this.#lastDataAt,
      isStale: this.isStale,
      wasLive: this.#wasLive,
    });
    const last = this.#state;
    return {
      phase,
      since: phase === last.phase ? last.since : this.#clock.now(),
      attempt: live?.failedAttempts ?? 0,
      nextAttemptAt: live?.nextAttemptAt,
      lastError: phase === 'live' ? undefined : this.#cause(socketDelivers),
      restError: this.#problems.rest,
      lastDataAt: this.#lastDataAt,
      roundTripMs: this.#roundTrip ?? UNKNOWN,
      handshakeMs: live?.handshake ?? UNKNOWN,
      firstFrameMs: live?.firstFrame ?? UNKNOWN,
      droppedFrames: this.#droppedFrames,
    };
  }

  /** How long, in ms, until the last data are stale; where none have come, as if some had at the start. */
  #staleIn({ live, pollInterval }: Ways, now: number): number {
    const isPolled = pollInterval !== undefined && live?.hasFrame !== true;
    const limit = isPolled
      ? Math.max(this.staleFloor, MISSED_POLLS * pollInterval)
      : this.#rhythm.staleAfter(this.staleFloor);
    return (this.#lastDataAt ?? this.#startedAt) + limit - now;
  }

  /**
   * A failed socket never says why; what REST met, if it failed too, comes closer to the cause. Not so
   * where frames came after that: REST is then broken for a reason of its own. Nor where the browser
   * forbids the socket: REST, forbidden with it, looks like a service that is down.
   */
  #cause(socketDelivers: boolean): Problem | undefined {
    const { socket, rest } = this.#problems;
    const saysWhy = socket && (isFinalProblem(socket) || socket.code === 'socket-blocked');
    const isOwnCause = this.#framesCame || saysWhy;
    return socketDelivers || (socket && isOwnCause) ? socket : (rest ?? socket);
  }
}
