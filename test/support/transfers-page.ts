import { html } from '@open-wc/testing';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-transfers.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { CastrayTransfers } from '../../src/elements/castray-transfers/castray-transfers.js';
import type { TransferEvent } from '../../src/elements/events/transfer-event.js';
import type { TestService } from './castray.js';
import { mountProvider, visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** A `<castray-transfers>` in a provider of its own, as a user meets it. */
export class TransfersPage {
  readonly provider: CastrayProvider;
  readonly element: CastrayTransfers;
  /** Type and file of each event. */
  readonly events: string[] = [];

  constructor(provider: CastrayProvider) {
    this.provider = provider;
    this.element = provider.querySelector('castray-transfers')!;
    const note = ({ type, transfer }: TransferEvent): void => {
      this.events.push(
        `${type.replace('castray-transfer-', '')} ${transfer.fileName} ${transfer.state}`,
      );
    };
    provider.addEventListener('castray-transfer-start', note);
    provider.addEventListener('castray-transfer-end', note);
  }

  static async mount({ apiBase }: TestService, lang = 'en', actions = 'start', theme = 'auto') {
    const page = new TransfersPage(
      await mountProvider(
        html`<castray-provider api-base=${apiBase} lang=${lang} theme=${theme}>
          <castray-transfers actions=${actions}></castray-transfers>
        </castray-provider>`,
      ),
    );
    await until(() => page.provider.connection.phase === 'live', 'a connection');
    return page;
  }

  /** Fills the form in, by what a user reads, without sending it. */
  async fill(source: string, target: string, file: string): Promise<void> {
    const choices = [
      ['source', source],
      ['target', target],
    ] as const;
    // some names are known only when REST has answered, too
    for (const [field, name] of choices)
      await until(() => this.#option(field, name), `the node ${name}`);
    for (const [field, name] of choices) {
      const select = this.#select(field);
      select.value = this.#option(field, name)!.value;
      select.dispatchEvent(new Event('input', { bubbles: true }));
    }
    (this.find("input[name='file']") as HTMLInputElement).value = file;
    await this.element.updateComplete;
  }

  async start(source: string, target: string, file: string): Promise<void> {
    await this.fill(source, target, file);
    this.find("[part='start-button']")!.click();
    await this.element.updateComplete;
  }

  /** So many run, by the service's own word. */
  async runs(n = 1): Promise<void> {
    const isNamed = () => this.rows('running').filter((row) => row.endsWith(': running')).length;
    await until(() => isNamed() === n, `${n} that run`, 8000);
  }

  /** Each transfer of a group in words, without what depends on time. */
  rows(group: 'running' | 'completed' | 'failed'): string[] {
    const rows = this.all(`[data-group='${group}'] li`);
    return rows.map((row) => {
      const [name, state] = ['name', 'state'].map((part) => row.querySelector(`[part='${part}']`)!);
      return `${visibleText(name!)}: ${visibleText(state!)}`;
    });
  }

  text(selector: string): string {
    const found = this.find(selector);
    return found ? visibleText(found) : '';
  }

  /** A percentage on the first row that has one. */
  get percent(): number {
    return Number.parseFloat(this.text("[part='percent']"));
  }

  find(selector: string): HTMLElement | null {
    return this.element.shadowRoot!.querySelector<HTMLElement>(selector);
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }

  #select(field: string): HTMLSelectElement {
    return this.find(`select[name='${field}']`) as HTMLSelectElement;
  }

  #option(field: string, name: string): HTMLOptionElement | undefined {
    const options = [...this.#select(field).options];
    return options.find((option) => visibleText(option) === name);
  }
}
