import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterState, ClusterStore } from '../store/cluster-store.js';
import { clusterContext } from './cluster-context.js';
import { isHidden } from './page-of.js';

/** How an element stands to its provider. */
export type Attachment = 'attached' | 'no-provider' | 'provider-not-found';

/** An element that shows a cluster. */
type Host = ReactiveControllerHost &
  HTMLElement & {
    /** The id of the provider to use; empty for the nearest one around the element. */
    readonly provider: string;
  };

/**
 * Gives an element its slice of the cluster, and renders it only when that slice changes.
 *
 * It asks for the provider anew at every connection and whenever a provider appears, which the
 * library's own consumer does not: upgraded before its provider it would stay without one for ever,
 * and moved out of a provider it would keep the old one.
 */
export class ClusterController<T> implements ReactiveController {
  readonly #host: Host;
  readonly #select: (state: ClusterState) => T;
  readonly #isSame: (a: T, b: T) => boolean;
  #store: ClusterStore | undefined;
  #named: Element | undefined;
  #askedFor = '';
  #leaving: AbortController | undefined;
  #unsubscribe: (() => void) | undefined;
  #slice: T | undefined;
  #hasMissedUpdates = false;

  /**
   * @param select the part of the state that the element shows
   * @param isSame whether two of them look the same
   */
  constructor(
    host: Host,
    select: (state: ClusterState) => T,
    isSame: (a: T, b: T) => boolean = Object.is,
  ) {
    this.#host = host;
    this.#select = select;
    this.#isSame = isSame;
    host.addController(this);
  }

  /** The provider's store, for commands; `undefined` without a provider. */
  get store(): ClusterStore | undefined {
    return this.#store;
  }

  /** The slice; `undefined` without a provider. */
  get value(): T | undefined {
    return this.#slice;
  }

  /** The slice is that of this moment, also where the news of it is still to come. */
  catchUp(): void {
    if (this.#store) this.#stateChanged(this.#store.state);
  }

  /** For buttons: bound, and without effect where there is no provider. */
  readonly reconnect = (): void => {
    this.#store?.reconnect();
  };

  /** Pauses, or goes on where it is paused already. */
  readonly togglePause = (): void => {
    if (this.#store?.state.connection.phase === 'paused') this.#store.resume();
    else this.#store?.pause();
  };

  get attachment(): Attachment {
    if (this.#store) return 'attached';
    return this.#host.provider ? 'provider-not-found' : 'no-provider';
  }

  hostConnected(): void {
    const { ownerDocument } = this.#host;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    ownerDocument.addEventListener('context-provider', this.#attach, { signal });
    ownerDocument.addEventListener('visibilitychange', this.#visibilityChanged, { signal });
    this.#attach();
  }

  hostDisconnected(): void {
    this.#leaving?.abort();
    this.#bind(undefined);
  }

  hostUpdate(): void {
    if (this.#host.provider !== this.#askedFor) this.#attach();
  }

  readonly #visibilityChanged = (): void => {
    if (isHidden(this.#host.ownerDocument) || !this.#hasMissedUpdates) return;
    this.#hasMissedUpdates = false;
    this.#host.requestUpdate();
  };

  readonly #attach = (): void => {
    let found: ClusterStore | undefined;
    const id = this.#host.provider;
    this.#askedFor = id;
    this.#named = id ? findById(this.#host, id) : undefined;
    // Of the named element it asks that one alone, and not what is around it: that is another cluster.
    const event = new Event('context-request', { bubbles: !id, composed: !id });
    const fields = {
      context: clusterContext,
      contextTarget: this.#host,
      callback: (store: ClusterStore) => {
        found = store;
      },
    };
    (id ? this.#named : this.#host)?.dispatchEvent(Object.assign(event, fields));
    this.#bind(found);
  };

  #bind(store: ClusterStore | undefined): void {
    if (store === this.#store) return;
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store?.subscribe(this.#stateChanged);
    this.#slice = store && this.#select(store.state);
    this.#host.requestUpdate();
  }

  readonly #stateChanged = (state: ClusterState): void => {
    // A provider that is named by id, or that is around a slot, can leave the page, and then its store
    // rests, without its widgets leaving with it.
    if (this.#named ? !this.#named.isConnected : state.connection.phase === 'paused') {
      const store = this.#store;
      this.#attach();
      if (this.#store !== store) return;
    }
    const next = this.#select(state);
    if (this.#slice !== undefined && this.#isSame(this.#slice, next)) return;
    this.#slice = next;
    // Nobody sees a hidden tab: one render when it is shown makes up for all.
    if (isHidden(this.#host.ownerDocument)) this.#hasMissedUpdates = true;
    else this.#host.requestUpdate();
  };
}

/** In the element's own tree first, then in those around it, up to the document. */
function findById(element: Element, id: string): Element | undefined {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return element.ownerDocument.getElementById(id) ?? undefined;
  return root.getElementById(id) ?? findById(root.host, id);
}
