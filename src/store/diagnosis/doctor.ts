import { systemClock, type Clock } from '../../connection/clock.js';
import { ENDPOINT_FIELDS } from '../../connection/endpoint.js';
import { openSocket, type OpenSocket } from '../../connection/live-socket.js';
import type { ClusterState, ClusterStore } from '../cluster-store.js';
import { Listeners } from '../listeners.js';
import { replaceAddresses } from '../replaced-addresses.js';
import { noEvidence, type Evidence, type PageFacts } from './evidence.js';
import { Examination, type OtherServices } from './examination.js';
import { FailureWatch } from './failure-watch.js';
import { judge, type Diagnosis } from './judge.js';

/** What the doctor cannot know without a DOM. */
export interface Surroundings extends OtherServices {
  /** Asked for at the start of each run. */
  readonly page: () => PageFacts;
  /** There is more to read in `diagnosis`. What it throws is reported as any uncaught error. */
  readonly changed: (diagnosis: Diagnosis) => void;
}

/** What a doctor is made of. */
export interface DoctorOptions {
  /** Of the cluster that is examined. */
  readonly store: ClusterStore;
  /** The page, which a doctor without a DOM has to be told of. */
  readonly surroundings: Surroundings;
  /** For tests; the system's unless given. */
  readonly clock?: Clock;
  /** For tests; a real WebSocket unless given. */
  readonly openSocket?: OpenSocket;
}

/** Finds out why a cluster does not show: by itself when the connection fails, or when it is told to. */
export class Doctor {
  readonly store: ClusterStore;
  readonly #around: Surroundings;
  readonly #listeners = new Listeners<Diagnosis>();
  readonly #clock: Clock;
  readonly #open: OpenSocket;
  readonly #watch: FailureWatch;
  #addresses = '';
  #unsubscribe: (() => void) | undefined;
  #evidence: Evidence | undefined;
  #diagnosis: Diagnosis | undefined;
  #latest: Promise<void> | undefined;
  /** Ends the probes that are under way. */
  #running: AbortController | undefined;

  constructor({ store, surroundings, clock, openSocket: open }: DoctorOptions) {
    this.store = store;
    this.#around = surroundings;
    this.#listeners.add((diagnosis) => {
      surroundings.changed(diagnosis);
    });
    this.#clock = clock ?? systemClock;
    this.#open = (url, events) => (open ?? openSocket)(url, events, store.access);
    this.#watch = new FailureWatch(this.#clock, () => {
      void this.run();
    });
  }

  /** The last one; `undefined` before the first. */
  get diagnosis(): Diagnosis | undefined {
    return this.#diagnosis;
  }

  /**
   * Whether the diagnosis is of another time: it found a fault that is over, or none where there is one
   * by now. It is made anew soon, and must not be believed until then.
   */
  get isOutdated(): boolean {
    return this.#watch.isOverdue(this.#diagnosis?.cause?.state === 'failed');
  }

  /** Watches the connection from now on. */
  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.store.subscribe(this.#look);
    this.#look(this.store.state);
    if (this.#diagnosis?.isComplete === false) void this.run(); // which was interrupted
  }

  /** Watches no more, and ends what is being checked. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#watch.reset();
    this.#evidence = undefined;
    this.#running?.abort();
  }

  /** Checks everything now; a run before it ends. */
  async run(): Promise<void> {
    this.#latest = this.#examine();
    let awaited;
    while (awaited !== this.#latest) await (awaited = this.#latest); // another may have begun meanwhile
  }

  async #examine(): Promise<void> {
    const at = this.#clock.now();
    const { store } = this;
    const cause = this.#diagnosis?.cause;
    const last = this.#watch.isFailing && cause?.state === 'failed' ? cause : undefined;
    const e = (this.#evidence = noEvidence(store.state, this.#around.page(), last));
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    const tell = (isComplete = false): void => {
      if (this.#evidence !== e) return;
      this.#diagnosis = judge(e, at, isComplete);
      this.#listeners.call(this.#diagnosis);
    };
    tell();
    const means = { clock: this.#clock, signal };
    await new Examination(e, { store, around: this.#around, open: this.#open, means, tell }).run();
    tell(true);
  }

  /** The page has learnt something new about itself. */
  reconsider(): void {
    const last = this.#diagnosis;
    const e = this.#evidence;
    if (!e || !last) return;
    e.page = this.#around.page();
    this.#diagnosis = judge(e, last.at, last.isComplete);
    this.#listeners.call(this.#diagnosis);
  }

  /** Uses the right addresses, on this page and until it is reloaded. */
  apply(): void {
    replaceAddresses(this.#diagnosis?.remedy ?? []);
  }

  readonly #look = (state: ClusterState): void => {
    const addresses = ENDPOINT_FIELDS.map((field) => state.endpoint[field].url).join(' ');
    if (addresses !== this.#addresses) {
      this.#addresses = addresses;
      this.#watch.reset();
      if (this.#diagnosis) void this.run(); // what was found is of other addresses
    }
    this.#watch.look(state);
  };
}
