/**
 * The machines a demo cluster is made of.
 *
 * @typedef {object} Machine
 * @property {string} name the custom resource that Ray knows the machine by
 * @property {string} ip several machines of a large fleet share one
 * @property {boolean} head
 * @property {'Wired' | 'Wireless' | null} link
 * @property {number} cpus
 * @property {number} gpus
 * @property {number} memory bytes
 * @property {boolean} roams whether it goes away now and then, and comes back
 * @property {boolean} late whether it is not there at the start
 */

const GIB = 1024 ** 3;
const LARGEST = 10_000;

/** name, link, CPUs, GPUs, GiB, and what it does: stays, roams, or joins late (and roams) */
const FLEETS = {
  campus: [
    ['M10', 'Wired', 4, 0, 64, 'stays'],
    ['M2', 'Wired', 2, 0, 24, 'stays'],
    ['M3', 'Wired', 2, 0, 24, 'stays'],
    ['Jetson', 'Wireless', 2, 1, 16, 'stays'],
    ['UAV-1', 'Wireless', 2, 0, 8, 'roams'],
    ['UAV-2', 'Wireless', 2, 0, 8, 'late'],
    ['UAV-3', 'Wireless', 2, 0, 8, 'late'],
  ],
  harbour: [
    ['Quay', 'Wired', 16, 2, 128, 'stays'],
    ['Crane-A', 'Wired', 8, 1, 32, 'stays'],
    ['Crane-B', 'Wired', 8, 1, 32, 'stays'],
    ['Buoy-7', 'Wireless', 2, 0, 4, 'roams'],
    ['Pilot-Boat', 'Wireless', 4, 0, 8, 'late'],
  ],
};

/** What the machines after the named ones are called, in turn. */
const KINDS = [
  ['UAV', 'Wireless', 2, 0, 8],
  ['Rack', 'Wired', 32, 0, 256],
  ['Jetson', 'Wireless', 8, 1, 16],
  ['Cam', null, 4, 0, 4],
];

/**
 * @param {keyof typeof FLEETS} name
 * @param {number} [count] exactly so many machines, all there at the start (at most 10,000)
 * @returns {Machine[]} the head first
 */
export function createFleet(name, count) {
  const named = FLEETS[name];
  if (!named) throw new Error(`no fleet ${name}: ${Object.keys(FLEETS).join(' or ')}`);
  if (count === undefined) return named.map(toMachine);
  if (!Number.isInteger(count) || count < 0 || count > LARGEST)
    throw new Error(`nodes: a whole number from 0 to ${LARGEST}, not ${count}`);
  const plans = Array.from({ length: count }, (_, index) => named[index] ?? numbered(index));
  return plans.map(toMachine).map((machine) => ({ ...machine, late: false }));
}

function numbered(index) {
  const [kind, ...figures] = KINDS[index % KINDS.length];
  return [`${kind}-${index}`, ...figures, index % 50 === 0 ? 'roams' : 'stays'];
}

function toMachine([name, link, cpus, gpus, gib, habit], index) {
  return {
    name,
    ip: addressOf(index),
    head: index === 0,
    link,
    cpus,
    gpus,
    memory: gib * GIB,
    roams: habit !== 'stays',
    late: habit === 'late',
  };
}

/** Every address stands for this computer, as in the captures; each eighth machine shares one. */
function addressOf(index) {
  const place = index > 7 && index % 8 === 0 ? index - 1 : index;
  return `127.0.${Math.floor(place / 250)}.${(place % 250) + 1}`;
}
