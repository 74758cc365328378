import type { Check, CheckId, Finding } from '../../connection/diagnosis.js';
import { check, running, type Evidence, type Probed } from './evidence.js';
import { isForbidden } from './page-checks.js';
import type { Answer } from './probes.js';

/** An answer of REST that takes longer is called slow, in ms … */
const SLOW = 100;
/** … and much longer is to be looked at. */
const VERY_SLOW = 2000;
/** A handshake or a first frame that takes longer is called slow, in ms. */
const SLOW_SOCKET = 200;

/** CastRay's REST side: is it there, is it CastRay, does it give figures. */
export function restChecks(e: Evidence): readonly Check[] {
  return [
    restCheck('status', e, e.status, 'castray', '/api/status'),
    restCheck('dashboard', e, e.dashboard, 'figures', '/api/ray-dashboard'),
  ];
}

function restCheck(
  id: CheckId,
  e: Evidence,
  answer: Probed<Answer>,
  good: Finding,
  path: string,
): Check {
  const { url } = e.endpoint.apiBase;
  const address = url === undefined ? '' : url + path;
  if (answer === null) {
    return check(id, 'castray', 'skipped', url === undefined ? 'no-address' : 'no-data');
  }
  if (!answer) return running(id, 'castray', address);
  const { ms: durationMs, problem, report } = answer;
  const n = report?.nodes.length ?? 0;
  const more = { address, durationMs, problem, facts: { n } };
  if (!problem) {
    const state = durationMs > VERY_SLOW ? 'warned' : 'passed';
    return check(id, 'castray', state, durationMs > SLOW ? 'slow' : good, more);
  }
  if (isForbidden(url, e.page)) return check(id, 'castray', 'failed', 'blocked', more);
  const isPath = problem.code === 'http-status' && problem.status === 404;
  return check(id, 'castray', 'failed', isPath ? 'wrong-path' : 'problem', more);
}

/** The WebSocket: the handshake, then the first frame, with the time of each. */
export function socketChecks(e: Evidence): readonly Check[] {
  const { socket, status, page } = e;
  const address = e.endpoint.wsUrl.url ?? '';
  if (socket === null) {
    return [
      check('handshake', 'socket', 'skipped', 'no-address'),
      check('frame', 'socket', 'skipped', 'not-opened'),
    ];
  }
  if (!socket) return [running('handshake', 'socket', address), running('frame', 'socket')];
  const { handshakeMs, frameMs, problem } = socket;
  if (handshakeMs === undefined) {
    const isOpen = status && !status.problem;
    const isRefused = problem?.code === 'socket-refused' && isOpen;
    const finding = isForbidden(address, page) ? 'blocked' : isRefused ? 'no-upgrade' : 'problem';
    return [
      check('handshake', 'socket', 'failed', finding, { address, problem }),
      check('frame', 'socket', 'skipped', 'not-opened'),
    ];
  }
  const isSilent = problem?.code === 'socket-timeout';
  return [
    check('handshake', 'socket', 'passed', handshakeMs > SLOW_SOCKET ? 'slow' : 'opened', {
      address,
      durationMs: handshakeMs,
    }),
    frameMs === undefined
      ? check('frame', 'socket', 'failed', isSilent ? 'no-frame' : 'problem', { address, problem })
      : check('frame', 'socket', 'passed', frameMs > SLOW_SOCKET ? 'slow' : 'first-frame', {
          durationMs: frameMs,
        }),
  ];
}

/** The file server: a page of another origin can know that it is there without reading from it. */
export function fileChecks({ endpoint, files, page }: Evidence): readonly Check[] {
  const { url: address = '' } = endpoint.fileServerUrl;
  if (files === null) return [check('files', 'files', 'skipped', 'no-file-server')];
  if (!files) return [running('files', 'files', address)];
  const { ms: durationMs, problem } = files;
  const more = { address, durationMs, problem };
  if (!problem) return [check('files', 'files', 'failed', 'castray-as-files', more)];
  if (isForbidden(address, page)) return [check('files', 'files', 'failed', 'blocked', more)];
  if (problem.code === 'not-readable')
    return [check('files', 'files', 'passed', 'link-only', more)];
  const isGone = problem.code === 'unreachable' || problem.code === 'timeout';
  return [
    isGone
      ? check('files', 'files', 'failed', 'not-reachable', more)
      : check('files', 'files', 'passed', 'readable', more),
  ];
}

/** The page's other services, of which only matters whether anything answers. */
export function otherChecks({ services }: Evidence): readonly Check[] {
  return [...services].map(([key, answer]) => {
    const id = `service.${key}` as const;
    if (answer === null) return check(id, 'services', 'skipped', 'no-address');
    if (!answer) return running(id, 'services');
    const { address, ms: durationMs, problem } = answer;
    return problem
      ? check(id, 'services', 'failed', 'not-reachable', { address, durationMs })
      : check(id, 'services', 'passed', 'reachable', { address, durationMs });
  });
}
