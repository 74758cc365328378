/** Called with the newest state, after it changed. */
export type StateListener<T> = (state: T) => void;

/** How long a subscription lasts. */
export interface SubscribeOptions {
  readonly signal?: AbortSignal;
}

/**
 * A state that can be watched. Several changes in one task make one notification, and a listener
 * that throws stops no other.
 */
export class ObservableState<T> {
  readonly #listeners = new Set<{ readonly call: StateListener<T> }>();
  #state: T;
  #notified: T;
  #scheduled = false;

  constructor(initial: T) {
    this.#state = initial;
    this.#notified = initial;
  }

  get(): T {
    return this.#state;
  }

  set(next: T): void {
    this.#state = next;
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#notify();
    });
  }

  /** Returns a function that ends the subscription; the signal does the same. */
  subscribe(listener: StateListener<T>, { signal }: SubscribeOptions = {}): () => void {
    // An object of its own: one function may subscribe twice.
    const entry = { call: listener };
    const end = (): void => {
      this.#listeners.delete(entry);
      signal?.removeEventListener('abort', end);
    };
    if (signal?.aborted) return end;
    this.#listeners.add(entry);
    signal?.addEventListener('abort', end);
    return end;
  }

  #notify(): void {
    this.#scheduled = false;
    const state = this.#state;
    if (state === this.#notified) return;
    this.#notified = state;
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) callSafely(() => listener.call(state));
    }
  }
}

/** Calls what a page handed in. What it throws is reported as any uncaught error, and goes no further. */
export function callSafely(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}
