// What the real service gets wrong, this one gets wrong too: the numbers are those of the list in
// docs (CastRay's faults).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getJson, startService } from './client.mjs';

async function rounds(service, count) {
  const seen = [];
  for (let round = 0; round < count; round += 1) {
    await service.control('step');
    const { body } = await getJson(service, '/api/ray-dashboard');
    seen.push(body.data);
  }
  return seen;
}

const valuesOf = (history, test, key) =>
  new Set(history.flatMap(({ nodes }) => nodes.filter(test).map((node) => node[key])));

test('1: a name flips to node:IP and back; the head’s does not', async (t) => {
  const service = await startService(t, { churn: false });
  const history = await rounds(service, 20);
  const names = valuesOf(history, ({ nodeIp }) => nodeIp === '127.0.0.4', 'name');
  assert.deepEqual([...names].sort(), ['Jetson', 'node:127.0.0.4']);
  const heads = valuesOf(history, ({ isHeadNode }) => isHeadNode, 'name');
  assert.deepEqual([...heads], ['M10']);
});

test('2: a dead node has moving usage, a reason, and is dropped from the list at last', async (t) => {
  const service = await startService(t);
  const history = await rounds(service, 130);
  const [first] = valuesOf(history, ({ state }) => state === 'DEAD', 'nodeId');
  const isFirst = ({ nodeId, state }) => nodeId === first && state === 'DEAD';
  assert.ok(valuesOf(history, isFirst, 'cpu').size > 5);
  const [reason] = valuesOf(history, isFirst, 'stateMessage');
  assert.match(reason, /termination/);
  assert.ok(!history.at(-1).nodes.some(({ nodeId }) => nodeId === first));
});

test('3, 4: the summary is all zeros, and memory is the available share', async (t) => {
  const available = await startService(t, { churn: false });
  const used = await startService(t, { churn: false, memory: 'used' });
  const [a, b] = [await rounds(available, 1), await rounds(used, 1)];
  assert.deepEqual(a[0].summary.resources.cpu, {
    total: 0,
    used: 0,
    available: 0,
    usagePercent: 0,
  });
  const sums = a[0].nodes.map(({ memory }, index) => memory + b[0].nodes[index].memory);
  for (const sum of sums) assert.ok(Math.abs(sum - 100) < 0.11, `${sum}`);
});

test('6: of a large cluster the first hundred come, without a word; all where asked for', async (t) => {
  const cut = await startService(t, { nodes: 250 });
  const whole = await startService(t, { nodes: 10_000, limit: Infinity });
  const { body } = await getJson(cut, '/api/ray-dashboard');
  assert.equal(body.data.nodes.length, 100);
  assert.equal(body.data.result.total, 100);
  const ids = (await getJson(whole, '/api/nodes/unified')).body.nodes.map(({ nodeId }) => nodeId);
  assert.equal(new Set(ids).size, 10_000);
});

test('11: id is the end of nodeId, and in a large cluster nodes share an address', async (t) => {
  const service = await startService(t, { nodes: 60 });
  const [{ nodes }] = await rounds(service, 1);
  for (const { id, nodeId } of nodes) assert.equal(id, nodeId.slice(-8));
  assert.ok(new Set(nodes.map(({ nodeIp }) => nodeIp)).size < nodes.length);
});

test('a machine that comes back is a new node, beside the dead one', async (t) => {
  const service = await startService(t);
  const history = await rounds(service, 130);
  const both = history.some(({ nodes }) => {
    const uav = nodes.filter(({ nodeIp }) => nodeIp === '127.0.0.5');
    return new Set(uav.map(({ state }) => state)).size === 2;
  });
  assert.ok(both);
});

test('load moves smoothly: from round to round, never by a third of the scale', async (t) => {
  const service = await startService(t, { churn: false });
  const history = await rounds(service, 60);
  const jetson = history.map(({ nodes }) => nodes.find(({ nodeIp }) => nodeIp === '127.0.0.4').cpu);
  const jumps = jetson.slice(1).map((cpu, index) => Math.abs(cpu - jetson[index]));
  assert.ok(Math.max(...jumps) < 33, `${Math.max(...jumps)}`);
  assert.ok(Math.max(...jetson) - Math.min(...jetson) > 10);
});

test('the same seed lives the same life, another one another', async (t) => {
  const [a, b, c] = [
    await startService(t, { seed: 7 }),
    await startService(t, { seed: 7 }),
    await startService(t, { seed: 8 }),
  ];
  // asking one of them more often must not change its fate
  await getJson(a, '/api/ray-dashboard');
  const ids = async (service) =>
    (await rounds(service, 30)).at(-1).nodes.map(({ nodeId }) => nodeId);
  const [first, second, third] = [await ids(a), await ids(b), await ids(c)];
  assert.deepEqual(first, second);
  assert.notDeepEqual(first, third);
});
