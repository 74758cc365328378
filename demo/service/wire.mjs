/**
 * CastRay's words for a cluster, its faults included: the shapes of test/fixtures/captures, figure by
 * figure. A fault that is reproduced on purpose says so; the widgets have to survive each of them.
 *
 * @typedef {import('./cluster.mjs').ClusterNode} ClusterNode
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {Record<string, unknown>} WireNode one of `data.nodes`
 * @typedef {Record<string, unknown>} RayRecord one of `data.result.result`
 * @typedef {{ nodes: WireNode[], records: RayRecord[] }} View
 */

const GIB = 1024 ** 3;
const STANDARD = new Set(['CPU', 'GPU', 'memory', 'object_store_memory', 'Wired', 'Wireless']);
const ROUNDS_WITHOUT_USAGE = 1;
const ROUNDS_A_DEAD_NODE_KEEPS_ITS_USAGE = 2;

/**
 * What the service would say of these nodes now. Asked twice, it says it in two ways.
 *
 * @param {readonly ClusterNode[]} nodes
 * @param {Random} random
 * @param {object} options
 * @param {number} options.limit Ray's: the nodes after so many are left out without a word
 * @param {'available' | 'used'} options.memory which share `memory` is: fault, the available one
 * @returns {View}
 */
export function describe(nodes, random, { limit, memory }) {
  const usage = usageByAddress(nodes, memory);
  const shown = nodes.slice(0, limit);
  const records = shown.map((node) => rayRecord(node, random));
  return {
    records,
    nodes: shown.map((node, index) => wireNode(node, records[index], usage, random)),
  };
}

/** Fault: usage is looked up by address, so nodes that share one share the figures. */
function usageByAddress(nodes, share) {
  const known = ({ alive, rounds }) =>
    alive ? rounds >= ROUNDS_WITHOUT_USAGE : rounds <= ROUNDS_A_DEAD_NODE_KEEPS_ITS_USAGE;
  const byAge = nodes.filter(known).toSorted((a, b) => Number(a.alive) - Number(b.alive));
  return new Map(
    byAge.map(({ machine, cpu, memory, gpu }) => [
      machine.ip,
      {
        cpu: round(cpu, 1),
        memory: round(share === 'used' ? memory : 100 - memory, 1),
        gpu: round(gpu, 1),
        totalMemory: round(machine.memory / GIB, 1),
      },
    ]),
  );
}

/** Fault: what it does not know it makes up. */
function invented({ machine }, random) {
  return {
    cpu: round(random.between(20, 80), 1),
    memory: round(random.between(15, 75), 1),
    gpu: machine.gpus > 0 ? round(random.between(10, 90), 1) : 0,
    totalMemory: Math.round(raysMemory(machine) / GIB),
  };
}

function rayRecord({ id, machine, alive, message }, random) {
  const resources = {
    CPU: machine.cpus,
    memory: raysMemory(machine),
    object_store_memory: machine.head ? 157286400 : 104857600,
    [`node:${machine.ip}`]: 1,
    [machine.name]: 1,
    ...(machine.head && { 'node:__internal_head__': 1 }),
    ...(machine.gpus > 0 && { GPU: machine.gpus }),
    ...(machine.link && { [machine.link]: 1 }),
  };
  return {
    node_id: id,
    node_ip: machine.ip,
    is_head_node: machine.head,
    state: alive ? 'ALIVE' : 'DEAD',
    state_message: message,
    node_name: machine.ip,
    resources_total: Object.fromEntries(random.shuffled(Object.entries(resources))),
    labels: { 'ray.io/node-id': id },
  };
}

/** Ray leaves about a twentieth of the machine to others; bytes. */
function raysMemory({ memory }) {
  return Math.floor(memory * 0.95);
}

function wireNode(node, record, usageOf, random) {
  const { machine, alive, work } = node;
  const usage = usageOf.get(machine.ip) ?? invented(node, random);
  const name = firstCustomResource(record);
  return {
    id: node.id.slice(-8),
    name,
    fullName: `${name} (${machine.ip})`,
    nodeIp: machine.ip,
    nodeId: node.id,
    state: record.state,
    isHeadNode: machine.head,
    cpu: usage.cpu,
    memory: usage.memory,
    gpu: usage.gpu,
    tasks: taskLabels(usage, machine.head),
    status: alive ? 'active' : 'dead',
    stateMessage: node.message,
    connectionType: machine.link?.toLowerCase() ?? 'unknown',
    // fault: the head's own address is taken by CastRay, so asking it for its work often fails
    workStatus: machine.head && random.happens(0.5) ? 'unknown' : work,
    workStatusTimestamp: null,
    resources: {
      totalCpu: machine.cpus,
      totalMemory: usage.totalMemory,
      totalGpu: machine.gpus,
      objectStore: Math.round(record.resources_total.object_store_memory / GIB),
    },
  };
}

/** Fault: their order is random, and `node:IP` is one of them (not the head's, which CastRay knows). */
function firstCustomResource({ resources_total: resources, is_head_node: head }) {
  return Object.keys(resources).find(
    (key) => !STANDARD.has(key) && !(head && key.startsWith('node:')),
  );
}

/** Fault: words made of the figures, not tasks. */
function taskLabels({ cpu, memory, gpu }, head) {
  const labels = [
    cpu > 50 && 'CPU密集任务',
    memory > 60 && '内存密集任务',
    gpu > 40 && 'GPU计算任务',
    head && '集群管理',
  ].filter(Boolean);
  return labels.length > 0 ? labels : ['空闲'];
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
