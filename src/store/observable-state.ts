import { Listeners, type SubscribeOptions } from './listeners.js';

export type { SubscribeOptions } from './listeners.js';

/** Called with the newest state, after it changed. */
export type StateListener<T> = (state: T) => void;

/** A state that can be watched. Several changes in one task make one notification. */
export class ObservableState<T> {
  readonly #listeners = new Listeners<T>();
  #state: T;
  #notified: T;
  #isScheduled = false;

  constructor(initial: T) {
    this.#state = initial;
    this.#notified = initial;
  }

  /** Whether a notification is due anyway, so that another change costs none of its own. */
  get isScheduled(): boolean {
    return this.#isScheduled;
  }

  get(): T {
    return this.#state;
  }

  set(next: T): void {
    this.#state = next;
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#notify();
    });
  }

  /** Returns a function that ends the subscription; the signal does the same. */
  subscribe(listener: StateListener<T>, options?: SubscribeOptions): () => void {
    return this.#listeners.add(listener, options);
  }

  #notify(): void {
    this.#isScheduled = false;
    const state = this.#state;
    if (state === this.#notified) return;
    this.#notified = state;
    this.#listeners.call(state);
  }
}
