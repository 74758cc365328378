import { socketUrlOf } from '../../connection/endpoint.js';
import { brokenStatus } from '../../connection/file-download.js';
import type { CheckId } from './check.js';
import { verdict, type Evidence, type Probed, type Verdict } from './evidence.js';
import { isForbidden } from './page-checks.js';
import type { Answer } from './probes.js';

/** An answer of REST that takes longer is called slow, in ms … */
const SLOW = 100;
/** … and much longer is to be looked at. */
const VERY_SLOW = 2000;
/** A handshake or a first frame that takes longer is called slow, in ms. */
const SLOW_SOCKET = 200;

/** CastRay's REST side: is it there, is it CastRay, does it give figures. */
export function restChecks(e: Evidence): readonly Verdict[] {
  return [restCheck('status', e, e.status), restCheck('dashboard', e, e.dashboard)];
}

function restCheck(id: CheckId, e: Evidence, answer: Probed<Answer>): Verdict {
  if (!answer) return pending(id, answer);
  const { ms: durationMs, problem, address, oddity } = answer;
  const more = { address, durationMs, problem: problem ?? oddity };
  if (oddity) return verdict(id, 'warned', 'no-status', more);
  if (!problem) {
    const state = durationMs > VERY_SLOW ? 'warned' : 'passed';
    return verdict(id, state, durationMs > SLOW ? 'slow' : 'fine', more);
  }
  const isPath = problem.code === 'http-status' && problem.status === 404;
  const isBlocked = isForbidden(address, e.page);
  return verdict(id, 'failed', isBlocked ? 'blocked' : isPath ? 'wrong-path' : 'problem', more);
}

/** The WebSocket: the handshake, then the first frame, with the time of each. */
export function socketChecks({ socket, status, page, endpoint }: Evidence): readonly Verdict[] {
  if (!socket) return [pending('handshake', socket), pending('frame', socket)];
  const { address, handshakeMs, frameMs, waitedMs: durationMs, problem } = socket;
  const more = { address, durationMs, problem };
  if (handshakeMs === undefined) {
    // Elsewhere than under REST, there may be nothing that a proxy could pass on.
    const isUnderRest = address === socketUrlOf(endpoint.apiBase.url ?? '');
    const isRefused =
      problem?.code === 'socket-refused' && isUnderRest && status && !status.problem;
    const finding = isForbidden(address, page) ? 'blocked' : isRefused ? 'no-upgrade' : 'problem';
    return [verdict('handshake', 'failed', finding, more), verdict('frame', 'skipped')];
  }
  const inTime = (id: CheckId, ms: number): Verdict =>
    verdict(id, 'passed', ms > SLOW_SOCKET ? 'slow' : 'fine', { address, durationMs: ms });
  const isSilent = problem?.code === 'socket-timeout';
  const finding = !isSilent ? 'problem' : socket.hasOthers ? 'other-frames' : 'no-frame';
  return [
    inTime('handshake', handshakeMs),
    frameMs === undefined ? verdict('frame', 'failed', finding, more) : inTime('frame', frameMs),
  ];
}

/** The file server: a page of another origin can know that it is there without reading from it. */
export function fileChecks({ files, page }: Evidence): readonly Verdict[] {
  if (!files) return [pending('files', files)];
  const { address, ms: durationMs, problem } = files;
  const more = { address, durationMs, problem };
  const code = problem?.code;
  // A proxy may serve files beside it, under the same address.
  if (!code) return [verdict('files', 'warned', 'castray-as-files', more)];
  if (isForbidden(address, page)) return [verdict('files', 'failed', 'blocked', more)];
  const broken = brokenStatus(problem.status);
  // who is asked to sign in here may still be let in by a link to another origin: that brings cookies
  if (broken) return [verdict('files', broken === 401 ? 'warned' : 'failed', 'problem', more)];
  return [
    code === 'unreachable' || code === 'timeout'
      ? verdict('files', 'failed', 'not-reachable', more)
      : verdict('files', 'passed', code === 'not-readable' ? 'link-only' : 'fine', more),
  ];
}

/** The page's other services: all that is asked of them is whether anything answers. */
export function otherChecks({ services, page }: Evidence): readonly Verdict[] {
  return [...services].map(([key, answer]) => {
    const id = `service.${key}` as const;
    if (!answer) return pending(id, answer);
    const { address, ms: durationMs, problem } = answer;
    const state = problem ? 'failed' : 'passed';
    const isPath = problem?.code === 'http-status';
    const why = isForbidden(address, page) ? 'blocked' : isPath ? 'wrong-path' : 'not-reachable';
    return verdict(id, state, problem ? why : 'fine', { address, durationMs });
  });
}

/** A check whose evidence has not come yet, or never will. */
export function pending(id: CheckId, evidence: null | undefined): Verdict {
  return verdict(id, evidence === null ? 'skipped' : 'running');
}
