import type { CastrayClusterSummary } from '../../src/elements/castray-cluster-summary/castray-cluster-summary.js';
import type { CastrayNodeList } from '../../src/elements/castray-node-list/castray-node-list.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { visibleText } from '../support/cluster-page.js';
import { ShadowPage } from '../support/shadow-page.js';
import { until } from '../support/wait.js';

/** A page with a provider, a summary and a node list, as its user reads it. */
export class FaultPage {
  readonly provider: CastrayProvider;
  readonly summary: CastrayClusterSummary;
  readonly list: CastrayNodeList;

  constructor(provider: CastrayProvider) {
    this.provider = provider;
    this.summary = provider.querySelector('castray-cluster-summary')!;
    this.list = provider.querySelector('castray-node-list')!;
  }

  /** All that stands on it. */
  get text(): string {
    const { provider, summary, list } = this;
    return [...new Set([provider, summary, list, ...provider.children])].map(visibleText).join(' ');
  }

  /** Puts another widget beside them. */
  add<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    this.provider.append(element);
    return element;
  }

  /** The names in the list, from top to bottom. */
  get names(): string[] {
    return [...this.list.shadowRoot!.querySelectorAll("[part='name']")].map(visibleText);
  }

  async says(words: string, timeout = 4000): Promise<void> {
    await until(() => this.text.includes(words), `“${words}”`, timeout).catch((error: unknown) => {
      throw new Error(`not read: “${words}”, but: ${this.text}`, { cause: error });
    });
  }

  async lists(count: number, timeout = 4000): Promise<void> {
    await until(() => this.names.length === count, `${count} nodes`, timeout);
  }

  /** Waits for figures newer than those that are shown. */
  async newFigures(timeout = 4000): Promise<void> {
    const { snapshot } = this.provider;
    await until(() => this.provider.snapshot !== snapshot, 'new figures', timeout);
  }

  /** Each phase that is shown from now on, once for as long as it lasts. */
  watchPhases(): readonly string[] {
    const { provider } = this;
    const phases: string[] = [provider.connection.phase];
    provider.addEventListener('castray-connection-change', () => {
      const { phase } = provider.connection;
      if (phase !== phases.at(-1)) phases.push(phase);
    });
    return phases;
  }

  /** The button of the summary that is called exactly so. */
  button(name: string): HTMLButtonElement {
    return new ShadowPage(this.summary).button(name);
  }
}
