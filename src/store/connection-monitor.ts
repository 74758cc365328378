import type { Clock, Timer } from '../connection/clock.js';
import { connectionPhase, type ConnectionState } from '../connection/connection-state.js';
import { FrameRhythm, STALE_FLOOR } from '../connection/frame-rhythm.js';
import type { LiveConnection } from '../connection/live-connection.js';
import { sameProblem, type Problem } from '../connection/problem.js';
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
  readonly #problems: Record<Side, Problem | undefined> = { socket: undefined, rest: undefined };
  #state: ConnectionState;
  #staleTimer: Timer | undefined;
  #lastDataAt: number | undefined;
  #wasLive = false;
  #restRoundTrip: number | undefined;
  #droppedFrames = 0;
  /** ms. */
  staleFloor = STALE_FLOOR;

  /** `due` is called when data become stale for want of newer ones. */
  constructor(clock: Clock, due: () => void) {
    this.#clock = clock;
    this.#due = due;
    this.#state = Object.freeze({
      phase: 'connecting',
      since: clock.now(),
      attempt: 0,
      nextAttemptAt: undefined,
      lastError: undefined,
      lastDataAt: undefined,
      roundTripMs: UNKNOWN,
      droppedFrames: 0,
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  frame(at: number): void {
    this.#rhythm.frame(at);
    this.#wasLive = true;
    this.#lastDataAt = at;
    this.#problems.socket = undefined;
  }

  /** An answer of REST; `isNews` says whether its figures were newer than those shown. */
  answer(at: number, roundTrip: number, isNews: boolean): void {
    this.#restRoundTrip = roundTrip;
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
    return !sameProblem(last, problem);
  }

  /** Whether REST failed last time it was asked. */
  get restFailed(): boolean {
    return this.#problems.rest !== undefined;
  }

  /** Brings the state up to date; returns whether anything in it changed. */
  update(ways: Ways): boolean {
    const next = this.#describe(ways);
    const last = this.#state;
    const keys = Object.keys(next) as (keyof ConnectionState)[];
    if (keys.every((key) => next[key] === last[key])) return false;
    this.#state = Object.freeze(next);
    return true;
  }

  stop(): void {
    this.#clock.clearTimeout(this.#staleTimer);
  }

  #describe({ live, pollInterval, gaveUp }: Ways): ConnectionState {
    const socketDelivers = live?.hasFrame === true;
    const phase = connectionPhase({
      socket: live?.phase ?? 'none',
      socketDelivers,
      pollDelivers: pollInterval !== undefined,
      gaveUp,
      lastDataAt: this.#lastDataAt,
      isStale: this.#isStale(socketDelivers ? undefined : pollInterval),
      wasLive: this.#wasLive,
    });
    const last = this.#state;
    return {
      phase,
      since: phase === last.phase ? last.since : this.#clock.now(),
      attempt: live?.failedAttempts ?? 0,
      nextAttemptAt: live?.nextAttemptAt,
      lastError: phase === 'live' ? undefined : this.#cause(socketDelivers),
      lastDataAt: this.#lastDataAt,
      roundTripMs: live?.roundTrip ?? this.#restRoundTrip ?? UNKNOWN,
      droppedFrames: this.#droppedFrames,
    };
  }

  /** Also sets the timer for the moment at which the answer will change. */
  #isStale(pollInterval: number | undefined): boolean {
    this.#clock.clearTimeout(this.#staleTimer);
    if (this.#lastDataAt === undefined) return false;
    const limit =
      pollInterval === undefined
        ? this.#rhythm.staleAfter(this.staleFloor)
        : Math.max(this.staleFloor, MISSED_POLLS * pollInterval);
    const left = this.#lastDataAt + limit - this.#clock.now();
    if (left <= 0) return true;
    this.#staleTimer = this.#clock.setTimeout(this.#due, left);
    return false;
  }

  /** A failed socket never says why; what REST met, if it failed too, comes closer to the cause. */
  #cause(socketDelivers: boolean): Problem | undefined {
    const { socket, rest } = this.#problems;
    if (socketDelivers) return socket;
    return socket?.code === 'closed-for-good' ? socket : (rest ?? socket);
  }
}
