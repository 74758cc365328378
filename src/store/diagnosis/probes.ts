import type { Access } from '../../connection/access.js';
import { Alarm, type Clock } from '../../connection/clock.js';
import { codeOfEnd } from '../../connection/close-codes.js';
import { MAX_FRAME_LENGTH } from '../../connection/live-connection.js';
import type { OpenSocket } from '../../connection/live-socket.js';
import {
  makeProblem,
  type Problem,
  type ProblemCode,
  type ProblemDetails,
} from '../../connection/problem.js';
import { somethingAnswers } from '../../connection/reach.js';
import { RestClient, type RestResult } from '../../connection/rest-client.js';
import { asFields } from '../../model/fields.js';
import { parseJson } from '../../model/json.js';
import { parseFrame } from '../../model/parse-report.js';
import type { ClusterReport } from '../../model/report.js';
import { DASHBOARD, readDashboardAnswer } from '../dashboard-answer.js';

/** A handshake with its first frame may take this long, in ms: CastRay can stand still for 14 s. */
export const SOCKET_LIMIT = 20_000;
/** For a service of which only is asked whether anything answers, in ms. */
const REACH_LIMIT = 8000;

/** What came of a request to an address. */
export interface Answer {
  readonly address: string;
  readonly ms: number;
  /** `undefined` where CastRay answered. */
  readonly problem?: Problem | undefined;
  readonly report?: ClusterReport | undefined;
  /** CastRay is there, as its figures show, and has no answer to this request. */
  readonly oddity?: Problem | undefined;
}

/** What came of an opening of the WebSocket. */
export interface SocketAnswer {
  readonly address: string;
  /** `undefined` where there was no handshake. */
  readonly handshakeMs?: number | undefined;
  /** From the handshake to the first frame. */
  readonly frameMs?: number | undefined;
  /** How long what did not come was waited for: until it was refused, or for as long as it may take. */
  readonly waitedMs?: number | undefined;
  /** The ids of the nodes in a frame; `null` where none came, `undefined` while one is waited for. */
  readonly nodeIds?: readonly string[] | null;
  readonly problem?: Problem | undefined;
  /** Messages came, but none with the cluster in it. */
  readonly hasOthers?: boolean;
}

/** How an address is asked: until somebody ends it, with what lets the page in, or without. */
export interface Means {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly access?: (() => Access) | undefined;
}

/** Asks for what only CastRay has, and cheaply: `/api/status`. Never rejects. */
export function askCastray(apiBase: string, means: Means): Promise<Answer> {
  return ask(apiBase, '/api/status', means, (result) => {
    if (!result.ok) return result;
    const json = parseJson(result.text);
    const fields = json.ok ? asFields(json.value) : undefined;
    if (fields && ('node_statuses' in fields || 'service_ready' in fields)) return {};
    const code = json.ok ? 'not-castray' : 'not-json';
    return { problem: makeProblem(code, result.address, result.receivedAt) };
  });
}

/** Asks for the cluster. Never rejects. */
export function askDashboard(apiBase: string, means: Means): Promise<Answer> {
  return ask(apiBase, DASHBOARD, means, readDashboardAnswer);
}

async function ask(
  address: string,
  path: string,
  { clock, access, signal }: Means,
  read: (result: RestResult) => Pick<Answer, 'problem' | 'report'>,
): Promise<Answer> {
  let startedAt = clock.now();
  if (signal.aborted) return unanswered(address, startedAt);
  const sent = (): void => {
    startedAt = clock.now();
  };
  const rest = new RestClient({ apiBase: address, clock, access, sent });
  signal.addEventListener('abort', () => {
    rest.dispose();
  });
  const result = await rest.get(path, 0);
  const ms = clock.now() - startedAt;
  const { problem, report } = read(result);
  return { address, ms, problem, report };
}

/** Of a probe that was ended before it began. */
function unanswered(address: string, at: number): Answer {
  return { address, ms: 0, problem: makeProblem('unreachable', address, at) };
}

/** Opens a WebSocket, waits for its first frame, and closes it. Never rejects. */
export function askSocket(
  url: string,
  open: OpenSocket,
  { clock, signal }: Means,
): Promise<SocketAnswer> {
  if (signal.aborted) return Promise.resolve(unanswered(url, clock.now()));
  return new Promise((done) => {
    let startedAt = clock.now();
    const alarm = new Alarm(clock);
    let handshakeMs: number | undefined;
    let hasOthers = false;
    const finish = (more: Partial<SocketAnswer>): void => {
      alarm.clear();
      signal.removeEventListener('abort', end);
      socket.end();
      done({ address: url, handshakeMs, nodeIds: null, hasOthers, ...more });
    };
    const fail = (code: ProblemCode, details?: ProblemDetails): void => {
      const waitedMs = clock.now() - startedAt - (handshakeMs ?? 0);
      finish({ waitedMs, problem: makeProblem(code, url, clock.now(), details) });
    };
    const end = (): void => {
      fail('socket-timeout');
    };
    signal.addEventListener('abort', end);
    alarm.set(SOCKET_LIMIT, end);
    const socket = open(url, {
      opening: () => {
        startedAt = clock.now();
      },
      opened: () => {
        handshakeMs = clock.now() - startedAt;
      },
      message: (data) => {
        const text = String(data);
        if (text.length > MAX_FRAME_LENGTH) {
          fail('bad-frame', { detail: 'too-large' });
          return;
        }
        const parsed = parseFrame(text, clock.now());
        if (parsed.kind === 'report') {
          const frameMs = clock.now() - startedAt - (handshakeMs ?? 0);
          finish({ frameMs, nodeIds: parsed.report.nodes.map(({ nodeId }) => nodeId) });
        } else if (parsed.kind === 'unusable') {
          if (parsed.reason === 'other-type') hasOthers = true;
          else fail('bad-frame', { detail: parsed.reason });
        }
      },
      ended: (end) => {
        fail(codeOfEnd(end, handshakeMs !== undefined), { status: end.code });
      },
    });
  });
}

/** Whether anything answers at an address. Never rejects. */
export async function reach(address: string, { clock, signal }: Means): Promise<Answer> {
  const startedAt = clock.now();
  if (signal.aborted) return unanswered(address, startedAt);
  const limit = new AbortController();
  const alarm = new Alarm(clock);
  const end = (): void => {
    limit.abort();
  };
  alarm.set(REACH_LIMIT, end);
  signal.addEventListener('abort', end);
  const answer = await somethingAnswers(address, limit.signal);
  alarm.clear();
  const now = clock.now();
  // Known of the page's own origin only: its server has no such service.
  const isNoPath = answer?.status === 404;
  const code = isNoPath ? 'http-status' : answer ? undefined : 'unreachable';
  const problem = code && makeProblem(code, address, now);
  return { address, ms: now - startedAt, problem };
}
