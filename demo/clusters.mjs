/**
 * The clusters that the pages show: living ones, a capture that is played, or real services that
 * only the pages ask.
 *
 * @typedef {import('./options.mjs').StartOptions} StartOptions
 * @typedef {import('./pages-site.mjs').Cluster} Cluster
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onFreePort } from './ports.mjs';
import { makeDemoFolder } from './service/demo-folder.mjs';
import { startFileServer } from './service/file-server.mjs';
import { createService } from './service/index.mjs';

const CASTRAY_PORT = 8000;
const FILES_PORT = 8001;
const MEMORY_OF_THE_SECOND = 'used'; // as a repaired service

/**
 * @param {StartOptions} options
 * @param {(close: () => unknown) => void} later what to do at the end, the last first
 * @returns {Promise<{ clusters: Cluster[], file?: string, service?: import('./service/index.mjs').Service }>}
 *   `service`: the demo's own, behind the first cluster
 */
export async function openClusters(options, later) {
  if (options.mode === 'real') return { clusters: realClusters(options) };

  const picture = readFileSync(new URL('./route.png', import.meta.url));
  const folder = makeDemoFolder({ awkward: true, more: { 'route.png': picture } });
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
  // what is invented does not stand beside what was captured
  const second =
    replay === undefined &&
    (await start({ fleet: 'harbour', memory: MEMORY_OF_THE_SECOND, seed: seed + 1 }));

  const told = ({ apiBase, wsUrl }, name, memoryFigure) => ({
    name,
    apiBase,
    wsUrl,
    memoryFigure,
    fileServerUrl: files?.url,
    readableFilesUrl: readable?.url,
  });
  const file = replay && path.basename(replay);
  return {
    clusters: [
      told(first, file ?? 'Campus'),
      ...(second ? [told(second, 'Harbour', MEMORY_OF_THE_SECOND)] : []),
    ],
    file,
    service: first,
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
