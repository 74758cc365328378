import type { ClusterNode, ClusterSnapshot } from '../model/cluster.js';
import { NODE_FIGURES, type NodeFigure } from '../model/shares.js';
import { forgetTooMany } from '../model/too-many.js';
import { UNKNOWN, type Maybe } from '../model/unknown.js';
import { meaningOf, type ClusterState } from './cluster-state.js';
import { perStore } from './per-store.js';

/** Full, every other sample goes, and the rest stand twice as far apart: none is too old to be kept. */
export const SAMPLES = 120;
/** From one sample to the next, at first, in ms. */
const FIRST_STEP = 1000;

/** A byte for each sample: half percents, fine enough for a line; this for what nobody knew. */
const NO_BYTE = 255;
const FIGURES = NODE_FIGURES.length;
/** Of each figure the lowest, the highest, and since when. */
const RANGE = 3;

interface Entry {
  /** Sample by sample, a byte for each figure. */
  readonly samples: Uint8Array;
  /** Of all reports, and exact: samples are rounded, and go with time. Holes where nothing is known. */
  readonly ranges: number[];
}

/** One figure of one node over time. Times are in ms since 1970. */
export interface Track {
  readonly times: readonly number[];
  /** To half a percent. */
  readonly values: readonly Maybe<number>[];
  /** Of all that was reported since then, also between two samples. */
  readonly since: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What the nodes' figures were since the page opened, in less than 1 kB a node. All nodes are remembered, not
 * the watched one alone: a panel that shows another node has its history at once.
 */
export class NodeHistory {
  readonly #entries = new Map<string, Entry>();
  #times: number[] = [];
  #step = FIRST_STEP;
  #last: ClusterSnapshot | undefined;
  #meaning: string | undefined;

  /** `meaning`: whose figures they are, and of what. With another, the history starts over. */
  record(snapshot: ClusterSnapshot | undefined, meaning = this.#meaning): void {
    const isOther = meaning !== this.#meaning;
    this.#meaning = meaning;
    if (this.#last && (!snapshot || isOther)) this.#forgetAll();
    const last = this.#last;
    // none: a Ray that cannot be asked, whose nodes will be back
    if (!snapshot?.nodes.length || snapshot.nodesReceivedAt === last?.nodesReceivedAt) return;
    this.#last = snapshot;
    const { nodes, nodesReceivedAt: at } = snapshot;
    const isSetBack = last !== undefined && at < last.nodesReceivedAt;
    if (isSetBack) this.#cut(at);
    nodes.forEach((node, i) => {
      // the very same says nothing new, unless what it said was cut off
      if (node !== last?.nodes[i] || isSetBack) this.#noteRanges(node, at);
    });
    forgetTooMany(this.#entries, nodes);
    if (at - (this.#times.at(-1) ?? 0) < this.#step * 0.9) return; // intervals vary a little
    if (this.#times.length === SAMPLES) this.#thin();
    const place = this.#times.push(at) - 1;
    for (const node of nodes) this.#sample(node, place);
  }

  /** Starts at the first sample that knew the figure; `undefined` where no report did. */
  track(nodeId: string, figure: NodeFigure): Track | undefined {
    const entry = this.#entries.get(nodeId);
    const place = NODE_FIGURES.indexOf(figure);
    const [low = 0, high = 0, since] = entry?.ranges.slice(place * RANGE) ?? [];
    if (!entry || since === undefined) return undefined;
    const bytes = this.#times.map((_, i) => entry.samples[i * FIGURES + place] ?? NO_BYTE);
    const known = bytes.findIndex((byte) => byte !== NO_BYTE);
    const first = known < 0 ? bytes.length : known;
    return {
      times: this.#times.slice(first),
      values: bytes.slice(first).map((byte) => (byte === NO_BYTE ? UNKNOWN : byte / 2)),
      since,
      low,
      high,
    };
  }

  #entryOf(nodeId: string): Entry {
    const known = this.#entries.get(nodeId);
    if (known) return known;
    const samples = new Uint8Array(FIGURES * SAMPLES).fill(NO_BYTE);
    const entry: Entry = { samples, ranges: Array<number>(FIGURES * RANGE) };
    this.#entries.set(nodeId, entry);
    return entry;
  }

  #noteRanges(node: ClusterNode, at: number): void {
    const { ranges } = this.#entryOf(node.nodeId);
    NODE_FIGURES.forEach((figure, i) => {
      const percent = node[`${figure}Percent`];
      if (percent === UNKNOWN) return;
      const low = i * RANGE;
      ranges[low] = Math.min(ranges[low] ?? percent, percent);
      ranges[low + 1] = Math.max(ranges[low + 1] ?? percent, percent);
      ranges[low + 2] ??= at;
    });
  }

  #sample(node: ClusterNode, place: number): void {
    const { samples } = this.#entryOf(node.nodeId);
    NODE_FIGURES.forEach((figure, i) => {
      const percent = node[`${figure}Percent`];
      samples[place * FIGURES + i] = percent === UNKNOWN ? NO_BYTE : Math.round(2 * percent);
    });
  }

  /** The clock was set back: what is later by its old time would stand in the way for as long. */
  #cut(at: number): void {
    for (const { ranges } of this.#entries.values())
      if (ranges.some((part) => part > at)) ranges.length = 0; // no share is as large as a time
    this.#times = this.#times.filter((time) => time <= at);
    for (const { samples } of this.#entries.values())
      samples.fill(NO_BYTE, this.#times.length * FIGURES);
  }

  #thin(): void {
    const isKept = (_: number, i: number): boolean => i % 2 === 0;
    for (const { samples } of this.#entries.values()) {
      const kept = samples.filter((byte, i) => isKept(byte, Math.floor(i / FIGURES)));
      samples.fill(NO_BYTE).set(kept);
    }
    this.#times = this.#times.filter(isKept);
    this.#step *= 2;
  }

  #forgetAll(): void {
    this.#entries.clear();
    this.#times = [];
    this.#step = FIRST_STEP;
    this.#last = undefined;
  }
}

/** A store's history, kept from the first time that somebody asks for it. */
export const nodeHistory = perStore((store) => {
  const history = new NodeHistory();
  const record = (state: ClusterState): void => {
    history.record(state.snapshot, meaningOf(state));
  };
  record(store.state);
  store.subscribe(record);
  return history;
});
