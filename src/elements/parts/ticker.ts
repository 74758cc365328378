import { isHidden, windowOf } from '../../context/page-of.js';

/** One timer for every age on a page, once a second, and none while nobody looks. */
const INTERVAL = 1000;

/** By document: a window of widgets can be in sight while the page that it came from is not. */
const tickers = new WeakMap<Document, Ticker>();

/** Calls back about once a second while `page` is visible. Returns a function that ends it. */
export function onTick(page: Document, listener: () => void): () => void {
  let ticker = tickers.get(page);
  if (!ticker) tickers.set(page, (ticker = new Ticker(page)));
  return ticker.add(listener);
}

class Ticker {
  readonly #page: Document;
  readonly #listeners = new Set<() => void>();
  #stop: (() => void) | undefined;

  constructor(page: Document) {
    this.#page = page;
  }

  add(listener: () => void): () => void {
    const listeners = this.#listeners;
    if (listeners.size === 0) this.#page.addEventListener('visibilitychange', this.#adjust);
    listeners.add(listener);
    this.#adjust();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#page.removeEventListener('visibilitychange', this.#adjust);
      this.#adjust();
    };
  }

  readonly #adjust = (): void => {
    const isNeeded = this.#listeners.size > 0 && !isHidden(this.#page);
    if (!isNeeded) {
      this.#stop?.();
      this.#stop = undefined;
    } else if (!this.#stop) {
      // of its own window: browsers hold back the timers of one that is hidden
      const view = windowOf(this.#page);
      const timer = view.setInterval(this.#tick, INTERVAL);
      this.#stop = () => {
        view.clearInterval(timer);
      };
      this.#tick(); // what was hidden is right at once when it is shown
    }
  };

  readonly #tick = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}
