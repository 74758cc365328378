/**
 * `npm start`: a CastRay service of the demo's own, a file server, and pages that show the widgets.
 * See USAGE in options.mjs; everything listens on 127.0.0.1, and Ctrl-C ends all of it.
 */
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

async function start(options) {
  const { clusters, file, services } = await openClusters(options, later);
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
  if (services.length > 0) takeOrders(services[0], later);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await start(options);
} catch (error) {
  await fail(error);
}
