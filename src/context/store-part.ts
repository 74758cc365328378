import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterStore } from '../store/cluster-store.js';
import type { SubscribeOptions } from '../store/listeners.js';
import { isHidden } from './page-of.js';

/** What belongs to a provider's store beside the cluster, and can be watched. */
interface Part<S> {
  readonly state: S;
  subscribe(listener: (state: S) => void, options: SubscribeOptions): void;
  /** Somebody looks at it. Returns a function that ends that. */
  watch?(): () => void;
}

/** Gives an element a part of its provider's store, and watches it while the element can be seen. */
export class StorePart<S, P extends Part<S>> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #find: () => ClusterStore | undefined;
  readonly #partOf: (store: ClusterStore) => P;
  readonly #changed: (next: S, last: S) => void;
  #store: ClusterStore | undefined;
  #leaving: AbortController | undefined;
  #unwatch: (() => void) | undefined;
  /** `undefined` without a provider. */
  part: P | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: () => ClusterStore | undefined,
    partOf: (store: ClusterStore) => P,
    changed: (next: S, last: S) => void = () => undefined,
  ) {
    this.#host = host;
    this.#find = find;
    this.#partOf = partOf;
    this.#changed = changed;
    host.addController(this);
  }

  hostUpdate(): void {
    const store = this.#find();
    if (store !== this.#store && this.#host.isConnected) this.#bind(store);
  }

  hostDisconnected(): void {
    this.#bind(undefined);
  }

  #bind(store: ClusterStore | undefined): void {
    this.#leaving?.abort();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#store = store;
    const part = store && this.#partOf(store);
    this.part = part;
    if (!part) return;
    let last = part.state;
    const { ownerDocument } = this.#host;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    ownerDocument.addEventListener('visibilitychange', this.#seen, { signal });
    part.subscribe(
      (next) => {
        this.#changed(next, last);
        last = next;
        if (!isHidden(ownerDocument)) this.#host.requestUpdate();
      },
      { signal },
    );
    this.#seen();
  }

  readonly #seen = (): void => {
    const isUnseen = isHidden(this.#host.ownerDocument);
    if (isUnseen) this.#unwatch?.();
    this.#unwatch = isUnseen ? undefined : (this.#unwatch ?? this.part?.watch?.());
    if (!isUnseen) this.#host.requestUpdate();
  };
}
