import { css } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { Changes, CHANGED_FIELDS } from './changes.js';

/**
 * Marks for a moment what has changed since the last frame, in the rows that are drawn. Most frames
 * change little that matters: then nothing is asked of the page. Rows are looked up and marked by hand, so
 * that the many cells without a mark have no binding for one.
 */
export class ChangeMarks {
  readonly #host: Element;
  readonly #changes = new Changes(() => this.#clear());
  #marked: HTMLElement[] = [];

  constructor(host: Element) {
    this.#host = host;
  }

  /** After the nodes with these indices have been drawn; none where nothing is to be marked. */
  mark(indices: readonly number[], nodes: readonly ClusterNode[]): void {
    const drawn = indices.flatMap((index) => nodes[index] ?? []);
    if (!this.#changes.look(drawn, CHANGED_FIELDS)) return;
    this.#clear();
    const { current } = this.#changes;
    if (current.size === 0) return;
    const rows = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-rows] > [data-node]');
    for (const row of rows ?? []) {
      // what shows a field has its name as a class
      const selectors = current.get(row.dataset['node'] ?? '')?.map((field) => `.${field}`);
      if (selectors) this.#marked.push(...row.querySelectorAll<HTMLElement>(selectors.join()));
    }
    for (const cell of this.#marked) cell.dataset['mark'] = '';
  }

  /** Cleared with the next frame, to save a repaint. */
  #clear(): void {
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
      outline-offset: 1px;
    }
  }
`;
