import type { ConnectionState } from '../../src/connection/connection-state.js';
import type { Problem } from '../../src/connection/problem.js';
import type { ClusterReport, RayRecord } from '../../src/model/report.js';
import type { ClientListener } from '../../src/store/client-listener.js';

/** Writes down what a client tells. */
export class Recorder implements ClientListener {
  readonly reports: ClusterReport[] = [];
  readonly learnt: RayRecord[] = [];
  readonly states: ConnectionState[] = [];
  readonly problems: Problem[] = [];

  report(report: ClusterReport): void {
    this.reports.push(report);
  }

  facts(facts: readonly RayRecord[]): void {
    this.learnt.push(...facts);
  }

  connection(state: ConnectionState): void {
    this.states.push(state);
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  get sources(): readonly string[] {
    return this.reports.map(({ source }) => source);
  }

  get codes(): readonly string[] {
    return this.problems.map(({ code }) => code);
  }

  /** Each phase once for as long as it lasted. */
  get phases(): readonly string[] {
    const phases = this.states.map(({ phase }) => phase);
    return phases.filter((phase, i) => phase !== phases[i - 1]);
  }
}
