/**
 * The envelopes around the nodes: the frame of /ws and the answers of REST.
 *
 * @typedef {import('./wire.mjs').View} View
 * @typedef {import('./wire.mjs').WireNode} WireNode
 */

const NOTHING = { total: 0, used: 0, available: 0 };
const NOTHING_IN_REST = { ...NOTHING, usagePercent: 0 };
const NOTHING_IN_GB = { ...NOTHING_IN_REST, totalGB: 0, usedGB: 0 };

/** What `/ws` sends; fault: its summary is all zeros. @param {readonly WireNode[]} nodes */
export function clusterFrame(nodes) {
  return {
    type: 'cluster_status',
    data: { nodes, summary: { resources: { cpu: NOTHING, memory: NOTHING, gpu: NOTHING } } },
  };
}

/**
 * What `GET /api/ray-dashboard` answers; faults: `result` is true whatever happened, resources are
 * zeros, `total` counts what was sent, and the timestamp has no zone.
 *
 * @param {View} view
 */
export function dashboardAnswer({ nodes, records }) {
  const count = (test) => nodes.filter((node) => isObject(node) && test(node)).length;
  const total = nodes.length;
  return {
    result: true,
    msg: '成功获取Ray集群信息',
    timestamp: localTime(),
    data: {
      result: { total, num_after_truncation: total, num_filtered: total, result: records },
      summary: {
        totalNodes: total,
        aliveNodes: count(({ status }) => status === 'active'),
        deadNodes: count(({ status }) => status === 'dead'),
        headNodes: count(({ isHeadNode }) => Boolean(isHeadNode)),
        resources: {
          cpu: NOTHING_IN_REST,
          memory: NOTHING_IN_GB,
          gpu: NOTHING_IN_REST,
          objectStore: NOTHING_IN_GB,
        },
      },
      nodes,
      dashboardUrl: 'http://127.0.0.1:8265',
    },
  };
}

/** `GET /` */
export function rootAnswer() {
  return { result: true, msg: 'CastRay service running', ts: localTime() };
}

/** `GET /api/status`; the service counts no nodes here even with a cluster behind it. */
export function statusAnswer() {
  return {
    total_nodes: 0,
    active_nodes: 0,
    node_statuses: [],
    ray_cluster: {},
    node_ports: {},
    service_ready: true,
    connect_history: [],
  };
}

/**
 * Ray's records for nodes of which only CastRay's words are known: a capture's frame, say.
 *
 * @param {readonly unknown[]} nodes
 * @param {ReadonlyMap<unknown, string>} [names] true names by node id, where they are known
 */
export function recordsFor(nodes, names = new Map()) {
  return nodes.filter(isObject).map((node) => {
    const { nodeId, nodeIp, connectionType, resources } = node;
    const name = names.get(nodeId) ?? node.name;
    const link = { wired: 'Wired', wireless: 'Wireless' }[connectionType];
    const { totalCpu = 0, totalMemory = 0, totalGpu = 0 } = isObject(resources) ? resources : {};
    return {
      node_id: nodeId,
      node_ip: nodeIp,
      is_head_node: node.isHeadNode,
      state: node.state,
      state_message: node.stateMessage ?? null,
      node_name: nodeIp,
      resources_total: {
        CPU: totalCpu,
        memory: totalMemory * 1024 ** 3,
        object_store_memory: 104857600,
        [`node:${nodeIp}`]: 1,
        ...(totalGpu > 0 && { GPU: totalGpu }),
        ...(link && { [link]: 1 }),
        ...(typeof name === 'string' && !name.startsWith('node:') && { [name]: 1 }),
      },
      labels: { 'ray.io/node-id': nodeId },
    };
  });
}

/** As Python's `datetime.now().isoformat()`: local, microseconds, no zone. */
function localTime() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return `${local.toISOString().slice(0, -1)}000`;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
