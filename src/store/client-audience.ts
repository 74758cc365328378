import type { ConnectionState } from '../connection/connection-state.js';
import { EMPTY_REPORTS_TO_BELIEVE } from '../model/cluster-history.js';
import type { ClusterReport, RayRecord } from '../model/report.js';
import type { ClientListener, ClientNews } from './client-listener.js';

/** Those who listen to one endpoint. Who comes late hears what the others know. */
export class ClientAudience {
  readonly #listeners = new Set<ClientListener>();
  /** The last one with nodes, and of the empty ones since as many as decide whether they are believed. */
  #reports: readonly ClusterReport[] = [];
  /** The last raw records of REST: no frame has any. */
  facts: readonly RayRecord[] = [];

  /** Returns a function that ends it. */
  add(listener: ClientListener, connection: ConnectionState): () => void {
    this.#listeners.add(listener);
    listener.connection(connection);
    for (const report of this.#reports) listener.report(report);
    if (this.facts.length > 0) listener.facts(this.facts);
    return () => this.#listeners.delete(listener);
  }

  report(report: ClusterReport): void {
    const before = report.nodes.length > 0 ? [] : this.#reports.slice(-EMPTY_REPORTS_TO_BELIEVE);
    this.#reports = [...before, report];
    this.tell('report', report);
  }

  tell<Kind extends keyof ClientNews>(kind: Kind, news: ClientNews[Kind]): void {
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) listener[kind](news); // else it left while another was told
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
