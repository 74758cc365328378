import { socketUrlOf, type EndpointField } from '../../connection/endpoint.js';
import { settingOf } from '../address-problems.js';
import type { AddressChange } from '../replaced-addresses.js';
import type { Finding } from './check.js';
import { hostOf, verdict, type Evidence, type Verdict } from './evidence.js';
import { isForbidden } from './page-checks.js';

/**
 * What answers there is something else than CastRay, as far as the browser lets the page know; not so
 * where a socket of the same place delivers, since CastRay may fail at REST alone.
 */
function isSomethingElse({ status, socket, endpoint: { apiBase, wsUrl } }: Evidence): boolean {
  const code = status?.problem?.code;
  const delivers = socket?.frameMs !== undefined && hostOf(wsUrl.url) === hostOf(apiBase.url);
  return !delivers && (code === 'not-readable' || code === 'not-json' || code === 'not-castray');
}

/** It answers in JSON, which a file server does not. */
const isOtherService = ({ status }: Evidence): boolean =>
  status?.problem?.code === 'not-castray' && status.problem.status === undefined;

/** Who asks for a sign-in, or fails by itself, may well be CastRay: the address is not to blame. */
const mayBeCastray = ({ status }: Evidence): boolean => {
  const { code, status: answer = 0 } = status?.problem ?? {};
  return code === 'unauthorized' || (code === 'http-status' && answer >= 500);
};

/** Whether the addresses are mixed up: the known fault is a file server where CastRay should be. */
export function portChecks(e: Evidence): readonly Verdict[] {
  const { status, files, endpoint } = e;
  const { apiBase, wsUrl, fileServerUrl } = endpoint;
  if (status === undefined || files === undefined) return [verdict('ports', 'running')];
  const changes = remedy(e);
  const right = changes.find(({ field }) => field !== 'fileServerUrl');
  const wrong = (
    finding: Finding,
    field: EndpointField,
    second?: EndpointField,
    state: 'failed' | 'warned' = 'failed',
  ): Verdict[] => {
    const setting = settingOf(field, endpoint[field]);
    const also = second && settingOf(second, endpoint[second]);
    const facts = { setting, ...(also && { also }), ...(right && { rightAddress: right.to }) };
    return [verdict('ports', state, finding, { address: endpoint[field].url ?? '', facts })];
  };
  if (status?.problem) {
    if (isForbidden(status.address, e.page) || mayBeCastray(e))
      return [verdict('ports', 'skipped')];
    if (changes.length > 0 && changes.at(-1)?.field === 'fileServerUrl') {
      return wrong('swapped', 'apiBase', 'fileServerUrl');
    }
    if (isSomethingElse(e)) {
      const isSocketToo = wsUrl.source !== 'derived' && hostOf(wsUrl.url) === hostOf(apiBase.url);
      // Of one host, a proxy may serve both, each under a path of its own.
      const isSure = `${apiBase.url}/`.startsWith(`${fileServerUrl.url}/`);
      const finding = isSure ? 'file-server-there' : 'perhaps-file-server';
      return wrong(
        isOtherService(e) ? 'other-service' : finding,
        'apiBase',
        isSocketToo ? 'wsUrl' : undefined,
      );
    }
    if (right) return wrong('castray-elsewhere', 'apiBase');
    if (!e.othersDone) return [verdict('ports', 'running')];
    const isNowhere = e.others.length > 0 && e.others.every(({ problem }) => problem);
    return [verdict('ports', 'skipped', isNowhere ? 'nowhere' : 'fine')];
  }
  if (right) return wrong('socket-elsewhere', 'wsUrl');
  // The cluster shows all the same: the check of the file server fails for it.
  if (files && !files.problem)
    return wrong('castray-as-files', 'fileServerUrl', undefined, 'warned');
  return [verdict('ports', status ? 'passed' : 'skipped')];
}

/** The addresses that would have to be others; empty where no right one is known. */
export function remedy(e: Evidence): readonly AddressChange[] {
  const { endpoint, status, files, socket, derivedSocket } = e;
  const { apiBase, wsUrl, fileServerUrl } = endpoint;
  /** None that would send in clear what is sent encrypted now: who blocks https could bring that about. */
  const change = (field: EndpointField, to: string): readonly AddressChange[] => {
    const { url = '', replaces: from = url } = endpoint[field];
    if (isEncrypted(url) && !isEncrypted(to)) return [];
    return [{ field, setting: settingOf(field, endpoint[field]), from, to }];
  };
  if (!status?.problem) {
    const isRight = socket?.problem && derivedSocket && !derivedSocket.problem;
    return isRight ? change('wsUrl', derivedSocket.address) : [];
  }
  // Beside a socket that delivers, or may, the REST of another place is most likely another cluster's.
  const isOwn = (url: string): boolean =>
    socket?.problem !== undefined || hostOf(url) === hostOf(wsUrl.url);
  const answers = Object.values(e.others); // without the holes
  const right = answers.find(
    ({ problem, address }) => !problem && isOwn(address) && change('apiBase', address).length > 0,
  )?.address;
  if (right === undefined || apiBase.url === undefined || mayBeCastray(e)) return [];
  const changes = [...change('apiBase', right)];
  const isOfSameHost = hostOf(wsUrl.url) === hostOf(apiBase.url);
  if (wsUrl.url !== undefined && wsUrl.source !== 'derived' && (isOfSameHost || socket?.problem)) {
    const to = socketUrlOf(right);
    if (to !== wsUrl.url) changes.push(...change('wsUrl', to));
  }
  const isSwapped = right === fileServerUrl.url && files && !files.problem;
  if (isSwapped && isSomethingElse(e) && !isOtherService(e)) {
    changes.push(...change('fileServerUrl', apiBase.url));
  }
  return changes;
}

const isEncrypted = (url: string): boolean => /^(http|ws)s:/.test(url);
