/** The service's WebSocket: a frame at once, then one a round; `ping` is answered by `pong`. */
import { WebSocketServer } from 'ws';
import { pathOf } from './witness.mjs';

const PONG_AFTER_MS = 50;

/**
 * @param {object} parts
 * @param {import('node:http').Server} parts.server
 * @param {ReturnType<typeof import('./faults.mjs').createFaults>} parts.faults
 * @param {ReturnType<typeof import('./witness.mjs').createWitness>} parts.witness
 * @param {() => string | undefined} parts.greeting what a new socket gets at once
 */
export function createSockets({ server, faults, witness, greeting }) {
  const sockets = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => {}); // a client that goes away during the handshake
    // any page can ask for anything: what nobody has thought of ends that connection, not the demo
    upgrade(request, connection, head).catch(() => connection.destroy());
  });

  async function upgrade(request, connection, head) {
    witness.handshake(request);
    if (faults.refusal === 'never') return;
    await faults.ready();
    if (connection.destroyed) return;
    const refusal = faults.refusal ?? (faults.admits(request.headers) ? null : 401);
    const status = pathOf(request) === '/ws' ? refusal : 403;
    if (status !== null) return refuse(connection, status);
    sockets.handleUpgrade(request, connection, head, welcome);
  }

  function refuse(connection, status) {
    witness.refused();
    connection.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  }

  function welcome(socket) {
    witness.opened();
    socket.on('close', witness.closed);
    socket.on('error', () => {}); // a frame of the client's that is too large, say: it is closed
    socket.on('message', (data, isBinary) => {
      if (!isBinary && String(data) === 'ping') answerPing(socket);
    });
    const text = greeting();
    if (text !== undefined) send(socket, text);
  }

  function answerPing(socket) {
    witness.pinged();
    if (faults.silent) return;
    setTimeout(async () => {
      await faults.ready();
      socket.send('pong', () => {});
    }, PONG_AFTER_MS).unref();
  }

  function send(socket, data) {
    if (faults.silent) return;
    socket.send(data, () => {});
    witness.sent();
  }

  return {
    /** Sends to every open socket. @param {string | Buffer} data */
    broadcast(data) {
      for (const socket of sockets.clients) if (socket.readyState === 1) send(socket, data);
    },
    /** Ends the TCP connections, without a word. */
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    /** @param {number} code @param {string} reason */
    close(code, reason) {
      for (const socket of sockets.clients) socket.close(code, reason);
    },
  };
}
