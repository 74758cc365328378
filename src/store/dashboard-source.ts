import type { Access } from '../connection/access.js';
import type { Clock } from '../connection/clock.js';
import type { Problem } from '../connection/problem.js';
import { REST_RETRIES, RestClient, type RestResult } from '../connection/rest-client.js';
import type { ClusterReport } from '../model/report.js';
import { DASHBOARD, readDashboardAnswer } from './dashboard-answer.js';

/** Hears what REST says of the cluster. Called synchronously; must not throw. */
export interface DashboardListener {
  readonly answered: (report: ClusterReport, requestedAt: number) => void;
  /** It was asked with `used`; the page may have given another sign-in meanwhile. */
  readonly failed: (problem: Problem, used: Access) => void;
  /** It is tried again: the cause need not wait for the last attempt. */
  readonly attemptFailed: (problem: Problem) => void;
}

/** The cluster as REST has it. */
export class DashboardSource {
  readonly #access: () => Access;
  readonly #listener: DashboardListener;
  readonly #rest: RestClient;
  #request: Promise<RestResult> | undefined;
  #reading = Promise.resolve();
  #disposed = false;

  constructor(apiBase: string, clock: Clock, access: () => Access, listener: DashboardListener) {
    this.#access = access;
    this.#listener = listener;
    this.#rest = new RestClient({ apiBase, clock, access, attemptFailed: listener.attemptFailed });
  }

  /** Several callers can wait for one request; its answer is read and told once. */
  ask(retries = REST_RETRIES): Promise<void> {
    const request = this.#rest.get(DASHBOARD, retries);
    if (request !== this.#request) {
      this.#request = request;
      this.#reading = this.#read(request);
    }
    return this.#reading;
  }

  /** What is awaited then ends, and is not told. */
  dispose(): void {
    this.#disposed = true;
    this.#rest.dispose();
  }

  async #read(request: Promise<RestResult>): Promise<void> {
    const used = this.#access();
    const answer = readDashboardAnswer(await request);
    if (request === this.#request) this.#request = undefined; // its text may be of 10 MB
    if (this.#disposed) return;
    if (answer.ok) this.#listener.answered(answer.report, answer.requestedAt);
    else this.#listener.failed(answer.problem, used);
  }
}
