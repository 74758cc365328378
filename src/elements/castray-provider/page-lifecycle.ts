import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterStore } from '../../store/cluster-store.js';
import { onTick } from '../parts/ticker.js';

/** The clock of a page that ticks once a second went so far, in ms: it slept, or the clock was set. */
const JUMP = 5000;

/** Tells the store what happens to the page around it. */
export class PageLifecycle implements ReactiveController {
  readonly #store: ClusterStore;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost, store: ClusterStore) {
    this.#store = store;
    host.addController(this);
  }

  hostConnected(): void {
    const store = this.#store;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const wake = (): void => {
      store.wake();
    };
    const visibilityChanged = (): void => {
      store.setHidden(document.hidden);
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
    document.addEventListener('visibilitychange', visibilityChanged, { signal });
    document.addEventListener('freeze', freeze, { signal });
    document.addEventListener('resume', visibilityChanged, { signal });
    window.addEventListener('pagehide', hidden, { signal });
    window.addEventListener('pageshow', shown, { signal });
    window.addEventListener('online', wake, { signal });
    visibilityChanged(); // which may have been while it was not in the page
    // No browser tells a page that the machine was asleep.
    let last = Date.now();
    const stopTicking = onTick(() => {
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
