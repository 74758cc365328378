/**
 * Where the service's words come from: a living cluster here, a capture in replay.mjs.
 *
 * @typedef {import('./wire.mjs').View} View
 *
 * @typedef {object} Source
 * @property {() => void} step goes on to the next round
 * @property {() => string} frame the text that /ws sends now
 * @property {() => unknown} dashboard what GET /api/ray-dashboard answers now
 * @property {() => readonly unknown[]} nodes what GET /api/nodes/unified answers now
 */
import { createCluster } from './cluster.mjs';
import { createFleet } from './fleet.mjs';
import { clusterFrame, dashboardAnswer } from './messages.mjs';
import { createRandom } from './random.mjs';
import { describe } from './wire.mjs';

/**
 * @param {object} options
 * @param {'campus' | 'harbour'} [options.fleet] which machines; `campus` where it is not given
 * @param {number} [options.nodes] how many; without it the fleet's own, some of which join later
 * @param {boolean} [options.churn] `false`: nobody joins or dies
 * @param {number} [options.seed]
 * @param {number} [options.limit] at most so many nodes are told, Ray's 100 where it is not given
 * @param {'available' | 'used'} [options.memory] the share that is told; the real one's: available
 * @returns {Source}
 */
export function livingSource(options) {
  const { fleet = 'campus', nodes, churn, seed = 1, limit = 100, memory = 'available' } = options;
  const random = createRandom(seed);
  const cluster = createCluster({ fleet: createFleet(fleet, nodes), random, churn });
  // how it is told is not how it lives: with one source of chance for both, every request would
  // change the cluster's fate
  const told = createRandom(seed + 1);
  const view = () => describe(cluster.nodes(), told, { limit, memory });
  return {
    step: () => cluster.step(),
    frame: () => JSON.stringify(clusterFrame(view().nodes)),
    dashboard: () => dashboardAnswer(view()),
    nodes: () => view().nodes,
  };
}

/**
 * A source that a test can pin: to one frame's text, or to a list of nodes. While it is pinned, the
 * source below stands still.
 *
 * @param {Source} below
 * @returns {Source & { pin: (source: Omit<Source, 'step'> | undefined) => void, isPinned: () => boolean }}
 */
export function pinnable(below) {
  let pinned;
  const top = () => pinned ?? below;
  return {
    pin: (source) => (pinned = source),
    isPinned: () => pinned !== undefined,
    step() {
      if (!pinned) below.step();
    },
    frame: () => top().frame(),
    dashboard: () => top().dashboard(),
    nodes: () => top().nodes(),
  };
}
