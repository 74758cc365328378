/**
 * A Ray cluster that lives: load moves smoothly, machines go away and come back as new nodes. What is
 * true of it stands here; what CastRay makes of that is in wire.mjs.
 *
 * @typedef {import('./fleet.mjs').Machine} Machine
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} ClusterNode
 * @property {string} id Ray's: 56 hex digits, new with every start of the machine
 * @property {Machine} machine
 * @property {boolean} alive
 * @property {string | null} message why it died
 * @property {number} cpu percent in use
 * @property {number} memory percent in use
 * @property {number} gpu percent in use, 0 without one
 * @property {'idle' | 'detecting' | 'sending'} work
 * @property {number} rounds since it joined, or since it died
 */

const DEATHS = [
  'Expected termination: received SIGTERM',
  'Unexpected termination: health check failed due to missing too many heartbeats',
];
const ROUNDS_A_DEAD_NODE_IS_LISTED = 40;

/**
 * @param {{ fleet: readonly Machine[], random: Random, churn?: boolean }} options `churn: false`:
 *   nobody joins or dies
 */
export function createCluster({ fleet, random, churn = true }) {
  /** @type {ClusterNode[]} */
  let nodes = [];
  const berths = fleet.map((machine) => ({
    machine,
    node: machine.late && churn ? undefined : start(machine),
    left: Math.round(machine.late ? random.between(5, 15) : random.between(25, 60)),
  }));

  function start(machine) {
    const node = {
      id: random.hex(56),
      machine,
      alive: true,
      message: null,
      cpu: random.between(3, 25),
      memory: random.between(8, 40),
      gpu: machine.gpus > 0 ? random.between(0, 20) : 0,
      work: 'idle',
      rounds: 0,
      goals: { cpu: random.between(5, 60), memory: random.between(8, 55), gpu: 30 },
    };
    nodes.push(node);
    return node;
  }

  function comeOrGo(berth) {
    berth.left -= 1;
    if (berth.left > 0) return;
    if (berth.node) {
      Object.assign(berth.node, { alive: false, message: random.pick(DEATHS), rounds: 0 });
      berth.node = undefined;
      berth.left = Math.round(random.between(8, 20));
    } else {
      berth.node = start(berth.machine);
      berth.left = Math.round(random.between(25, 60));
    }
  }

  function live(node) {
    if (random.happens(0.08)) {
      const busy = random.happens(0.35);
      node.goals.cpu = busy ? random.between(60, 100) : random.between(3, 40);
      node.goals.memory = random.between(8, busy ? 92 : 50);
      node.goals.gpu = busy ? random.between(40, 100) : random.between(0, 15);
      node.work = busy ? random.pick(['detecting', 'sending']) : 'idle';
    }
    node.cpu = nearer(node.cpu, node.goals.cpu, 0.3, random.between(-2, 2));
    node.memory = nearer(node.memory, node.goals.memory, 0.1, random.between(-0.3, 0.3));
    if (node.machine.gpus > 0)
      node.gpu = nearer(node.gpu, node.goals.gpu, 0.3, random.between(-2, 2));
  }

  // the first nodes a page sees have been there for a while: their usage is known
  for (const node of nodes) node.rounds = 1;

  return {
    /** @returns {readonly ClusterNode[]} the dead ones too, in the order of Ray: by id */
    nodes: () => nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),

    /** One round of the cluster's life: what happens between two frames. */
    step() {
      if (churn) for (const berth of berths) if (berth.machine.roams) comeOrGo(berth);
      for (const node of nodes) {
        node.rounds += 1;
        if (node.alive) live(node);
      }
      nodes = nodes.filter((node) => node.alive || node.rounds < ROUNDS_A_DEAD_NODE_IS_LISTED);
    },
  };
}

function nearer(value, goal, share, noise) {
  return Math.min(100, Math.max(0, value + (goal - value) * share + noise));
}
