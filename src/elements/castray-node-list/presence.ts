import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { buttonsOf } from '../node-parts/node-actions.js';

const ROWS = '[data-rows], .map-grid';

/** How long after a finger is lifted its click may still be to come, in ms; a page that zooms takes 300. */
const CLICK = 500;

/**
 * Whether the pointer or the focus is among the rows. The element marks what holds its rows by
 * `data-rows`, each row by `data-node`, and is rendered again when both have left.
 */
export class Presence implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isPointerInside = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #isRendering = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isInside(): boolean {
    return this.#isPointerInside || isAmongRows(this.#focused);
  }

  /** Whether the focus that moves now is moved by {@link keepFocus}, and not by a user. */
  get isRendering(): boolean {
    return this.#isRendering;
  }

  /** Id of the node in whose row the focus is. */
  get focusedNode(): string | undefined {
    const row = this.#focused?.closest('[data-node]');
    return row?.getAttribute('data-node') ?? undefined;
  }

  /**
   * Keeps the focus with its node: the row in which it was may show another node after rendering,
   * and a button that goes must not take the focus with it. Open details have a twin of one in the row.
   */
  keepFocus(render: () => void): void {
    const focused = this.#focused;
    const node = this.focusedNode;
    const action = focused?.getAttribute('data-action');
    const twins = () => buttonsOf(this.#host, node, action);
    const place = focused ? twins().findIndex((button) => button === focused) : -1;
    this.#isRendering = true;
    try {
      render();
      if (!focused || (this.#focused === focused && this.focusedNode === node)) return;
      const next =
        twins()[place] ??
        twins()[0] ??
        (focused.isConnected ? focused : (this.#find('input') ?? this.#find('.frame')));
      if (!(next instanceof HTMLElement) || next === this.#focused) return;
      if (next.tabIndex < 0) next.tabIndex = -1; // the frame, where there is nothing else yet
      next.focus({ preventScroll: true });
    } finally {
      this.#isRendering = false;
    }
  }

  hostConnected(): void {
    this.#root?.addEventListener('pointerover', this.#pointerMoved);
    this.#root?.addEventListener('focusout', this.#focusLeft);
    this.#host.addEventListener('pointerleave', this.#pointerLeft);
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('pointerover', this.#pointerMoved);
    this.#root?.removeEventListener('focusout', this.#focusLeft);
    this.#host.removeEventListener('pointerleave', this.#pointerLeft);
    clearTimeout(this.#leaving);
    this.#isPointerInside = false;
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  #find(selector: string): Element | null | undefined {
    return this.#root?.querySelector(selector);
  }

  get #focused(): Element | null | undefined {
    return this.#root?.activeElement;
  }

  readonly #pointerMoved = ({ target }: Event): void => {
    this.#setPointer(isAmongRows(target));
  };

  // A finger has left before its click comes, which has to find the row that was touched.
  readonly #pointerLeft = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') this.#setPointer(false);
    else this.#leaving = setTimeout(() => this.#setPointer(false), CLICK);
  };

  #setPointer(isInside: boolean): void {
    clearTimeout(this.#leaving);
    const hasLeft = this.#isPointerInside && !isInside;
    this.#isPointerInside = isInside;
    if (hasLeft) this.#host.requestUpdate();
  }

  // From one row to the next one, no element has the focus for a moment: that is no leaving.
  readonly #focusLeft = (event: Event): void => {
    const hasLeft = !isAmongRows((event as FocusEvent).relatedTarget);
    if (hasLeft && !this.#isRendering && isAmongRows(event.target)) this.#host.requestUpdate();
  };
}

function isAmongRows(target: EventTarget | null | undefined): boolean {
  return target instanceof Element && target.closest(ROWS) !== null;
}
