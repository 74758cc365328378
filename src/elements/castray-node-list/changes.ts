import type { ClusterNode } from '../../model/cluster.js';
import { isKnown, type Maybe } from '../../model/unknown.js';

/** By how many points a share must move: loads waver, and what is marked all the time says nothing. */
const STEP = 10;
/** Where more than this changes at once, nothing is marked: it would tell nothing, and cost something. */
const MOST = 20;
/** For how long it is marked, in ms, where no frame comes before. */
const MOMENT = 5000;

/** What can change of a node. */
const CHANGED = {
  cpu: (a, b) => isStep(a.cpuPercent, b.cpuPercent),
  memory: (a, b) => isStep(a.memoryPercent, b.memoryPercent),
  gpu: (a, b) => isStep(a.gpuPercent, b.gpuPercent),
  state: (a, b) => a.state !== b.state,
  work: (a, b) => isKnown(b.workStatus) && a.workStatus !== b.workStatus,
  network: (a, b) => isKnown(b.connectionType) && a.connectionType !== b.connectionType,
} as const satisfies Record<string, (a: ClusterNode, b: ClusterNode) => boolean>;
export type ChangedField = keyof typeof CHANGED;
export const CHANGED_FIELDS = Object.keys(CHANGED) as readonly ChangedField[];

/** By a node's id: what is to be marked of it. */
export type AllChanges = ReadonlyMap<string, readonly ChangedField[]>;
const NONE: AllChanges = new Map();

function isStep(a: Maybe<number>, b: Maybe<number>): boolean {
  return isKnown(a) && isKnown(b) && Math.abs(a - b) >= STEP;
}

/** Decides, for every view alike, what has changed since the last frame and is to be marked for a moment. */
export class Changes {
  /** To be marked just now. */
  current = NONE;

  readonly #ended: () => void;
  #last: readonly ClusterNode[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ended` is called where the moment is over and no frame has come. */
  constructor(ended: () => void) {
    this.#ended = ended;
  }

  /** Compares what is shown with what was; false where only something else about the list has changed. */
  look(nodes: readonly ClusterNode[], fields: readonly ChangedField[]): boolean {
    const last = this.#last;
    this.#last = nodes;
    if (nodes.length === last.length && nodes.every((node, i) => node === last[i])) return false;
    this.#end();
    this.current = changesOf(nodes, last, fields);
    if (this.current !== NONE) {
      this.#timer = setTimeout(() => {
        this.#end();
        this.#ended();
      }, MOMENT);
    }
    return true;
  }

  /** Nothing is shown any more: what comes next has no frame before it. */
  forget(): void {
    this.#last = [];
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.current = NONE;
  }
}

function changesOf(
  nodes: readonly ClusterNode[],
  last: readonly ClusterNode[],
  fields: readonly ChangedField[],
): AllChanges {
  const changes = new Map<string, ChangedField[]>();
  let count = 0;
  let byId: Map<string, ClusterNode> | undefined;
  // counted by hand: with Prototype.js on the page `entries()` has no places
  let place = 0;
  for (const node of nodes) {
    let was = last[place++];
    if (was?.nodeId !== node.nodeId) {
      // most frames leave the order as it is, and ten thousand ids need not be collected
      byId ??= new Map(last.map((one) => [one.nodeId, one]));
      was = byId.get(node.nodeId);
    }
    if (!was || was === node) continue;
    for (const field of fields) {
      if (!CHANGED[field](was, node)) continue;
      if (++count > MOST) return NONE;
      changes.set(node.nodeId, [...(changes.get(node.nodeId) ?? []), field]);
    }
  }
  return count > 0 ? changes : NONE;
}
