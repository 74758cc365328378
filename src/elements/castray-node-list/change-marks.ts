import { css } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { isKnown, type Maybe } from '../../model/unknown.js';

/** By how many points a share must move: loads waver, and what is marked all the time says nothing. */
const STEP = 10;
/** Where more than this changes at once, nothing is marked: it would tell nothing, and cost something. */
const MOST = 20;
/** For how long it is marked, in ms, where no frame comes before. */
const MOMENT = 5000;

/** What can change, and what shows it. */
const FACTS: readonly [selector: string, changes: (a: ClusterNode, b: ClusterNode) => boolean][] = [
  ['.figure-cell.cpu', (a, b) => isStep(a.cpuPercent, b.cpuPercent)],
  ['.figure-cell.memory', (a, b) => isStep(a.memoryPercent, b.memoryPercent)],
  ['.figure-cell.gpu', (a, b) => isStep(a.gpuPercent, b.gpuPercent)],
  ['.state', (a, b) => a.state !== b.state],
  ['.work', (a, b) => isKnown(b.workStatus) && a.workStatus !== b.workStatus],
  ['.network', (a, b) => isKnown(b.connectionType) && a.connectionType !== b.connectionType],
];

function isStep(a: Maybe<number>, b: Maybe<number>): boolean {
  return isKnown(a) && isKnown(b) && Math.abs(a - b) >= STEP;
}

/**
 * Marks for a moment what has changed since the last frame, in the rows that are drawn. Most frames
 * change little that matters: then nothing is asked of the page. Rows are looked up and marked by hand, so
 * that the many cells without a mark have no binding for one.
 */
export class ChangeMarks {
  readonly #host: Element;
  #last = new Map<string, ClusterNode>();
  #marked: HTMLElement[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Element) {
    this.#host = host;
  }

  /** After the nodes with these indices have been drawn; none where nothing is to be marked. */
  mark(indices: readonly number[], nodes: readonly ClusterNode[]): void {
    const last = this.#last;
    const drawn = indices.flatMap((index) => nodes[index] ?? []);
    this.#last = new Map(drawn.map((node) => [node.nodeId, node]));
    // the same nodes in the same rows: only something else about the list has changed
    const before = [...last.values()];
    if (before.length === drawn.length && drawn.every((node, i) => node === before[i])) return;
    this.#clear();
    const changes = new Map<string, string[]>();
    let count = 0;
    for (const node of drawn) {
      const was = last.get(node.nodeId);
      if (!was || was === node) continue;
      const found = FACTS.flatMap(([selector, changed]) => (changed(was, node) ? selector : []));
      if (found.length > 0) changes.set(node.nodeId, found);
      count += found.length;
    }
    if (count === 0 || count > MOST) return;
    const rows = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-rows] > [data-node]');
    for (const row of rows ?? []) {
      const selectors = changes.get(row.dataset['node'] ?? '');
      if (selectors) this.#marked.push(...row.querySelectorAll<HTMLElement>(selectors.join()));
    }
    for (const cell of this.#marked) cell.dataset['mark'] = '';
    this.#timer = setTimeout(() => this.#clear(), MOMENT);
  }

  /** With the next frame: alone, it would be a picture more. */
  #clear(): void {
    clearTimeout(this.#timer);
    for (const cell of this.#marked) delete cell.dataset['mark'];
    this.#marked = [];
  }
}

/** An outline needs no layout; a fading box of its own would, and a second picture when it goes. */
export const changeStyles = css`
  @media screen and (prefers-reduced-motion: no-preference) {
    [data-mark] {
      border-radius: var(--_radius);
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
  }
`;
