import { executeServerCommand } from '@web/test-runner-commands';
import { html, render } from 'lit';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-cluster-summary.js';
import '../../src/define/castray-node-list.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { startService, type ServiceOptions, type TestService } from '../support/castray.js';
import { startNetwork, type TestNetwork } from '../support/tcp.js';
import { FaultPage } from './fault-page.js';

interface Addresses {
  readonly apiBase: string;
  readonly wsUrl?: string;
}

/** One fault on a page: what it is made of, and what is written down of it for the suite's table. */
export class Scene {
  readonly #endings: (() => unknown)[] = [];
  readonly #sights: string[] = [];
  #recovery: string | undefined;

  /** A service in which no node comes or goes by itself. */
  async service(options: ServiceOptions = {}): Promise<TestService> {
    const service = await startService({ churn: false, frameInterval: 200, ...options });
    this.#endings.push(() => service.stop());
    return service;
  }

  /** A service, and between it and the page a network with the faults that networks have. */
  async network(options: ServiceOptions = {}, host?: string): Promise<[TestNetwork, TestService]> {
    const service = await this.service(options);
    return [await startNetwork(service, host), service];
  }

  /** A page with a provider, the summary and the node list. */
  open({ apiBase, wsUrl }: Addresses, settings: Partial<CastrayProvider> = {}): FaultPage {
    const place = document.createElement('main');
    document.body.append(place);
    this.#endings.push(() => place.remove());
    const provider = document.createElement('castray-provider');
    Object.assign(provider, { apiBase, wsUrl }, settings);
    render(
      html`<castray-cluster-summary></castray-cluster-summary>
        <castray-node-list></castray-node-list>`,
      provider,
    );
    place.append(provider);
    return new FaultPage(provider);
  }

  /** Done when the scene is over, however it ends. */
  atEnd(ending: () => unknown): void {
    this.#endings.push(ending);
  }

  /** Waits until a user reads these words, and writes them down. */
  async reads(page: FaultPage, words: string, timeout?: number): Promise<void> {
    await page.says(words, timeout);
    this.saw(`“${words}”`);
  }

  /** Writes down what a user saw where words do not say it. */
  saw(what: string): void {
    this.#sights.push(what);
  }

  /** Writes down how long it took, in ms. */
  recoveredIn(ms: number): void {
    this.#recovery = ms < 100 ? '< 0.1 s' : `${(ms / 1000).toFixed(1)} s`;
  }

  /** Waits until a user reads these words, «Live» say, and writes down how long that took. */
  async recovers(page: FaultPage, timeout?: number, words = 'Live'): Promise<void> {
    const since = performance.now();
    await page.says(words, timeout);
    this.recoveredIn(performance.now() - since);
  }

  async end(number: number, fault: string, result: 'passed' | 'failed'): Promise<void> {
    for (const ending of this.#endings.reverse()) await ending();
    await executeServerCommand('faults:row', {
      number,
      fault,
      saw: this.#sights.join('; '),
      recovery: this.#recovery ?? '–',
      result,
    });
  }
}
