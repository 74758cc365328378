import '../../src/define/castray-provider.js';
import '../../src/define/castray-connection.js';
import type { CastrayConnection } from '../../src/elements/castray-connection/castray-connection.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { mountWidget, type Whereabouts } from './cluster-page.js';
import { ShadowPage } from './shadow-page.js';
import { until } from './wait.js';

/** A `<castray-connection>` in a provider of its own, as a user meets it. */
export class ConnectionPage extends ShadowPage<CastrayConnection> {
  static async mount(where: Whereabouts, settings: Partial<CastrayProvider> = {}) {
    return new ConnectionPage(await mountWidget('castray-connection', where, settings));
  }

  /** The phase, as a word. */
  get word(): string {
    return this.part('phase');
  }

  /** What a screen reader was told last. */
  get announced(): string {
    return this.textOf("[role='status']");
  }

  /** Each entry of the log, newest first. */
  get entries(): HTMLElement[] {
    return this.all("[part='log-entry']");
  }

  /** Waits until the phase is that word. */
  async is(word: string, timeout?: number): Promise<void> {
    await until(() => this.word === word, `the word “${word}”`, timeout);
  }

  /** Every text that stood at a place from now on, each once for as long as it stood. */
  watch(read: (page: this) => string): string[] {
    const seen = [read(this)];
    new MutationObserver(() => {
      if (read(this) !== seen.at(-1)) seen.push(read(this));
    }).observe(this.root, { subtree: true, childList: true, characterData: true });
    return seen;
  }
}
