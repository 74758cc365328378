/**
 * The clusters that the pages show: living ones, a capture that is played, or real services that
 * only the pages ask.
 *
 * @typedef {import('./options.mjs').StartOptions} StartOptions
 * @typedef {import('./pages-site.mjs').Cluster} Cluster
 */
import path from 'node:path';
import { onFreePort } from './ports.mjs';
import { makeDemoFolder } from './service/demo-folder.mjs';
import { startFileServer } from './service/file-server.mjs';
import { createService } from './service/index.mjs';

const CASTRAY_PORT = 8000;
const FILES_PORT = 8001;

/**
 * @param {StartOptions} options
 * @param {(close: () => unknown) => void} later what to do at the end, the last first
 * @returns {Promise<{ clusters: Cluster[], file?: string, services: import('./service/index.mjs').Service[] }>}
 */
export async function openClusters(options, later) {
  if (options.mode === 'real') return { clusters: realClusters(options), services: [] };

  const folder = makeDemoFolder({ awkward: true });
  later(() => folder.remove());
  const start = async (serviceOptions) => {
    const service = await onFreePort(CASTRAY_PORT, (port) =>
      createService({ ...serviceOptions, port, folder }),
    );
    later(() => service.close());
    return service;
  };
  const seed = Date.now();
  const { replay } = options;
  const first = await start(replay === undefined ? { seed } : { replay });
  const files = await openFileServer(folder.root, later);
  const readable = files && (await openFileServer(folder.root, later, true));
  const second = await start({ fleet: 'harbour', memory: 'used', seed: seed + 1 });

  const told = ({ apiBase, wsUrl }, name) => ({
    name,
    apiBase,
    wsUrl,
    fileServerUrl: files?.url,
    readableFilesUrl: readable?.url,
  });
  return {
    clusters: [told(first, 'Campus'), told(second, 'Harbour')],
    file: replay && path.basename(replay),
    services: [first, second],
  };
}

/** The demo is worth showing without Python too: then nothing can be downloaded, and this is said. */
async function openFileServer(folder, later, cors = false) {
  try {
    const files = await onFreePort(FILES_PORT, (port) => startFileServer({ folder, port, cors }));
    later(() => files.close());
    return files;
  } catch (error) {
    console.error(`no file server: ${error.message}`);
    return undefined;
  }
}

function realClusters({ castray, files }) {
  return castray.map((apiBase, index) => ({
    name: new URL(apiBase).host,
    apiBase,
    wsUrl: `${apiBase.replace(/^http/, 'ws')}/ws`,
    fileServerUrl: index === 0 ? files : undefined,
  }));
}
