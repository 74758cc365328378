import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What had the focus before a render. */
interface Held {
  readonly element: HTMLElement;
  /** Of its row; `undefined` outside of rows. */
  readonly key: string | undefined;
  /** Finds it in its row. */
  readonly selector: string;
}

/**
 * Keeps the focus with the row that it is in. Lists draw their rows by place, so that another row would
 * have it after a render, or nothing at all. Where the control is gone its row gets it, and where the row
 * is gone the element's frame: from there Tab goes on.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #held: Held | undefined;

  /** Rows have `data-row`, each another. */
  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const element = this.#host.shadowRoot?.activeElement;
    this.#held =
      element instanceof HTMLElement
        ? { element, key: keyOf(element), selector: selectorOf(element) }
        : undefined;
  }

  hostUpdated(): void {
    const held = this.#held;
    const root = this.#host.shadowRoot;
    if (!held || !root) return;
    const { element, key, selector } = held;
    if (root.activeElement === element && keyOf(element) === key) return;
    const row = `[data-row="${CSS.escape(key ?? '')}"]`;
    for (const each of [`${row} ${selector}`, row, '[role=group]']) {
      const found = root.querySelector<HTMLElement>(each);
      if (!found) continue;
      if (found.tabIndex < 0) found.tabIndex = -1; // it can have the focus from now on
      found.focus({ preventScroll: true }); // the user may be reading elsewhere
      return;
    }
  }
}

function keyOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-row]')?.dataset['row'];
}

function selectorOf(element: HTMLElement): string {
  const { action } = element.dataset;
  return action ? `[data-action='${action}']` : `[part='${element.getAttribute('part') ?? ''}']`;
}
