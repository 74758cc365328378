import { html } from '@open-wc/testing';
import '../../src/define/castray-provider.js';
import '../../src/define/castray-diagnostics.js';
import type { CheckId } from '../../src/store/diagnosis/check.js';
import type { CastrayDiagnostics } from '../../src/elements/castray-diagnostics/castray-diagnostics.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { DiagnosisEvent } from '../../src/elements/events/diagnosis-event.js';
import { mountProvider, visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** A `<castray-diagnostics>` in a provider of its own, as a user meets it. */
export class DiagnosticsPage {
  readonly provider: CastrayProvider;
  readonly element: CastrayDiagnostics;
  /** What the page heard, at its provider. */
  readonly events: DiagnosisEvent[] = [];

  constructor(provider: CastrayProvider) {
    this.provider = provider;
    this.element = provider.querySelector('castray-diagnostics')!;
    provider.addEventListener('castray-diagnosis', (event) => this.events.push(event));
  }

  static async mount(settings: Partial<CastrayProvider> = {}, lang = 'en') {
    const provider = await mountProvider(
      html`<castray-provider lang=${lang}
        ><castray-diagnostics></castray-diagnostics
      ></castray-provider>`,
    );
    const page = new DiagnosticsPage(provider);
    Object.assign(provider, settings);
    return page;
  }

  /** What is wrong, and what to do, as it stands on top. */
  get verdict(): string {
    const sentence = this.find("[part='verdict'] p");
    return sentence ? visibleText(sentence) : '';
  }

  /** A line of the list, as it is read. */
  line(id: CheckId): string {
    const line = this.find(`[data-check='${id}']`);
    return line ? visibleText(line) : '';
  }

  /** A button by what it is called. */
  button(name: string): HTMLButtonElement | undefined {
    const buttons = [...this.element.shadowRoot!.querySelectorAll('button')];
    return buttons.find((button) => visibleText(button).startsWith(name));
  }

  find(selector: string): Element | null {
    return this.element.shadowRoot!.querySelector(selector);
  }

  says(words: string, timeout = 5000): Promise<void> {
    return until(() => this.verdict.includes(words), `“${words}”`, timeout).catch(
      (error: unknown) => {
        throw new Error(`not “${words}”, but “${this.verdict}”`, { cause: error });
      },
    );
  }

  done(): Promise<void> {
    return until(() => this.element.diagnosis?.isComplete, 'all checks');
  }
}
