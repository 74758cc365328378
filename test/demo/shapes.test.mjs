// The service speaks as the captures do: the same keys in the same order, values of the same type.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getJson, isFrame, openSocket, startService } from './client.mjs';

const capture = (name) =>
  readFileSync(new URL(`../fixtures/captures/${name}`, import.meta.url), 'utf8');

/** Every path to a value and its type; elements of a list count as one. */
function shapeOf(value, path = '$', shape = new Map()) {
  const add = (type) => shape.set(path, new Set([...(shape.get(path) ?? []), type]));
  if (Array.isArray(value)) {
    add('list');
    for (const each of value) shapeOf(each, `${path}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    add('object');
    for (const [key, each] of Object.entries(value)) shapeOf(each, `${path}.${key}`, shape);
  } else add(value === null ? 'null' : typeof value);
  return shape;
}

/** Ray's resources and labels are keyed by name and address: their keys are compared apart. */
function withoutResources(answer) {
  const text = JSON.stringify(answer, (key, value) =>
    ['resources_total'].includes(key) ? Object.keys(value).length > 4 : value,
  );
  return JSON.parse(text);
}

function assertSameShape(actual, expected) {
  assert.deepEqual([...actual.keys()].sort(), [...expected.keys()].sort());
  for (const [path, types] of actual)
    for (const type of types)
      assert.ok(expected.get(path).has(type), `${path} is ${type}, not ${[...expected.get(path)]}`);
}

test('REST answers in the shape of the captures, with a dead node and one that joined', async (t) => {
  const service = await startService(t);
  for (let round = 0; round < 40; round += 1) await service.control('step');
  const { body } = await getJson(service, '/api/ray-dashboard');
  assert.ok(body.data.nodes.some(({ status }) => status === 'dead'));
  const expected = JSON.parse(capture('ray-dashboard-node-joined.json'));
  assertSameShape(shapeOf(withoutResources(body)), shapeOf(withoutResources(expected)));
  assert.deepEqual(Object.keys(body.data.nodes[0]), Object.keys(expected.data.nodes[0]));
  assert.match(body.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
});

test('a frame has the shape of the captures, and no more than they have', async (t) => {
  const service = await startService(t);
  for (let round = 0; round < 40; round += 1) await service.control('step');
  const { message } = await openSocket(t, service);
  const frame = JSON.parse(await message(isFrame));
  const expected = capture('ws-node-joins-under-load.ndjson')
    .split('\n')
    .filter(isFrame)
    .map((line) => JSON.parse(line));
  const shape = new Map();
  for (const each of expected) shapeOf(each, '$', shape);
  assertSameShape(shapeOf(frame), shape);
});

test('Ray’s records keep the keys that the captures have, by the names of ours', async (t) => {
  const service = await startService(t, { churn: false });
  const { body } = await getJson(service, '/api/ray-dashboard');
  const jetson = body.data.result.result.find(({ node_ip: ip }) => ip === '127.0.0.4');
  assert.deepEqual(Object.keys(jetson.resources_total).sort(), [
    'CPU',
    'GPU',
    'Jetson',
    'Wireless',
    'memory',
    'node:127.0.0.4',
    'object_store_memory',
  ]);
  const head = body.data.result.result.find((record) => record.is_head_node);
  assert.ok('node:__internal_head__' in head.resources_total);
});

test('/api/nodes/unified has the same nodes as the dashboard', async (t) => {
  const service = await startService(t);
  const { body } = await getJson(service, '/api/nodes/unified');
  const { nodes } = JSON.parse(capture('ray-dashboard-healthy.json')).data;
  assert.deepEqual(Object.keys(body), ['nodes']);
  assert.deepEqual(Object.keys(body.nodes[0]), Object.keys(nodes[0]));
});
