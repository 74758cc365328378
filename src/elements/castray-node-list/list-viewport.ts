import { windowOf } from '../../context/page-of.js';

/**
 * What can be seen of a list, wherever it is that scrolls: in px from its first line on, as the list
 * itself counts them, whatever the page's `zoom` or transform makes of them.
 */
export class ListViewport {
  top = 0;
  /** Until it is found out, after the first picture: that has a few lines, and is there the sooner. */
  bottom = 100;
  /** The height of what stands above the first line: the table's header. */
  head = 0;

  readonly #host: HTMLElement;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get height(): number {
    return this.bottom - this.top;
  }

  /** From now on, and until it is found out again, this place is in the middle. */
  centre(place: number): void {
    this.begin(place - this.height / 2);
  }

  /** The same for the place at the upper edge. */
  begin(place: number): void {
    this.bottom += place - this.top;
    this.top = place;
  }

  /** Scrolls by so many px whatever it is that scrolls: the list itself, or what it stands in. */
  scrollBy(top: number): void {
    const { body, scrollingElement } = this.#host.ownerDocument;
    let box: Element | null | undefined = this.find('.scroller');
    while (box && !(box !== body && isScrolling(box)))
      box =
        box.assignedSlot ?? box.parentElement ?? (box.getRootNode() as Partial<ShadowRoot>).host;
    (box ?? scrollingElement)?.scrollBy({ top, behavior: 'instant' });
  }

  find(selector: string): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
  }

  /**
   * Finds it out. Gives what holds the lines, and by how much the page scales them; `undefined` where
   * nothing can be seen, as in a tab that is not shown.
   *
   * @param above the room of the lines that are not drawn above those that are, in px
   */
  locate(above: number): { rows: Element; scale: number } | undefined {
    const scroller = this.find('.scroller');
    const rows = this.find('[data-rows]');
    if (!scroller || !rows) return undefined;
    const box = scroller.getBoundingClientRect();
    if (!box.height || !box.width) return undefined;
    const scale = box.width / scroller.offsetWidth;
    const { top } = rows.getBoundingClientRect();
    const start = rows.closest('.whole')?.getBoundingClientRect().top ?? top;
    this.head = (top - start) / scale - above;
    this.top = (Math.max(0, box.top) - top) / scale + above;
    const { innerHeight } = windowOf(this.#host.ownerDocument);
    this.bottom = (Math.min(innerHeight, box.bottom) - top) / scale + above;
    return { rows, scale };
  }
}

function isScrolling(box: Element): boolean {
  const { overflowY } = getComputedStyle(box);
  return box.scrollHeight > box.clientHeight && /auto|scroll/.test(overflowY);
}
