import { css } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { isKnown, type Maybe } from '../../model/unknown.js';

/** By how many points a share must move: loads waver, and what is marked all the time says nothing. */
const STEP = 10;
/** Where more than this changes at once, nothing is marked: it would tell nothing, and cost something. */
const MOST = 20;

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

/** One function for all: a cell that is marked in each frame listens once, and not once for each. */
function unmark({ currentTarget }: Event): void {
  delete (currentTarget as HTMLElement).dataset['mark'];
}

/**
 * Marks for a moment what has changed since the last frame, in the rows that are drawn. Most frames
 * change little that matters: then nothing is asked of the page. Rows are looked up and marked by hand, so
 * that the many cells without a mark have no binding for one.
 */
export class ChangeMarks {
  readonly #host: Element;
  #last = new Map<string, ClusterNode>();
  #marked: (readonly [cell: HTMLElement, nodeId: string])[] = [];
  #turn: 'a' | 'b' = 'a';

  constructor(host: Element) {
    this.#host = host;
  }

  /** After the nodes with these indices have been drawn; none where nothing is to be marked. */
  mark(indices: readonly number[], nodes: readonly ClusterNode[]): void {
    const drawn = indices.flatMap((index) => nodes[index] ?? []);
    const changes = drawn.flatMap((node) => {
      const before = this.#last.get(node.nodeId);
      if (!before || before === node) return [];
      return FACTS.flatMap(([selector, changed]) =>
        changed(before, node) ? [{ id: node.nodeId, selector }] : [],
      );
    });
    const next = new Map(drawn.map((node) => [node.nodeId, node]));
    this.#marked = this.#marked.filter(([cell, id]) => {
      const row = cell.closest<HTMLElement>('[data-node]');
      const stays = row?.dataset['node'] === id && next.get(id) === this.#last.get(id);
      if (!stays) delete cell.dataset['mark'];
      return stays;
    });
    this.#last = next;
    if (changes.length === 0 || changes.length > MOST) return;
    this.#turn = this.#turn === 'a' ? 'b' : 'a'; // another name, so that it begins anew
    for (const { id, selector } of changes) {
      const cells = this.#host.shadowRoot?.querySelectorAll<HTMLElement>(
        `[data-rows] [data-node="${CSS.escape(id)}"] ${selector}`,
      );
      for (const cell of cells ?? []) {
        cell.dataset['mark'] = this.#turn;
        // shown again later, it would begin anew
        cell.addEventListener('animationend', unmark, { once: true });
        this.#marked.push([cell, id]);
      }
    }
  }
}

/** The compositor's alone, and over after ten times `--castray-motion`: never where motion is not wanted. */
export const changeStyles = css`
  @media screen {
    [data-mark] {
      position: relative;
    }

    [data-mark]::after {
      position: absolute;
      inset: -2px -4px;
      border: 2px solid var(--_accent);
      border-radius: var(--_radius);
      opacity: 0;
      content: '';
      pointer-events: none;
      animation: mark-a calc(10 * var(--_motion)) ease-in;
    }

    [data-mark='b']::after {
      animation-name: mark-b;
    }
  }

  @keyframes mark-a {
    from {
      opacity: 1;
    }

    to {
      opacity: 0;
    }
  }

  @keyframes mark-b {
    from {
      opacity: 1;
    }

    to {
      opacity: 0;
    }
  }
`;
