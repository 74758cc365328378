import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { windowOf } from '../../context/page-of.js';
import { LineHeights } from './line-heights.js';
import { ListViewport } from './list-viewport.js';

/** Lists of up to this many nodes are drawn in full; one of 100 would cost three times a windowed one. */
const WHOLE = 60;
/** What is drawn above and below what can be seen, in px. */
const SPARE = 100;

/**
 * Which of many rows or cards are drawn: those near what can be seen, wherever it is that scrolls. The
 * element marks what holds them by `data-rows`, what scrolls by `.scroller`, and the room of those that
 * are not drawn by `.spacer`. What a frame writes is never measured at once, which would cost a layout:
 * observers and the scrolling itself tell of all that moves.
 */
export class ListWindow implements ReactiveController {
  /** Indices of the nodes to be drawn, ascending. */
  indices: readonly number[] = [];
  /** The one that is drawn wherever it is and stays in its row, or -1. */
  kept = -1;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #heights = new LineHeights();
  readonly #view: ListViewport;
  /** Where the list is now: another page's frames stop when that one is hidden. */
  #page = window;
  #sizes: ResizeObserver | undefined;
  #spacers: IntersectionObserver | undefined;
  #watched: Element | null | undefined;
  #leaving: AbortController | undefined;
  #checking = 0;
  /** By how much what can be seen has moved since the last picture, in px. */
  #moved = 0;
  #isPrinting = false;
  #count = 0;
  /** The room of the lines above and below those that are drawn, in px. */
  #above = 0;
  #below = 0;
  #first = 0;
  #last = 0;
  /** The first line that was drawn before, where lines with details have come in beside it; else -1. */
  #known = -1;
  /** Of the lines, when they were measured last. */
  #width = 0;
  /** Lines have become others: the node that was the first in sight, and how far below the edge it stood. */
  #anchor: { readonly index: number; readonly away: number } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#view = new ListViewport(host);
    host.addController(this);
  }

  /** How many nodes stand side by side. */
  get columns(): number {
    return this.#heights.columns;
  }

  /** How many nodes a page has. */
  get pageSize(): number {
    const lines = Math.floor(this.#view.height / this.#heights.closed) - 1;
    return Math.max(1, lines) * this.columns;
  }

  /** Index of the first node that can be seen. */
  get firstSeen(): number {
    return this.#heights.lineAt(this.#view.top + this.#heights.closed - 1) * this.columns;
  }

  /** `kept` is the index of a node that is drawn wherever it is, or -1. */
  arrange(nodes: readonly ClusterNode[], open: ReadonlySet<string>, kept: number): void {
    const heights = this.#heights;
    this.#count = nodes.length;
    this.kept = kept;
    const [first, last] = [this.#first, this.#last];
    heights.arrange(nodes, open);
    this.#first = 0;
    this.#last = heights.lines - 1;
    if (this.#anchor) {
      const { index, away } = this.#anchor;
      this.#view.begin(heights.topOf(Math.floor(index / this.columns)) - away);
    }
    if (!this.#isWhole) [this.#first, this.#last] = this.#linesWith(SPARE);
    const isNew = (line: number) => !this.#isOutside(line) && (line < first || line > last);
    this.#known = first <= this.#last && heights.tall.some(isNew) ? first : -1;
    const from = this.#first * this.columns;
    const to = Math.min(this.#count, (this.#last + 1) * this.columns);
    const indices = [...Array(Math.max(0, to - from)).keys()].map((i) => from + i);
    if (kept >= to) indices.push(kept);
    else if (kept >= 0 && kept < from) indices.unshift(kept);
    this.indices = indices;
    this.#above = heights.topOf(this.#first);
    this.#below = heights.topOf(heights.lines) - heights.topOf(this.#last + 1);
  }

  /** Whether the node stands outside of the lines that are drawn, and is only kept. */
  isParked(index: number): boolean {
    return this.#isOutside(Math.floor(index / this.columns));
  }

  /** The next arrangement has this node in it. */
  goTo(index: number): void {
    if (!this.isParked(index)) return;
    this.#view.centre(this.#topOf(index));
  }

  /** Scrolls to the node where the list scrolls by itself: where the page does, its reader is elsewhere. */
  showAgain(index: number): void {
    const scroller = this.#view.find('.scroller:has([data-rows])');
    if (scroller) scroller.scrollTop = this.#topOf(index) - this.#view.height / 2;
  }

  #topOf(index: number): number {
    return this.#heights.topOf(Math.floor(index / this.columns));
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const page = (this.#page = windowOf(this.#host.ownerDocument));
    this.#sizes = new page.ResizeObserver(this.#checkSoon);
    this.#spacers = new page.IntersectionObserver(this.#checkSoon);
    // scrolling inside a shadow tree is not heard outside of it
    let root: Node | null = this.#host.shadowRoot;
    for (; root instanceof ShadowRoot; root = root.host.getRootNode())
      root.addEventListener('scroll', this.#scrolled, { capture: true, signal });
    page.addEventListener('scroll', this.#scrolled, { capture: true, signal });
    page.addEventListener('resize', this.#checkSoon, { signal });
    page.addEventListener('beforeprint', () => this.#print(true), { signal });
    page.addEventListener('afterprint', () => this.#print(false), { signal });
  }

  hostUpdated(): void {
    const scroller = this.#view.find('.scroller');
    const whole = this.#view.find('.whole');
    const spacers = this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.spacer') ?? [];
    spacers.forEach((spacer, i) => (spacer.style.blockSize = `${i ? this.#below : this.#above}px`));
    // WebKit lays out a container before the new rows in it, and would scroll back from where they are
    const least =
      this.#isWhole || !spacers.length
        ? 0
        : this.#view.head + this.#heights.topOf(this.#heights.lines);
    if (whole) whole.style.minBlockSize = `${least}px`;
    // in the middle of what can be seen, or the browser would scroll to where the focus is
    const middle = this.#view.head + Math.max(0, (this.#view.top + this.#view.bottom) / 2);
    const parked = whole?.querySelectorAll<HTMLElement>('.parked') ?? [];
    for (const row of parked) row.style.insetBlockStart = `${middle}px`;
    if (this.#anchor) {
      this.#anchor = undefined;
      const { top } = this.#view;
      if (this.#view.locate(this.#above)) this.#view.scrollBy(top - this.#view.top);
      this.#view.begin(top);
    }
    // their height is remembered, or guessed; it has become another one with the width, or what they tell
    if (this.#known >= 0) queueMicrotask(this.#check);
    const content = whole?.firstElementChild;
    if (content === this.#watched) return;
    this.#watched = content;
    this.#sizes?.disconnect();
    this.#spacers?.disconnect();
    if (!scroller || !content) return;
    this.#sizes?.observe(scroller);
    this.#sizes?.observe(content);
    for (const spacer of spacers) this.#spacers?.observe(spacer);
  }

  hostDisconnected(): void {
    this.#leaving?.abort();
    this.#sizes?.disconnect();
    this.#spacers?.disconnect();
    this.#watched = undefined;
    this.#page.cancelAnimationFrame(this.#checking);
  }

  #isOutside(line: number): boolean {
    return line < this.#first || line > this.#last;
  }

  get #isWhole(): boolean {
    return this.#count <= WHOLE || this.#isPrinting;
  }

  #print(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.#host.requestUpdate();
  }

  // Just before the picture, since scripts go on scrolling until then.
  readonly #scrolled = (): void => {
    this.#page.cancelAnimationFrame(this.#checking);
    this.#checking = this.#page.requestAnimationFrame(this.#follow);
  };

  // Only where the list stands is measured: its rows are as high as they were.
  readonly #follow = (): void => {
    const top = this.#view.top;
    if (this.#view.locate(this.#above)) {
      this.#moved = this.#view.top - top;
      if (!this.#isCovered) this.#host.requestUpdate();
    }
    // two pictures without another step: it has come to rest
    this.#checking = this.#page.requestAnimationFrame(this.#checkSoon);
  };

  // Not at once: what an observer hears must not change sizes before the others have heard.
  readonly #checkSoon = (): void => {
    this.#page.cancelAnimationFrame(this.#checking);
    this.#checking = this.#page.requestAnimationFrame(this.#check);
  };

  readonly #check = (): void => {
    this.#moved = 0;
    const heights = this.#heights;
    const { closed, columns } = heights;
    const { top, head } = this.#view;
    const line = Math.max(heights.lineAt(top + head + closed - 1), this.#known);
    const away = heights.topOf(line) - top;
    const place = this.#view.locate(this.#above);
    if (!place) return;
    const isOther = heights.measure(place.rows, place.scale);
    const { width } = place.rows.getBoundingClientRect();
    const isMoved =
      closed !== heights.closed ||
      columns !== heights.columns ||
      width !== this.#width ||
      this.#known >= 0;
    this.#width = width;
    if (top > 0 && isOther && isMoved) this.#anchor = { index: line * columns, away };
    if (isOther || !this.#isCovered) this.#host.requestUpdate();
  };

  /**
   * The first and the last line that can be seen, now or after another step like the last one, with
   * `spare` px on each side. Someone who scrolls by more than half of what can be seen sees only where
   * they stop, so nothing more is drawn then: it would slow the scrolling down.
   */
  #linesWith(spare: number): [first: number, last: number] {
    const isFar = 2 * Math.abs(this.#moved) > this.#view.height;
    const [ahead, more] = isFar ? [0, 0] : [this.#moved, spare];
    return [
      this.#heights.lineAt(this.#view.top + Math.min(0, ahead) - more),
      this.#heights.lineAt(this.#view.bottom + Math.max(0, ahead) + more),
    ];
  }

  /** Whether what is drawn still covers what can be seen, and half of the spare on each side. */
  get #isCovered(): boolean {
    if (this.#isWhole) return true;
    const [first, last] = this.#linesWith(SPARE / 2);
    return this.#first <= first && this.#last >= last;
  }
}
