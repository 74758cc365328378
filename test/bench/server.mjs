// One loopback port for the bench: the two pages, the bundle, and a socket for each page on which
// frames are sent when the bench says so.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import { floorPage, oursPage } from './pages.mjs';

const SCRIPTS = {
  '/probe.js': 'probe.js',
  '/floor.js': 'floor.js',
  '/castray-widgets.js': '../../dist/castray-widgets.js',
  '/castray-worker.js': '../../dist/castray-worker.js',
};

export async function startServer() {
  /** By the socket's path: who listens, and what a newcomer gets. */
  const tabs = new Map();
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bench');
    const page = { '/ours': oursPage, '/floor': floorPage }[pathname];
    if (page) return send(response, 'text/html; charset=utf-8', page(searchParams));
    const script = SCRIPTS[pathname];
    if (!script) return response.writeHead(204).end();
    send(response, 'text/javascript', await readFile(new URL(script, import.meta.url)));
  });
  server.on('upgrade', (request, connection, head) => {
    sockets.handleUpgrade(request, connection, head, (socket) => {
      const tab = tabs.get(request.url) ?? {};
      tabs.set(request.url, { ...tab, socket });
      socket.on('message', (data) => String(data) === 'ping' && socket.send('pong'));
      socket.on('error', () => {});
      if (tab.greeting) socket.send(tab.greeting, { binary: false });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What the page whose socket has this path gets when it connects. */
    greet: (path, greeting) => tabs.set(path, { ...tabs.get(path), greeting }),
    send: (path, frame) => tabs.get(path).socket.send(frame, { binary: false }),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As a server of a real page sends it: compressed. */
function send(response, type, content) {
  response
    .writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
    .end(gzipSync(content));
}
