import type { Context, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClusterStore } from '../store/cluster-store.js';
import { clusterContext } from './cluster-context.js';

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
    // Widgets that name it by an id which it is given late find it by then.
    new MutationObserver(this.hostConnected.bind(this)).observe(host, { attributeFilter: ['id'] });
  }

  hostConnected(): void {
    // Tells the page that a provider has come; the name and the fields are those of `@lit/context`.
    const event = new Event('context-provider', { bubbles: true, composed: true });
    const fields = { context: clusterContext, contextTarget: this.#host };
    this.#host.dispatchEvent(Object.assign(event, fields));
  }
}
