import type { ClusterNode } from '../../model/cluster.js';

/**
 * How high the lines of a list are: rows, or as many cards as stand side by side. All that are closed
 * are of one height, which is measured; those in which details are open are remembered one by one.
 */
export class LineHeights {
  columns = 1;
  /** Of a line without details, in px; a guess until there is one to measure. */
  closed = 54;
  lines = 0;

  /** By how much the details make a node's line higher. */
  readonly #extras = new Map<string, number>();
  #open: ReadonlySet<string> = new Set();
  /** Lines with details from top to bottom, and their extra heights. */
  #tall = new Map<number, number>();

  arrange(nodes: readonly ClusterNode[], open: ReadonlySet<string>): void {
    this.lines = Math.ceil(nodes.length / this.columns);
    this.#open = open;
    this.#tall = new Map();
    if (open.size === 0) return;
    nodes.forEach(({ nodeId }, index) => {
      if (!open.has(nodeId)) return;
      const line = Math.floor(index / this.columns);
      const extra = this.#extras.get(nodeId) ?? 3 * this.closed;
      this.#tall.set(line, Math.max(extra, this.#tall.get(line) ?? 0));
    });
  }

  /** The lines with details, from top to bottom. */
  get tall(): number[] {
    return [...this.#tall.keys()];
  }

  topOf(line: number): number {
    let top = line * this.closed;
    for (const [tall, extra] of this.#tall) if (tall < line) top += extra;
    return top;
  }

  /** The line at a distance from the first one's top; the nearest one where there is none. */
  lineAt(y: number): number {
    let above = 0;
    let line = y / this.closed;
    for (const [tall, extra] of this.#tall) {
      if (line < tall + 1) break;
      above += extra;
      line = Math.max(tall, (y - above) / this.closed);
    }
    return Math.max(0, Math.min(this.lines - 1, Math.floor(line)));
  }

  /** Measures what is drawn; tells whether anything was otherwise than believed. */
  measure(rows: Element, scale: number): boolean {
    const drawn = [...rows.querySelectorAll<HTMLElement>(':scope > [data-node]:not(.parked)')];
    const tops = drawn.map((row) => row.offsetTop);
    const columns = drawn.length > 0 ? tops.filter((top) => top === tops[0]).length : this.columns;
    const height = (row: Element) => row.getBoundingClientRect().height / scale;
    const isOpen = ({ dataset }: HTMLElement) => this.#open.has(dataset['node'] ?? '');
    const closed = drawn.find((row) => !isOpen(row) || row.localName === 'tr');
    const margin = closed ? parseFloat(getComputedStyle(closed).marginBlockEnd) || 0 : 0;
    const line = closed ? height(closed) + margin : this.closed;
    // far down a long list the browser itself measures a row by a 64th of a px otherwise
    const isHigher = Math.abs(line - this.closed) > 0.05;
    let isOther = columns !== this.columns || isHigher;
    this.columns = columns;
    if (isHigher) this.closed = line;
    for (const row of drawn.filter(isOpen)) {
      const isRow = row.localName === 'tr';
      if (isRow && !row.matches('.details-row')) continue;
      const extra = isRow ? height(row) : Math.max(0, height(row) + margin - line);
      const id = row.dataset['node'] ?? '';
      isOther ||= Math.abs(extra - (this.#extras.get(id) ?? 0)) > 0.01;
      this.#extras.set(id, extra);
    }
    return isOther;
  }
}
