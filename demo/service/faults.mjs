/**
 * What a test can break, and whether it is broken now. The service asks here before it does anything.
 *
 * @typedef {object} Override what a path answers instead
 * @property {number} [status] 200 where it is not given
 * @property {string} [contentType] JSON where it is not given
 * @property {unknown} [body] text as it is, anything else as JSON
 * @property {Record<string, string>} [headers]
 * @property {number} [delay] ms before the answer
 * @property {number} [drip] ms over which the body comes, piece by piece
 * @property {boolean} [cors] `false`: no CORS headers, as a file server
 * @property {number} [times] only so often, then as usual again
 */
import { setTimeout as after } from 'node:timers/promises';

const PIECES = 10;

export function createFaults() {
  /** @type {Map<string, Override>} */
  const overrides = new Map();
  let release;
  let gate = Promise.resolve();

  const faults = {
    /** Frames come only from the verb `frame`. */
    held: false,
    /** Sockets stay open, nothing comes on them. */
    silent: false,
    /** @type {number | 'never' | null} the HTTP status of a refused handshake */
    refusal: null,
    /** @type {number | null} the service goes down when this share of an upload is in, from 0 to 1 */
    cutUpload: null,
    /** @type {number} ms that every piece of an upload takes */
    slowUpload: 0,
    /** @type {string[] | null} a sign-in is needed: these tokens are good */
    tokens: null,

    overrides,

    /** Resolves when the event loop of the pretended service goes on. */
    async ready() {
      while (release) await gate;
    },
    stalled: () => release !== undefined,

    /** As a proxy with a sign-in decides: by the header, or for a socket by its subprotocols. */
    admits({ authorization = '', 'sec-websocket-protocol': protocols = '' }) {
      if (faults.tokens === null) return true;
      return faults.tokens.some(
        (token) =>
          authorization === `Bearer ${token}` || protocols.split(', ').includes(`bearer.${token}`),
      );
    },

    /** Nothing is answered for `ms`; `null`: until the next call. */
    stall(ms) {
      release?.();
      release = undefined;
      if (ms === 0) return;
      let timer;
      gate = new Promise((resolve) => {
        release = () => {
          clearTimeout(timer);
          release = undefined;
          resolve();
        };
      });
      if (ms !== null) timer = setTimeout(release, ms);
    },

    reset() {
      faults.stall(0);
      overrides.clear();
      Object.assign(faults, {
        held: false,
        silent: false,
        refusal: null,
        cutUpload: null,
        slowUpload: 0,
        tokens: null,
      });
    },

    /** Takes one use of the override of a path. @param {string} path */
    take(path) {
      const override = overrides.get(path);
      if (override?.times === undefined) return override;
      override.times -= 1;
      if (override.times <= 0) overrides.delete(path);
      return override;
    },
  };
  return faults;
}

/**
 * Answers with an override.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Override} override
 */
export async function answerWith(response, override) {
  const { status = 200, contentType = 'application/json', headers, delay = 0, drip = 0 } = override;
  if (delay > 0) await after(delay);
  const text = typeof override.body === 'string' ? override.body : JSON.stringify(override.body);
  const body = Buffer.from(text ?? '');
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': body.length,
    ...headers,
  });
  if (drip > 0) await dripInto(response, body, drip);
  response.end(drip > 0 ? undefined : body);
}

async function dripInto(response, body, ms) {
  const size = Math.max(1, Math.ceil(body.length / PIECES));
  for (let start = 0; start < body.length && !response.destroyed; start += size) {
    response.write(body.subarray(start, start + size));
    await after(ms / PIECES);
  }
}
