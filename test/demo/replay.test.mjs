// A capture that is played is played as it was.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createService } from '../../demo/service/index.mjs';
import { getJson, isFrame, openSocket, startService } from './client.mjs';

const pathOf = (name) => fileURLToPath(new URL(`../fixtures/captures/${name}`, import.meta.url));
const FRAMES = pathOf('ws-node-joins-under-load.ndjson');
const ANSWER = pathOf('ray-dashboard-one-dead.json');

test('frames come byte by byte, in order, and from the first again; pong lines are left out', async (t) => {
  const service = await startService(t, { replay: FRAMES });
  const lines = readFileSync(FRAMES, 'utf8').split('\n').filter(isFrame);
  const { messages, message } = await openSocket(t, service);
  await message(isFrame);
  while (service.seen().framesSent <= lines.length) await service.control('step');
  await message(() => messages.length === lines.length + 1);
  assert.deepEqual(messages, [...lines, lines[0]]);
});

test('REST says what the last frame said, with the true name where one frame tells it', async (t) => {
  const service = await startService(t, { replay: FRAMES });
  await service.control('step');
  const { message } = await openSocket(t, service);
  const frame = JSON.parse(await message(isFrame));
  const { data } = (await getJson(service, '/api/ray-dashboard')).body;
  assert.deepEqual(data.nodes, frame.data.nodes);
  const hidden = data.nodes.find(({ name }) => name.startsWith('node:'));
  const record = data.result.result.find(({ node_id: id }) => id === hidden.nodeId);
  assert.ok(Object.keys(record.resources_total).some((key) => /^(UAV|Jetson|M)/.test(key)));
});

test('an answer of REST alone is answered as it is, and is the frame too', async (t) => {
  const service = await startService(t, { replay: ANSWER });
  const captured = JSON.parse(readFileSync(ANSWER, 'utf8'));
  assert.deepEqual((await getJson(service, '/api/ray-dashboard')).body, captured);
  const { message } = await openSocket(t, service);
  assert.deepEqual(JSON.parse(await message(isFrame)).data.nodes, captured.data.nodes);
});

test('nodes without a name, and what is no node, are played as they are', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'castray-replay-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'odd.ndjson');
  const nodes = [{ nodeId: 'a' }, { nodeId: 'b', name: 7 }, null];
  writeFileSync(file, JSON.stringify({ type: 'cluster_status', data: { nodes } }));
  const service = await startService(t, { replay: file });
  const { data } = (await getJson(service, '/api/ray-dashboard')).body;
  assert.deepEqual(data.nodes, nodes);
});

test('a file that is absent or no capture is refused in plain words', async () => {
  await assert.rejects(
    createService({ replay: '/nowhere.ndjson' }),
    /nowhere.ndjson cannot be read/,
  );
  const noCapture = pathOf('http-server-listing.html');
  await assert.rejects(createService({ replay: noCapture }), /neither frames .* nor an answer/);
});
