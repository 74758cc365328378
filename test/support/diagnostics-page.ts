import '../../src/define/castray-provider.js';
import '../../src/define/castray-diagnostics.js';
import type { CheckId } from '../../src/store/diagnosis/check.js';
import type { CastrayDiagnostics } from '../../src/elements/castray-diagnostics/castray-diagnostics.js';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import type { DiagnosisEvent } from '../../src/elements/events/diagnosis-event.js';
import { mountWidget, type Whereabouts } from './cluster-page.js';
import { ShadowPage } from './shadow-page.js';
import { until } from './wait.js';

/** A `<castray-diagnostics>` in a provider of its own, as a user meets it. */
export class DiagnosticsPage extends ShadowPage<CastrayDiagnostics> {
  /** What the page heard, at its provider. */
  readonly events: DiagnosisEvent[] = [];

  constructor(element: CastrayDiagnostics) {
    super(element);
    this.provider.addEventListener('castray-diagnosis', (event) => this.events.push(event));
  }

  static async mount(where: Whereabouts, settings: Partial<CastrayProvider> = {}) {
    return new DiagnosticsPage(await mountWidget('castray-diagnostics', where, settings));
  }

  /** What is wrong, and what to do, as it stands on top. */
  get verdict(): string {
    return this.textOf("[part='verdict'] p");
  }

  /** A line of the list, as it is read. */
  line(id: CheckId): string {
    return this.textOf(`[data-check='${id}']`);
  }

  /** Waits until these words are in the verdict. */
  async finds(words: string, timeout = 5000): Promise<void> {
    await until(() => this.verdict.includes(words), `“${words}”`, timeout).catch(
      (error: unknown) => {
        throw new Error(`not “${words}”, but “${this.verdict}”`, { cause: error });
      },
    );
  }

  async done(): Promise<void> {
    await until(() => this.element.diagnosis?.isComplete, 'all checks');
  }
}
