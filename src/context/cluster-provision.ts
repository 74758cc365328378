import type { Context, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterStore } from '../store/cluster-store.js';
import { clusterContext } from './cluster-context.js';

/** Tells the page that a provider has come; the name and the fields are those of `@lit/context`. */
class ProviderEvent extends Event {
  readonly context: Context<unknown, ClusterStore> = clusterContext;
  readonly contextTarget: Element;

  constructor(contextTarget: Element) {
    super('context-provider', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
  }
}

/**
 * Answers the context requests of the elements inside its host. The library's own provider also
 * tells of new values; here there is one store for the host's whole life, and nothing to tell.
 */
export class ClusterProvision implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement, store: ClusterStore) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('context-request', (event: ContextEvent<Context<unknown, unknown>>) => {
      if (event.context !== clusterContext || event.contextTarget === host) return;
      event.stopPropagation();
      event.callback(store);
    });
  }

  hostConnected(): void {
    this.#host.dispatchEvent(new ProviderEvent(this.#host));
  }
}
