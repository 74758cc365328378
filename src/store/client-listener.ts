import type { ConnectionState } from '../connection/connection-state.js';
import type { Problem } from '../connection/problem.js';
import type { ClusterReport, NodeFacts } from '../model/report.js';

/** What one endpoint has to tell. Called synchronously; must not throw. */
export interface ClientListener {
  report(report: ClusterReport): void;
  /** Raw records of an answer whose figures came too late. */
  facts(facts: readonly NodeFacts[]): void;
  connection(state: ConnectionState): void;
  /** Something new went wrong; `connection` says what of it still matters. */
  problem(problem: Problem): void;
}

/** What the users of an endpoint ask for, in ms. */
export interface ClientSettings {
  readonly pollInterval: number;
  readonly staleAfter: number;
}
