import '../../src/define/castray-provider.js';
import '../../src/define/castray-transfers.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { CastrayTransfers } from '../../src/elements/castray-transfers/castray-transfers.js';
import type { TransferEvent } from '../../src/elements/events/transfer-event.js';
import { mountWidget, visibleText, type Whereabouts } from './cluster-page.js';
import { SendingPage } from './sending-page.js';
import { until } from './wait.js';

/** A `<castray-transfers>` in a provider of its own, as a user meets it. */
export class TransfersPage extends SendingPage<CastrayTransfers> {
  constructor(element: CastrayTransfers) {
    super(element);
    const note = ({ type, transfer: { fileName, state } }: TransferEvent): void =>
      this.note(type, fileName, state);
    this.provider.addEventListener('castray-transfer-start', note);
    this.provider.addEventListener('castray-transfer-end', note);
  }

  /** Transfers can be started, unless the attributes say otherwise. Waits until the connection is live. */
  static async mount(
    where: Whereabouts,
    settings: Partial<CastrayProvider> = {},
    attributes: Readonly<Record<string, string>> = {},
  ) {
    const page = new TransfersPage(
      await mountWidget('castray-transfers', where, settings, { actions: 'start', ...attributes }),
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
    (this.get("input[name='file']") as HTMLInputElement).value = file;
    await this.element.updateComplete;
  }

  async start(source: string, target: string, file: string): Promise<void> {
    await this.fill(source, target, file);
    this.get("[part='start-button']").click();
    await this.element.updateComplete;
  }

  /** So many run, by the service's own word. */
  async runs(n = 1): Promise<void> {
    const isNamed = () => this.rows('running').filter((row) => row.endsWith(': running')).length;
    await until(() => isNamed() === n, `${n} that run`, 8000);
  }

  /** A percentage on the first row that has one. */
  get percent(): number {
    return Number.parseFloat(this.part('percent'));
  }

  #select(field: string): HTMLSelectElement {
    return this.get(`select[name='${field}']`) as HTMLSelectElement;
  }

  #option(field: string, name: string): HTMLOptionElement | undefined {
    const options = [...this.#select(field).options];
    return options.find((option) => visibleText(option) === name);
  }
}
