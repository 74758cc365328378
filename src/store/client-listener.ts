import type { Access } from '../connection/access.js';
import type { ConnectionState } from '../connection/connection-state.js';
import type { Problem } from '../connection/problem.js';
import type { ClusterReport, RayRecord } from '../model/report.js';

/** What one endpoint has to tell. */
export interface ClientNews {
  report: ClusterReport;
  /** Raw records of an answer whose figures came too late. */
  facts: readonly RayRecord[];
  connection: ConnectionState;
  /** Something new went wrong; `connection` says what of it still matters. */
  problem: Problem;
}

/** Hears of each kind of news. Called synchronously; must not throw. */
export type ClientListener = {
  readonly [Kind in keyof ClientNews]: (news: ClientNews[Kind]) => void;
};

/** What the users of an endpoint ask for; times in ms. */
export interface ClientSettings {
  readonly pollInterval: number;
  readonly staleAfter: number;
  /** What lets the page in, where it gave anything. */
  readonly access?: Access | undefined;
  /**
   * Absolute address of a worker that receives and reads the frames; in the page without one. With another
   * worker, another client has to be acquired.
   */
  readonly worker?: string | undefined;
}
