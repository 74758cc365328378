// Frames as CastRay sends them, in the words of the demo's service: its faults included, with Chinese
// labels and names that flip.
import { createCluster } from '../../demo/service/cluster.mjs';
import { createFleet } from '../../demo/service/fleet.mjs';
import { clusterFrame } from '../../demo/service/messages.mjs';
import { createRandom } from '../../demo/service/random.mjs';
import { describe } from '../../demo/service/wire.mjs';

/**
 * Frames of one cluster of `count` nodes, of which one in a hundred is dead. From one frame to the
 * next every usage of every node is another.
 *
 * @param {number} count nodes
 * @param {number} length frames
 * @returns {Buffer[]} UTF-8, ready to be sent
 */
export function changingFrames(count, length) {
  const made = changing.get(count) ?? [];
  if (made.length < length) changing.set(count, makeChangingFrames(count, length));
  return changing.get(count).slice(0, length);
}

/** Those that were made already: of 10,000 nodes, a frame takes longer to make than to show. */
const changing = new Map();

function makeChangingFrames(count, length) {
  const { nodes, tell } = cluster(count);
  const steps = nodes.map(() => tell.random.between(11, 89));
  return Array.from({ length }, (_, frame) =>
    tell(
      nodes.map((node, index) => ({
        ...node,
        cpu: turned(node.cpu, frame * steps[index]),
        memory: turned(node.memory, frame * steps[index]),
        gpu: node.machine.gpus > 0 ? turned(node.gpu, frame * steps[index]) : 0,
      })),
    ),
  );
}

/** Frames in which only names flip, as the service has them flip: other bytes that say the same. */
export function flippingFrames(count, length) {
  const { nodes, tell } = cluster(count);
  const steady = nodes.filter(({ alive, machine }) => alive && !machine.head); // whose work it forgets
  return Array.from({ length }, () => tell(steady));
}

function cluster(count) {
  const random = createRandom(count);
  const living = createCluster({ fleet: createFleet('campus', count), random, churn: false });
  const nodes = living.nodes().map((node, index) => ({
    ...node,
    rounds: 10, // its usage is known
    ...(index % 100 === 99 && { alive: false, message: 'Expected termination: received SIGTERM' }),
  }));
  const told = createRandom(count + 1);
  const tell = (seen) => {
    const { nodes: words } = describe(seen, told, { limit: count, memory: 'available' });
    return Buffer.from(JSON.stringify(clusterFrame(words)));
  };
  return { nodes, tell: Object.assign(tell, { random }) };
}

/** Another value between 0 and 100. */
const turned = (value, by) => (value + by) % 100;
