import type { Access } from './access.js';
import type { Clock } from './clock.js';
import { httpRefusal } from './http-refusal.js';
import { makeProblem, type ProblemCode, type ProblemDetails } from './problem.js';
import type { RestResult } from './rest-client.js';

/** CastRay answers an upload in a few hundred characters; more than so many bytes are not waited for. */
const MAX_ANSWER = 65_536;

/** One file on its way to CastRay. */
export interface UploadRequest {
  /** Absolute, without trailing slash. */
  readonly apiBase: string;
  readonly file: Blob;
  readonly name: string;
  readonly targetNode: string;
  readonly targetPath: string;
  readonly clock: Clock;
  readonly access: Access;
  readonly signal: AbortSignal;
  /** Told how many bytes of the file have left, at every sign of life, the answer's too. */
  readonly progress: (sent: number) => void;
}

/** Sends a file. Never rejects; aborted, it ends as `unreachable`. */
export type Upload = (request: UploadRequest) => Promise<RestResult>;

/** Sends it once more with a new token where the last one is refused: a 401 has stored nothing. */
export const upload: Upload = async (request) => {
  const { access, signal } = request;
  const token = await access.token();
  const result = await send(request, token);
  if (result.ok || result.problem.status !== 401 || signal.aborted) return result;
  const renewed = await access.renew(token);
  return renewed === undefined ? result : send(request, renewed);
};

/** By XMLHttpRequest, since `fetch` does not tell how much has been sent. The browser streams the file. */
function send(request: UploadRequest, token: string | undefined): Promise<RestResult> {
  const { apiBase, file, name, targetNode, targetPath, clock, access, signal, progress } = request;
  const address = `${apiBase}/api/file-transfer/upload`;
  const form = new FormData();
  form.append('target_node', targetNode);
  form.append('target_path', targetPath);
  form.append('file', file, name);
  const requestedAt = clock.now();
  return new Promise((done) => {
    const xhr = new XMLHttpRequest();
    const failed = (code: ProblemCode, details?: ProblemDetails): void => {
      done({ ok: false, problem: makeProblem(code, address, clock.now(), details) });
    };
    const broken = (): void => {
      failed('unreachable');
    };
    const isGood = (): boolean => xhr.status >= 200 && xhr.status < 300;
    const refused = (text: string): void => {
      failed(...httpRefusal(xhr.status, xhr.getResponseHeader('content-type'), text));
    };
    let sent = 0;
    // The form is some bytes longer than the file.
    xhr.upload.onprogress = ({ loaded, total }) => {
      progress((sent = Math.max(0, file.size - (total - loaded))));
    };
    // An answer may come before all has left: a proxy's, that found nobody to hand it to.
    xhr.onprogress = ({ loaded }) => {
      progress(sent);
      if (loaded <= MAX_ANSWER) return;
      if (isGood()) failed('too-large');
      else refused('');
      xhr.abort();
    };
    xhr.onload = () => {
      const text = access.hide(xhr.responseText);
      if (isGood()) done({ ok: true, text, address, requestedAt, receivedAt: clock.now() });
      else refused(text);
    };
    xhr.onerror = broken;
    xhr.onabort = broken;
    signal.addEventListener('abort', () => xhr.abort());
    try {
      xhr.open('POST', address);
      xhr.withCredentials = access.credentials === 'include';
      if (token !== undefined) xhr.setRequestHeader('authorization', `Bearer ${token}`);
      if (signal.aborted) broken();
      else xhr.send(form);
    } catch {
      broken();
    }
  });
}
