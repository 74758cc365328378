// What the tests of the demo's service look at it with: a service that ends with its test, and a
// WebSocket that remembers what came.
import { once } from 'node:events';
import WebSocket from 'ws';
import { createService } from '../../demo/service/index.mjs';

/** No frames by themselves, unless a test asks for them. */
const QUIET = { frameInterval: 3_600_000 };

export async function startService(context, options = {}) {
  const service = await createService({ ...QUIET, ...options });
  context.after(() => service.close());
  return service;
}

/** A socket; `messages` are the texts (or buffers) that came so far. */
export async function openSocket(context, { wsUrl }) {
  const socket = new WebSocket(wsUrl, { origin: 'http://page.test' });
  const messages = [];
  const waiting = new Set();
  socket.on('message', (data, isBinary) => {
    messages.push(isBinary ? data : String(data));
    for (const check of waiting) check();
  });
  context.after(() => socket.terminate());
  const closed = new Promise((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: `${reason}` }));
  });
  await once(socket, 'open');

  /** The first message, from the `from`th on, that passes. */
  const message = (test, from = 0) =>
    new Promise((resolve) => {
      const check = () => {
        const found = messages.slice(from).find(test);
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  return { socket, messages, message, closed, send: (text) => socket.send(text) };
}

/** How a handshake that is refused ends. */
export async function refusedHandshake({ wsUrl }) {
  const socket = new WebSocket(wsUrl);
  const [, response] = await once(socket, 'unexpected-response');
  socket.on('error', () => {});
  socket.terminate();
  return response.statusCode;
}

export async function getJson({ apiBase }, path, init) {
  const response = await fetch(apiBase + path, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const isFrame = (text) => text.startsWith('{"type":"cluster_status"');
