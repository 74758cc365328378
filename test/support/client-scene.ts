import type { Access } from '../../src/connection/access.js';
import { ClusterClient } from '../../src/store/cluster-client.js';
import { startService, type TestService } from './castray.js';
import { FakeClock } from './fake-clock.js';
import { FakeSockets } from './fake-socket.js';
import { Recorder } from './recorder.js';
import { until } from './wait.js';

/** A client on a service of its own, by a clock that stands still, and what was heard of it. */
export class ClientScene {
  readonly service: TestService;
  readonly clock = new FakeClock();
  readonly heard = new Recorder();
  readonly fake = new FakeSockets();
  client!: ClusterClient;

  constructor(service: TestService) {
    this.service = service;
  }

  /** Of its own each time: Firefox lets a page wait longer and longer for an address that failed. */
  static async open(): Promise<ClientScene> {
    return new ClientScene(await startService({ churn: false, frameInterval: 600_000 }));
  }

  async close(): Promise<void> {
    this.client.dispose();
    await until(() => this.clock.pending === 0, 'no timer is left');
    await this.service.stop();
  }

  start({
    isFake = false,
    hasRest = true,
    hasSocket = true,
    access = undefined as Access | undefined,
  } = {}): void {
    const { service, clock, heard, fake } = this;
    this.client = new ClusterClient({
      apiBase: hasRest ? service.apiBase : undefined,
      wsUrl: hasSocket ? service.wsUrl : undefined,
      clock,
      access,
      ...(isFake ? { openSocket: fake.open } : {}),
    });
    this.client.subscribe(heard);
    this.client.start();
  }

  async startPolling(): Promise<void> {
    await this.service.control('refuseUpgrade', { status: 403 });
    this.start();
    await until(() => this.heard.reports.length === 1, 'a report');
    for (const n of [1, 2]) {
      await this.failedAttempts(n);
      this.nextAttempt();
    }
    await this.failedAttempts(3);
    await this.phase('polling');
  }

  async phase(wanted: string): Promise<void> {
    await until(() => this.client.connection.phase === wanted, `is ${wanted}`);
  }

  async failedAttempts(n: number): Promise<void> {
    await until(() => this.client.connection.attempt === n, `has failed ${n} times`);
  }

  nextAttempt(): void {
    this.clock.advance(this.client.connection.nextAttemptAt! - this.clock.now());
  }
}
