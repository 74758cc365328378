/**
 * The site of the demo's pages, with what they need to know: /demo-config.js sets
 * `window.castrayDemo`.
 *
 * @typedef {object} Cluster
 * @property {string} name
 * @property {string} apiBase
 * @property {string} wsUrl
 * @property {string} [fileServerUrl] Python's own
 * @property {string} [readableFilesUrl] the same files, where pages may read them
 * @property {'used'} [memoryFigure] which share its `memory` is, where not the available one
 *
 * @typedef {object} DemoConfig
 * @property {'live' | 'replay' | 'real'} mode
 * @property {string} apiBase of the first cluster, as are the next two
 * @property {string} wsUrl
 * @property {string} [fileServerUrl]
 * @property {string} [file] the name of the capture that is played
 * @property {string} bundleOrigin where the third-party page has the bundle from
 * @property {Cluster[]} clusters one, or two
 */
import { fileURLToPath } from 'node:url';
import { serveFolders } from './site.mjs';

const PAGES = fileURLToPath(new URL('./pages', import.meta.url));
export const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * @param {number} port
 * @param {DemoConfig} config
 */
export function servePages(port, config) {
  return serveFolders({
    port,
    mounts: { '/': PAGES, '/dist/': DIST },
    generated: { '/demo-config.js': () => configScript(config) },
    notFound: `${PAGES}/404.html`,
    headers: () => ({ 'content-security-policy': policy(config) }),
  });
}

/** Only the bundle, for pages of any origin. @param {number} port */
export function serveBundle(port) {
  return serveFolders({
    port,
    mounts: { '/': DIST },
    headers: () => ({ 'access-control-allow-origin': '*' }),
  });
}

function configScript(config) {
  // `<` could end a script element, should anyone put this text into one
  return `window.castrayDemo = ${JSON.stringify(config, null, 2).replaceAll('<', '\\u003c')};\n`;
}

/** As strict as a careful page's: the widgets have to work under it. */
function policy({ clusters, bundleOrigin }) {
  const services = clusters.flatMap(
    ({ apiBase, wsUrl, fileServerUrl = bundleOrigin, readableFilesUrl = fileServerUrl }) =>
      // on the misconfigured page, the file server is taken for CastRay
      [apiBase, wsUrl, fileServerUrl, fileServerUrl.replace(/^http/, 'ws'), readableFilesUrl].map(
        originOf,
      ),
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${bundleOrigin}`,
    "style-src 'self'",
    "img-src 'self' data:", // previews of pictures
    `connect-src ${[...new Set(services)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** A policy cannot name an IPv6 address: there all of that protocol is allowed. */
function originOf(address) {
  const { protocol, host } = new URL(address);
  return host.startsWith('[') ? protocol : `${protocol}//${host}`;
}
