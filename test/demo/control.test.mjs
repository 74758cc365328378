// The verbs by which a browser test breaks the service: what a client of it then sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { getJson, isFrame, openSocket, refusedHandshake, startService } from './client.mjs';

const NODE = { id: 'a', nodeId: 'aaaa', name: 'M10', nodeIp: '127.0.0.1', status: 'active' };
const FRAME = { type: 'cluster_status', data: { nodes: [NODE], summary: { resources: {} } } };

test('frame: the exact text goes to every socket, and is the state from then on', async (t) => {
  const service = await startService(t);
  const sockets = [await openSocket(t, service), await openSocket(t, service)];
  const text = `${JSON.stringify(FRAME)}  `;
  await service.control('frame', text);
  for (const { message } of sockets) assert.equal(await message((each) => each === text), text);
  const { body } = await getJson(service, '/api/ray-dashboard');
  assert.deepEqual(body.data.nodes, [NODE]);
  assert.equal(body.data.result.result[0].resources_total.M10, 1);
  const late = await openSocket(t, service);
  assert.equal(await late.message(isFrame), text);
});

test('frame: what is no frame is sent, and changes nothing', async (t) => {
  const service = await startService(t, { nodes: 3 });
  const { message } = await openSocket(t, service);
  const cut = '{"type":"cluster_status","data":{"nodes":[NaN';
  await service.control('frame', cut);
  await message((text) => text === cut);
  assert.equal((await getJson(service, '/api/nodes/unified')).body.nodes.length, 3);
});

test('binary and oversize: frames that a page has to drop', async (t) => {
  const service = await startService(t);
  const { message } = await openSocket(t, service);
  await service.control('binary', Buffer.from([1, 2, 3]).toString('base64'));
  assert.deepEqual([...(await message((data) => data instanceof Buffer))], [1, 2, 3]);
  const bytes = 9 * 1024 ** 2;
  await service.control('oversize', { bytes });
  const large = await message((data) => data.length >= bytes);
  assert.equal(JSON.parse(large).type, 'cluster_status');
});

test('nodes: REST and frames follow; null gives the cluster back', async (t) => {
  const service = await startService(t, { churn: false });
  const { message, messages } = await openSocket(t, service);
  await message(isFrame);
  await service.control('nodes', [NODE, null, 'x']);
  const frame = JSON.parse(await message(isFrame, 1));
  assert.deepEqual(frame.data.nodes, [NODE, null, 'x']);
  assert.equal((await getJson(service, '/api/ray-dashboard')).body.data.summary.aliveNodes, 1);
  const records = [{ node_id: 'aaaa', resources_total: { Jetson: 1 } }];
  await service.control('nodes', { nodes: [NODE], records });
  assert.deepEqual((await getJson(service, '/api/ray-dashboard')).body.data.result.result, records);
  const before = messages.length;
  await service.control('nodes', null);
  assert.equal(JSON.parse(await message(isFrame, before)).data.nodes.length, 7);
});

test('hold: no frame by itself, not even the first; those of the test come', async (t) => {
  const service = await startService(t, { frameInterval: 10 });
  await service.control('hold');
  const { messages, message, send } = await openSocket(t, service);
  send('ping');
  await message((text) => text === 'pong'); // several rounds long
  assert.deepEqual(messages, ['pong']);
  await service.control('frame', FRAME);
  await message(isFrame);
  await service.control('reset');
  await message((text) => isFrame(text) && JSON.parse(text).data.nodes.length > 1);
});

test('drop and closeSockets: without a word, and with code and reason', async (t) => {
  const service = await startService(t);
  const first = await openSocket(t, service);
  await service.control('drop');
  assert.deepEqual(await first.closed, { code: 1006, reason: '' });
  const second = await openSocket(t, service);
  await service.control('closeSockets', { code: 4401, reason: 'sign in' });
  assert.deepEqual(await second.closed, { code: 4401, reason: 'sign in' });
  assert.equal(service.seen().handshakes, 2);
});

test('refuseUpgrade: an HTTP status at the handshake, until it is taken back', async (t) => {
  const service = await startService(t);
  await service.control('refuseUpgrade', { status: 401 });
  assert.equal(await refusedHandshake(service), 401);
  await service.control('refuseUpgrade', null);
  await openSocket(t, service);
  assert.equal(await refusedHandshake({ wsUrl: `${service.wsUrl}/other` }), 403);
  const { handshakes, refused, sockets } = service.seen();
  assert.deepEqual({ handshakes, refused, sockets }, { handshakes: 3, refused: 2, sockets: 1 });
});

test('refuseUpgrade never: the connection is taken and the handshake is not answered', async (t) => {
  const service = await startService(t);
  await service.control('refuseUpgrade', { status: 'never' });
  const attempt = openSocket(t, service);
  await assert.doesNotReject(getJson(service, '/api/status'));
  await service.control('down');
  await assert.rejects(attempt, /socket hang up|ECONNRESET/);
});

test('silent: the socket stays open, and neither frames nor pong come', async (t) => {
  const service = await startService(t, { frameInterval: 10 });
  const { messages, message, send, socket } = await openSocket(t, service);
  await message(isFrame);
  await service.control('silent');
  const before = messages.length;
  send('ping');
  while (service.seen().pings === 0) await getJson(service, '/api/status');
  assert.equal(socket.readyState, 1);
  await service.control('silent', false);
  await message(isFrame, before);
  send('ping');
  await message((text) => text === 'pong');
  assert.equal(service.seen().pings, 2);
  assert.equal(messages.filter((text) => text === 'pong').length, 1);
});

test('stall: nothing is answered for its time, and then everything, one round late', async (t) => {
  const service = await startService(t, { frameInterval: 20 });
  const { messages, message, send } = await openSocket(t, service);
  await message(isFrame);
  const begun = performance.now();
  const before = messages.length;
  await service.control('stall', { ms: 200 });
  send('ping');
  const after = async (answer) => {
    await answer;
    return performance.now() - begun;
  };
  const times = await Promise.all([
    after(getJson(service, '/api/status')),
    after(openSocket(t, service)),
    after(message((text) => text === 'pong')),
    after(message(isFrame, before)),
  ]);
  for (const time of times) assert.ok(time >= 195, `${times}`);
});

test('stall without end, until it is ended', async (t) => {
  const service = await startService(t);
  await service.control('stall', { ms: null });
  const answer = getJson(service, '/api/status');
  while (service.seen().requests['/api/status'] === undefined) await setImmediate();
  assert.equal(service.seen().paths['/api/status'].active, 1);
  await service.control('stall', { ms: 0 });
  assert.equal((await answer).status, 200);
});

test('down and up: refused, then there again on the same port, transfers forgotten', async (t) => {
  const service = await startService(t);
  const { closed } = await openSocket(t, service);
  await service.control('down');
  assert.equal((await closed).code, 1006);
  await assert.rejects(fetch(`${service.apiBase}/api/status`), /fetch failed/);
  await service.control('up');
  assert.equal((await getJson(service, '/api/file-transfer/list')).body.total, 0);
  await openSocket(t, service);
});

test('a handshake at a path that is no address is refused, and ends nothing', async (t) => {
  const service = await startService(t);
  for (const path of ['//', '//[', '/ws/?a//']) {
    const wsUrl = service.wsUrl.replace('/ws', path);
    assert.equal(await refusedHandshake({ wsUrl }), 403);
  }
  await openSocket(t, { wsUrl: `${service.wsUrl}?a=1` });
});

test('an unknown verb is said to be one', async (t) => {
  const service = await startService(t);
  await assert.rejects(service.control('explode'), /unknown verb explode/);
});
