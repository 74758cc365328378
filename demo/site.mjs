/** Static files on loopback: the demo's pages, and the bundle from an origin of its own. */
import { once } from 'node:events';
import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const HOST = '127.0.0.1';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @param {object} options
 * @param {number} options.port
 * @param {Record<string, string>} options.mounts URL prefix → folder; the longest prefix that fits
 * @param {Record<string, () => string>} [options.generated] path → text made on request
 * @param {string} [options.notFound] the file that a 404 shows
 * @param {() => Record<string, string>} [options.headers] more headers of every answer
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serveFolders({ port, mounts, generated = {}, notFound, headers }) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);

  /** The file that a path means, links followed; `undefined` where it is in none of the folders. */
  async function fileFor(pathname) {
    const prefix = prefixes.find((each) => pathname.startsWith(each));
    if (prefix === undefined || pathname.includes('\0')) return undefined;
    const folder = await realpath(mounts[prefix]).catch(() => undefined);
    if (folder === undefined) return undefined;
    const below = pathname.slice(prefix.length) || 'index.html';
    const file = await realpath(path.join(folder, below)).catch(() => undefined);
    return file?.startsWith(folder + path.sep) ? file : undefined;
  }

  async function contentOf(pathname) {
    if (Object.hasOwn(generated, pathname))
      return { type: TYPES[path.extname(pathname)], body: generated[pathname]() };
    const file = await fileFor(pathname);
    const body = file && (await readFile(file).catch(() => undefined)); // a folder, say
    return body && { type: TYPES[path.extname(file)] ?? 'application/octet-stream', body };
  }

  async function answer({ method, url }, response) {
    const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    const send = (status, type, body) => {
      response.writeHead(status, { ...common, ...headers?.(), 'content-type': type });
      response.end(method === 'HEAD' ? undefined : body);
    };
    if (!['GET', 'HEAD'].includes(method)) return send(405, TYPES['.txt'], 'only GET and HEAD\n');
    const pathname = decoded(url);
    if (pathname === undefined) return send(400, TYPES['.txt'], 'no such address\n');
    const found = await contentOf(pathname);
    if (found) return send(200, found.type, found.body);
    if (!notFound) return send(404, TYPES['.txt'], 'not here\n');
    return send(404, TYPES['.html'], await readFile(notFound));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    origin: `http://${HOST}:${server.address().port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The path, decoded once; as it came, so that `..` is not resolved before it is checked. */
function decoded(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
}
