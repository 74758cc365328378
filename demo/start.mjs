/**
 * `npm start`: a CastRay service of the demo's own, a file server, and pages that show the widgets.
 * See USAGE in options.mjs; everything listens on 127.0.0.1, and Ctrl-C ends all of it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { openClusters } from './clusters.mjs';
import { UsageError, USAGE, readOptions } from './options.mjs';
import { DIST, serveBundle, servePages } from './pages-site.mjs';
import { onFreePort } from './ports.mjs';
import { takeOrders } from './orders.mjs';
import { CaptureError } from './service/replay.mjs';
import { tellWhatRuns } from './tell.mjs';

const closers = [];
const later = (close) => closers.unshift(close);
let ending;

async function end(code) {
  if (ending) return;
  ending = true;
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      console.error(error.message);
    }
  }
  process.exit(code);
}

function fail(error) {
  const isUsage = error instanceof UsageError || error instanceof CaptureError;
  console.error(isUsage ? `${error.message}\n${USAGE}` : `could not start: ${error.message}`);
  return end(isUsage ? 2 : 1);
}

/** After the flags and the capture were read: what is wrong with them is told without waiting for it. */
async function build() {
  const child = spawn('npm run build', { shell: true, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('the build failed');
}

async function start(options) {
  const { clusters, file, service } = await openClusters(options, later);
  if (options.build) await build();
  const bundle = await onFreePort(options.port + 1, serveBundle);
  later(() => bundle.close());
  const { apiBase, wsUrl, fileServerUrl } = clusters[0];
  const { mode } = options;
  const config = {
    mode,
    apiBase,
    wsUrl,
    fileServerUrl,
    file,
    bundleOrigin: bundle.origin,
    clusters,
  };
  const pages = await onFreePort(options.port, (port) => servePages(port, config));
  later(() => pages.close());
  tellWhatRuns({ origin: pages.origin, config, built: existsSync(DIST) });
  if (service) takeOrders(service, later);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await start(options);
} catch (error) {
  await fail(error);
}
