import { MIB } from '../model/units.js';
import type { Access } from './access.js';
import { reconnectDelay } from './backoff.js';
import { Alarm, type Clock } from './clock.js';
import { codeOfEnd } from './close-codes.js';
import { Heartbeat } from './heartbeat.js';
import { openSocket, type LiveSocket, type OpenSocket, type SocketEnd } from './live-socket.js';
import { makeProblem, type Problem, type ProblemCode, type ProblemDetails } from './problem.js';
import { ReadFrame } from './read-frame.js';

/** How long an open socket may take to send its first valid frame, in ms. */
export const FIRST_FRAME_TIMEOUT = 30_000;
/** How long a socket must have been open before it counts as a success, in ms. */
export const SETTLED_AFTER = 5000;
/** A frame longer than this is not looked at: 8 MiB, in UTF-16 units as the browser hands it over. */
export const MAX_FRAME_LENGTH = 8 * MIB;
/** After an attempt that led nowhere, the shortest wait, in ms: at most three hang in a minute. */
export const MIN_WAIT_AFTER_TIMEOUT = 5000;
/** A wake-up call acts at most this often, in ms. */
const WAKE_INTERVAL = 5000;

/** Where the one socket stands. */
export type SocketPhase = 'opening' | 'open' | 'waiting' | 'stopped';

/** Why a message was dropped unread. */
export type UnreadReason = 'binary' | 'too-large';

/** A text frame, or what was read in one. */
export type Frame = string | ReadFrame;

/** What a frame turned out to be. */
export type FrameKind = 'report' | 'pong' | 'other';

export interface LiveConnectionEvents {
  /** The phase, the attempt, the next attempt's time or the round trip changed, or a frame was valid. */
  changed(): void;
  /** Of bearable length. */
  frame(frame: Frame): FrameKind;
  dropped(reason: UnreadReason): void;
  problem(problem: Problem): void;
}

export interface LiveConnectionOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly openSocket?: OpenSocket | undefined;
  /** What lets the page in, asked for each attempt. */
  readonly access?: (() => Access) | undefined;
  /** A longer wait before the next attempt, in ms, while polling serves the page: after so many failed ones. */
  readonly patience: (failedAttempts: number) => number;
}

