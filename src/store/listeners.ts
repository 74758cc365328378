/** How long a subscription lasts. */
export interface SubscribeOptions {
  readonly signal?: AbortSignal;
}

/** What a page handed in to be called: each may leave at any time, and none stops another. */
export class Listeners<T> {
  readonly #entries = new Set<{ readonly call: (value: T) => void }>();

  /** Returns a function that ends the subscription; the signal does the same. */
  add(listener: (value: T) => void, { signal }: SubscribeOptions = {}): () => void {
    // An object of its own: one function may subscribe twice.
    const entry = { call: listener };
    const end = (): void => {
      this.#entries.delete(entry);
      signal?.removeEventListener('abort', end);
    };
    if (signal?.aborted) return end;
    this.#entries.add(entry);
    signal?.addEventListener('abort', end);
    return end;
  }

  /** What a listener throws is reported as any uncaught error, and goes no further. */
  call(value: T): void {
    for (const entry of [...this.#entries]) {
      if (!this.#entries.has(entry)) continue; // left while another was called
      try {
        entry.call(value);
      } catch (error) {
        report(error);
      }
    }
  }
}

/** As any uncaught error. Node has no `reportError`. */
function report(error: unknown): void {
  const { reportError: told } = globalThis as { reportError?: (error: unknown) => void };
  if (told) told(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}
