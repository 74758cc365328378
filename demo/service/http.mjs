/** The service's HTTP server: CORS, overrides, then the routes of rest.mjs. */
import { createServer } from 'node:http';
import { answerWith } from './faults.mjs';

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('./rest.mjs').createRest>} parts.rest
 * @param {ReturnType<typeof import('./faults.mjs').createFaults>} parts.faults
 * @param {ReturnType<typeof import('./witness.mjs').createWitness>} parts.witness
 */
export function createHttp({ rest, faults, witness }) {
  async function answer(request, response) {
    witness.request(request, response);
    await faults.ready();
    const url = new URL(request.url, 'http://service');
    // what answers preflights stands before all routes, and before what breaks in them
    const isAsked = isPreflight(request) && faults.overrides.get(url.pathname)?.cors !== false;
    const override = isAsked ? undefined : faults.take(url.pathname);
    if (override?.cors !== false) allowOrigin(request, response);
    if (override) return answerWith(response, override);
    if (isPreflight(request)) return answerPreflight(request, response);
    if (!faults.admits(request.headers)) {
      // some services repeat what they refuse
      const detail = `未授权: ${request.headers.authorization}`;
      return answerWith(response, { status: 401, body: { detail } });
    }
    return answerWith(response, await rest(request, url));
  }

  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent || response.destroyed) return response.destroy();
      return answerWith(response, { status: 400, body: { detail: error.message } });
    });
  });
}

/** As CastRay: whoever asks is allowed, with credentials. */
function allowOrigin({ headers }, response) {
  if (headers.origin === undefined) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'Origin');
}

function isPreflight({ method, headers }) {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function answerPreflight({ headers }, response) {
  response.writeHead(200, {
    'content-type': 'text/plain; charset=utf-8',
    'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  });
  response.end('OK');
}