/** Keeps one socket open: attempts, waits, signs of life. It never gives up on a fault that can pass. */
export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  readonly #events: LiveConnectionEvents;
  readonly #clock: Clock;
  readonly #heartbeat: Heartbeat;
  readonly #alarm: Alarm;
  #socket: LiveSocket | undefined;
  #phase: SocketPhase = 'stopped';
  #attempt = 0;
  #nextAttemptAt: number | undefined;
  #openedAt = 0;
  #hasFrame = false;
  #roundTrip: number | undefined;
  #startedAt = 0;
  #handshake: number | undefined;
  #firstFrame: number | undefined;
  #wokenAt = -Infinity;

  constructor(options: LiveConnectionOptions, events: LiveConnectionEvents) {
    this.#options = options;
    this.#events = events;
    this.#clock = options.clock;
    this.#alarm = new Alarm(options.clock);
    this.#heartbeat = new Heartbeat(options.clock, {
      ping: () => this.#socket?.send('ping'),
      dead: () => {
        this.#fail('socket-silent');
      },
    });
  }

  get phase(): SocketPhase {
    return this.#phase;
  }
  /** Attempts that failed since the connection last stood for 5 s with a valid frame. */
  get failedAttempts(): number {
    return this.#attempt;
  }
  /** ms since 1970; only while waiting. */
  get nextAttemptAt(): number | undefined {
    return this.#nextAttemptAt;
  }
  /** Whether the socket that is open now has sent a valid frame. */
  get hasFrame(): boolean {
    return this.#hasFrame;
  }
  /** Time of the last answered ping, in ms. */
  get roundTrip(): number | undefined {
    return this.#roundTrip;
  }

  /** How long the handshake of the socket that is open now took, in ms. */
  get handshake(): number | undefined {
    return this.#handshake;
  }
  /** How long after that its first valid frame came, in ms. */
  get firstFrame(): number | undefined {
    return this.#firstFrame;
  }

  /** Opens now, whatever was before. */
  open(): void {
    this.#letGo('opening');
    this.#startedAt = this.#clock.now();
    const { url, openSocket: open = openSocket, access } = this.#options;
    const events = {
      opening: () => {
        this.#startedAt = this.#clock.now();
      },
      opened: () => {
        this.#opened();
      },
      message: (data: unknown) => {
        this.#message(data);
      },
      ended: (end: SocketEnd) => {
        this.#ended(end);
      },
    };
    this.#socket = open(url, events, access?.());
    this.#events.changed();
  }

  /** The page came back, the network did, or somebody asks: probes an open socket, retries a closed one. */
  wake(): void {
    const now = this.#clock.now();
    if (now - this.#wokenAt < WAKE_INTERVAL && now >= this.#wokenAt) return;
    if (this.#phase === 'open') this.#heartbeat.probe();
    else if (this.#phase === 'waiting') this.open();
    else return; // it has not acted, and the next call may
    this.#wokenAt = now;
  }

  /** Polling has begun to serve the page: an attempt that was planned before waits for longer, too. */
  defer(): void {
    if (this.#nextAttemptAt !== undefined) this.#wait(this.#nextAttemptAt - this.#clock.now());
  }

  /** Ends the socket and all attempts; `open()` starts anew. */
  stop(): void {
    this.#letGo('stopped');
    this.#attempt = 0;
    this.#events.changed();
  }

  #opened(): void {
    this.#phase = 'open';
    this.#openedAt = this.#clock.now();
    this.#handshake = Math.max(0, this.#openedAt - this.#startedAt);
    this.#heartbeat.sign();
    this.#alarm.set(FIRST_FRAME_TIMEOUT, () => {
      this.#fail('socket-timeout');
    });
    this.#events.changed();
  }

  #message(data: unknown): void {
    this.#heartbeat.sign();
    if (data instanceof ReadFrame) this.#frame(data);
    else if (typeof data !== 'string') this.#events.dropped('binary');
    else if (data.length > MAX_FRAME_LENGTH) this.#events.dropped('too-large');
    else this.#frame(data);
  }

  #frame(frame: Frame): void {
    const socket = this.#socket;
    const kind = this.#events.frame(frame);
    if (this.#socket !== socket) return; // whoever heard of it has opened another one
    if (kind === 'report') this.#validFrame();
    if (kind === 'pong') {
      this.#roundTrip = this.#heartbeat.pong() ?? this.#roundTrip;
      this.#events.changed();
    }
  }

  #validFrame(): void {
    const isFirst = !this.#hasFrame;
    this.#hasFrame = true;
    const age = Math.max(0, this.#clock.now() - this.#openedAt); // the clock may have been set back
    this.#firstFrame ??= age;
    if (age >= SETTLED_AFTER) this.#settle();
    else if (isFirst) {
      this.#alarm.set(SETTLED_AFTER - age, () => {
        this.#settle();
        this.#events.changed();
      });
    }
    this.#events.changed();
  }

  #settle(): void {
    this.#alarm.clear();
    this.#attempt = 0;
  }

  #ended(end: SocketEnd): void {
    const wasOpen = this.#phase === 'open';
    const code = codeOfEnd(end, wasOpen);
    const { code: status, reason: detail } = end;
    if (code === 'unauthorized' || code === 'closed-for-good')
      this.#giveUp(code, { status, detail });
    else if (code === 'socket-timeout') this.#fail(code);
    else if (code === 'socket-closed') this.#fail(code, { status: status ?? 1006, detail });
    else this.#fail(code, { detail });
  }

  /** This socket is lost: tell why, wait, try another. */
  #fail(code: ProblemCode, details?: ProblemDetails): void {
    this.#letGo('waiting');
    this.#attempt += 1;
    const delay = reconnectDelay(this.#attempt, () => this.#clock.random());
    this.#wait(code === 'socket-timeout' ? Math.max(MIN_WAIT_AFTER_TIMEOUT, delay) : delay);
    this.#report(code, details);
    this.#events.changed();
  }

  #wait(delay: number): void {
    const ms = Math.max(delay, this.#options.patience(this.#attempt));
    this.#nextAttemptAt = this.#clock.now() + ms;
    this.#alarm.set(ms, () => {
      this.open();
    });
  }

  #giveUp(code: ProblemCode, details: ProblemDetails): void {
    this.#letGo('stopped');
    this.#report(code, details);
    this.#events.changed();
  }

  #report(code: ProblemCode, details: ProblemDetails | undefined): void {
    this.#events.problem(makeProblem(code, this.#options.url, this.#clock.now(), details));
  }

  #letGo(next: SocketPhase): void {
    this.#alarm.clear();
    this.#heartbeat.stop();
    this.#socket?.end();
    this.#socket = undefined;
    this.#hasFrame = false;
    this.#handshake = this.#firstFrame = undefined;
    this.#nextAttemptAt = undefined;
    this.#phase = next;
  }
}
