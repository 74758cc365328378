import { html } from '@open-wc/testing';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-connection.js';
import type { CastrayConnection } from '../../src/elements/castray-connection/castray-connection.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { mountProvider, visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** A `<castray-connection>` in a provider of its own, as a user meets it. */
export class ConnectionPage {
  readonly provider: CastrayProvider;
  readonly element: CastrayConnection;

  constructor(provider: CastrayProvider) {
    this.provider = provider;
    this.element = provider.querySelector('castray-connection')!;
  }

  static async mount(api: string, settings: Partial<CastrayProvider> = {}, lang = 'en') {
    const provider = await mountProvider(
      html`<castray-provider api-base=${api} lang=${lang}>
        <castray-connection></castray-connection>
      </castray-provider>`,
    );
    Object.assign(provider, settings);
    return new ConnectionPage(provider);
  }

  /** The text of a part; empty where there is none. */
  part(name: string): string {
    const part = this.find(`[part~='${name}']`);
    return part ? visibleText(part) : '';
  }

  /** The phase, as a word. */
  get word(): string {
    return this.part('phase');
  }

  /** What a screen reader was told last. */
  get announced(): string {
    const region = this.find("[role='status']");
    return region ? visibleText(region) : '';
  }

  /** Each entry of the log, newest first. */
  get entries(): Element[] {
    return [...this.element.shadowRoot!.querySelectorAll("[part='log-entry']")];
  }

  /** A button by what it is called. */
  button(name: string): HTMLButtonElement {
    const buttons = [...this.element.shadowRoot!.querySelectorAll('button')];
    return buttons.find((button) => (button.ariaLabel ?? visibleText(button)) === name)!;
  }

  find(selector: string): Element | null {
    return this.element.shadowRoot!.querySelector(selector);
  }

  says(word: string, timeout = 4000): Promise<void> {
    return until(() => this.word === word, `the word “${word}”`, timeout);
  }

  /** Every text that stood at a place from now on, each once for as long as it stood. */
  watch(read: (page: this) => string): string[] {
    const seen = [read(this)];
    new MutationObserver(() => {
      if (read(this) !== seen.at(-1)) seen.push(read(this));
    }).observe(this.element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    return seen;
  }
}
