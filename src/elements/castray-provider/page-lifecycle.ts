import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterStore } from '../../store/cluster-store.js';
import { onTick } from '../parts/ticker.js';
import { isHidden, windowOf } from '../../context/page-of.js';

/** The clock of a page that ticks once a second went so far, in ms: it slept, or the clock was set. */
const JUMP = 5000;

/** Tells the store what happens to the page around the provider, wherever that has been moved to. */
export class PageLifecycle implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #store: ClusterStore;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, store: ClusterStore) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    const store = this.#store;
    const page = this.#host.ownerDocument;
    const view = windowOf(page);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const wake = (): void => {
      store.wake();
    };
    const visibilityChanged = (): void => {
      store.setHidden(isHidden(page));
    };
    const freeze = (): void => {
      store.freeze();
    };
    const hidden = (event: PageTransitionEvent): void => {
      if (event.persisted) freeze();
    };
    const shown = (event: PageTransitionEvent): void => {
      if (event.persisted) visibilityChanged();
    };
    page.addEventListener('visibilitychange', visibilityChanged, { signal });
    page.addEventListener('freeze', freeze, { signal });
    page.addEventListener('resume', visibilityChanged, { signal });
    view.addEventListener('pagehide', hidden, { signal });
    view.addEventListener('pageshow', shown, { signal });
    view.addEventListener('online', wake, { signal });
    visibilityChanged(); // which may have been while it was not in the page
    // No browser tells a page that the machine was asleep.
    let last = Date.now();
    const stopTicking = onTick(page, () => {
      const now = Date.now();
      if (Math.abs(now - last) > JUMP) wake();
      last = now;
    });
    signal.addEventListener('abort', stopTicking);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
