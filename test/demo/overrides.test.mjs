// What a path can be made to answer instead, and what the service remembers of its clients.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getJson, openSocket, startService } from './client.mjs';

test('rest: the dashboard answers exactly what it is told, and as usual after null', async (t) => {
  const service = await startService(t);
  const url = `${service.apiBase}/api/ray-dashboard`;
  await service.control('rest', {
    status: 503,
    contentType: 'text/html',
    body: '<h1>no</h1>',
    headers: { 'retry-after': '7' },
  });
  const response = await fetch(url);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '7');
  assert.equal(response.headers.get('content-type'), 'text/html');
  assert.equal(await response.text(), '<h1>no</h1>');
  await service.control('rest', null);
  assert.equal((await fetch(url)).status, 200);
});

test('status: any path, for so many times', async (t) => {
  const service = await startService(t);
  await service.control('status', { path: '/api/status', status: 500, body: {}, times: 2 });
  const statuses = [];
  for (let call = 0; call < 3; call += 1)
    statuses.push((await getJson(service, '/api/status')).status);
  assert.deepEqual(statuses, [500, 500, 200]);
});

test('status: late, and in drips', async (t) => {
  const service = await startService(t);
  const body = { text: 'x'.repeat(1000) };
  await service.control('status', { path: '/api/status', body, delay: 60, drip: 100 });
  const begun = performance.now();
  const response = await fetch(`${service.apiBase}/api/status`);
  const headersAfter = performance.now() - begun;
  assert.deepEqual(await response.json(), body);
  assert.ok(headersAfter >= 55, `${headersAfter}`);
  assert.ok(performance.now() - begun >= 150);
});

test('CORS: the origin is echoed with credentials, on errors too, and not at all on request', async (t) => {
  const service = await startService(t);
  const init = { headers: { origin: 'http://page.test' } };
  for (const path of ['/api/ray-dashboard', '/api/nope']) {
    const { headers } = await getJson(service, path, init);
    assert.equal(headers.get('access-control-allow-origin'), 'http://page.test');
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
  }
  const preflight = await fetch(`${service.apiBase}/api/file-transfer/upload`, {
    method: 'OPTIONS',
    headers: {
      ...init.headers,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });
  assert.equal(preflight.status, 200);
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'authorization');
  await service.control('rest', { cors: false, status: 404, body: {} });
  const { headers } = await getJson(service, '/api/ray-dashboard', init);
  assert.equal(headers.get('access-control-allow-origin'), null);
});

test('seen: who asked, how often, with what, and how many at once', async (t) => {
  const service = await startService(t);
  await service.control('status', { path: '/api/files', body: {}, delay: 50 });
  const headers = { origin: 'http://page.test', authorization: 'Bearer x', cookie: 'a=b' };
  await Promise.all([
    getJson(service, '/api/files?one', { headers }),
    getJson(service, '/api/files?two', { headers }),
  ]);
  const { send, message } = await openSocket(t, service);
  send('ping');
  await message((text) => text === 'pong');
  const seen = service.seen();
  assert.deepEqual(seen.requests, { '/api/files': 2 });
  assert.deepEqual(seen.paths['/api/files'], {
    count: 2,
    methods: { GET: 2 },
    active: 0,
    maxActive: 2,
    origins: ['http://page.test'],
    cookies: ['a=b'],
    authorizations: ['Bearer x'],
    protocols: [],
  });
  assert.deepEqual(seen.paths['/ws'].origins, ['http://page.test']);
  assert.equal(seen.handshakeTimes.length, 1);
  const { sockets, maxSockets, handshakes, pings, framesSent } = seen;
  assert.deepEqual([sockets, maxSockets, handshakes, pings, framesSent], [1, 1, 1, 1, 1]);
  await service.control('forget');
  assert.deepEqual([service.seen().sockets, service.seen().handshakes], [1, 0]);
});
