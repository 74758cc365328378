// A static server for the pages of a case: files of demo/ and dist/, and pages written in the test.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SERVED = ['demo', 'dist'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const typeOf = (pathname, other = TYPES['.html']) => TYPES[path.extname(pathname)] ?? other;

export async function serveSite({ pages, csp, type = typeOf }) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    response.setHeader('access-control-allow-origin', '*');
    if (csp) response.setHeader('content-security-policy', csp);
    response.setHeader('cache-control', 'no-store');
    if (Object.hasOwn(pages, pathname)) {
      response.setHeader('content-type', type(pathname)).end(pages[pathname]);
      return;
    }
    try {
      const content = await readFile(fileFor(pathname));
      response.setHeader('content-type', typeOf(pathname, 'application/octet-stream')).end(content);
    } catch {
      // a browser asks for an icon by itself: no answer of 404 in the page's console
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function fileFor(pathname) {
  const relative = path.normalize(decodeURIComponent(pathname)).replace(/^\/+/, '');
  if (!SERVED.includes(relative.split('/')[0])) throw new Error('not served');
  return path.join(ROOT, relative);
}
