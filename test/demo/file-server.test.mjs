// The real Python file server, as the real installation has it on port 8001.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { makeDemoFolder } from '../../demo/service/demo-folder.mjs';
import { startFileServer } from '../../demo/service/file-server.mjs';
import { refusedHandshake, startService } from './client.mjs';

test('it answers what a wrong port answers: HTML 404 and 501, no CORS, no upgrade', async (t) => {
  const { filesUrl } = await startService(t, { fileServer: true });
  const headers = { origin: 'http://page.test' };
  const wrong = await fetch(`${filesUrl}/api/ray-dashboard`, { headers });
  assert.equal(wrong.status, 404);
  assert.match(wrong.headers.get('content-type'), /^text\/html/);
  assert.equal(wrong.headers.get('access-control-allow-origin'), null);
  const preflight = await fetch(`${filesUrl}/api/ray-dashboard`, { method: 'OPTIONS', headers });
  assert.equal(preflight.status, 501);
  assert.equal(await refusedHandshake({ wsUrl: `${filesUrl.replace('http', 'ws')}/ws` }), 404);
});

test('what CastRay lists can be downloaded below demo_files/', async (t) => {
  const { apiBase, filesUrl } = await startService(t, { fileServer: true });
  const { files } = await (await fetch(`${apiBase}/api/files`)).json();
  for (const { name, size } of files) {
    const response = await fetch(`${filesUrl}/demo_files/${encodeURIComponent(name)}`);
    assert.equal((await response.arrayBuffer()).byteLength, size, name);
  }
  const order = await (await fetch(`${filesUrl}/demo_files/flight.com`)).json();
  assert.deepEqual(Object.keys(order), ['from', 'to']);
  assert.deepEqual(Object.keys(order.from), ['name', 'x', 'y', 'z']);
  const lines = await (await fetch(`${filesUrl}/demo_files/flight-lines.com`)).text();
  assert.match(lines, /^FROM: \S+ .*\nTO: \S+ .*\n$/);
});

test('a port that is taken is said to be, and the end is the end', async (t) => {
  const folder = makeDemoFolder();
  t.after(() => folder.remove());
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address();
  const options = { folder: folder.root, port };
  await assert.rejects(startFileServer(options), { code: 'EADDRINUSE' });
  taken.close();
  await once(taken, 'close');
  const server = await startFileServer(options);
  assert.equal((await fetch(server.url)).status, 200);
  await server.close();
  await assert.rejects(fetch(server.url), /fetch failed/);
});
