/**
 * The demo's own CastRay: REST and WebSocket on one loopback port, in front of a cluster that lives or
 * a capture that is played. `npm start` runs it for people, the browser tests for themselves.
 *
 * @typedef {object} ServiceOptions
 * @property {number} [port] 0, the default: any that is free
 * @property {string | string[]} [replay] captures to play instead of a living cluster
 * @property {'campus' | 'harbour'} [fleet] which machines: `campus` (the default) or `harbour`
 * @property {number} [nodes] how many nodes, up to 10,000; otherwise the fleet's own
 * @property {number} [limit] at most so many are told; 100 where it is not given, as the real one
 * @property {'available' | 'used'} [memory] the share that is told; `used`: as a repaired service
 * @property {boolean} [churn] `false`: no node joins or dies
 * @property {number} [seed] the same seed, the same cluster
 * @property {number} [frameInterval] ms from frame to frame, 3000 where it is not given
 * @property {number} [pieceMs] ms that a transfer takes for a piece
 * @property {number} [pieceBytes] bytes of a piece, 1 MiB where it is not given
 * @property {import('./demo-folder.mjs').DemoFolder} [folder] its files; otherwise some of its own
 * @property {Record<string, string | Buffer>} [files] more of its files, name → content
 * @property {boolean | 'cors'} [fileServer] also a Python file server over the same files: `filesUrl`;
 *   `cors`: that lets pages read them
 *
 * @typedef {object} Service
 * @property {string} apiBase
 * @property {string} wsUrl
 * @property {string} [filesUrl]
 * @property {number} port
 * @property {import('./demo-folder.mjs').DemoFolder} folder its files
 * @property {(verb: string, payload?: unknown) => Promise<void>} control the verbs are in control.mjs
 * @property {() => import('./witness.mjs').Seen} seen
 * @property {() => Promise<void>} close
 */
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { createControl } from './control.mjs';
import { makeDemoFolder } from './demo-folder.mjs';
import { createFaults } from './faults.mjs';
import { startFileServer } from './file-server.mjs';
import { createFiles } from './files.mjs';
import { createHttp } from './http.mjs';
import { replaySource } from './replay.mjs';
import { createRest } from './rest.mjs';
import { createSockets } from './socket.mjs';
import { livingSource, pinnable } from './sources.mjs';
import { createTransfers } from './transfers.mjs';
import { createWitness } from './witness.mjs';

const HOST = '127.0.0.1';

/**
 * @param {ServiceOptions} [options]
 * @returns {Promise<Service>} rejects where the port is taken or a capture cannot be read
 */
export async function createService(options = {}) {
  const { frameInterval = 3000, replay, pieceMs, pieceBytes } = options;
  const source = pinnable(replay === undefined ? livingSource(options) : replaySource(replay));
  const folder =
    options.folder ?? makeDemoFolder({ awkward: !!options.files, more: options.files });
  const faults = createFaults();
  const witness = createWitness();
  const transfers = createTransfers({ pieceMs, pieceBytes });
  const files = createFiles(folder);
  const rest = createRest({ source, files, transfers, uploads: folder.uploads, arriving });
  const server = createHttp({ rest, faults, witness });
  const sockets = createSockets({ server, faults, witness, greeting });
  const connections = new Set();

  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });

  async function arriving(share) {
    if (faults.slowUpload > 0) await after(faults.slowUpload);
    if (faults.cutUpload === null || share < faults.cutUpload) return;
    faults.cutUpload = null;
    await down();
  }

  async function listen(port) {
    server.listen(port, HOST);
    await once(server, 'listening');
    return server.address().port;
  }

  async function down() {
    if (!server.listening) return;
    server.close();
    for (const connection of connections) connection.destroy();
    await once(server, 'close');
    transfers.forget();
  }

  let waiting = false;
  async function round() {
    if (waiting) return; // a loop that stands still does one round late, not all that it missed
    waiting = true;
    await faults.ready();
    waiting = false;
    if (!server.listening || faults.held) return;
    source.step();
    sockets.broadcast(source.frame());
  }

  /** While frames are held, a new socket gets only what the test has sent. */
  function greeting() {
    return faults.held && !source.isPinned() ? undefined : source.frame();
  }

  let port;
  let fileServer;
  let timer;

  async function up() {
    if (!server.listening) await listen(port);
  }

  async function close() {
    clearInterval(timer);
    faults.reset();
    await down();
    await fileServer?.close();
    if (!options.folder) folder.remove();
  }

  try {
    port = await listen(options.port ?? 0);
    if (options.fileServer) {
      const cors = options.fileServer === 'cors';
      fileServer = await startFileServer({ folder: folder.root, cors });
    }
    timer = setInterval(round, frameInterval);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    apiBase: `http://${HOST}:${port}`,
    wsUrl: `ws://${HOST}:${port}/ws`,
    filesUrl: fileServer?.url,
    folder,
    port,
    control: createControl({ source, faults, sockets, witness, transfers, round, down, up }),
    seen: () => witness.seen(),
    close,
  };
}
