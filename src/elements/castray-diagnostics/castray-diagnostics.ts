import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { SERVICE_KEYS } from '../../store/diagnosis/candidates.js';
import { Doctor } from '../../store/diagnosis/doctor.js';
import type { Diagnosis } from '../../store/diagnosis/judge.js';
import { checkText, checkTitle } from '../../text/check-text.js';
import { diagnosticsCatalogue, type DiagnosticsMessages } from '../../text/diagnostics.js';
import { CastrayElement } from '../castray-element.js';
import { readAppConfig } from '../app-config.js';
import { DiagnosisEvent } from '../events/diagnosis-event.js';
import { copyText } from '../parts/copier.js';
import { panel, withoutProvider } from '../parts/empty-panel.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { diagnosticsStyles } from './castray-diagnostics.styles.js';
import { checkList } from './check-list.js';
import { PageWitness } from './page-witness.js';
import { markdownReport } from './markdown-report.js';

/**
 * The doctor: finds out why a cluster does not show, and says it in plain words with what to do.
 * Checks by itself when the connection has failed for 10 s, at once where the fault is clear already,
 * and by its button. Offers the right addresses where the page's are mixed up.
 *
 * @fires {DiagnosisEvent} castray-diagnosis - All checks are done.
 * @csspart card - The box around everything.
 * @csspart header - The title, the outcome and the buttons.
 * @csspart title - The title.
 * @csspart outcome - How many checks failed, and when it was checked.
 * @csspart actions - The buttons.
 * @csspart verdict - What is wrong, and what to do.
 * @csspart apply-button - Uses the right addresses until the page is reloaded.
 * @csspart group - Checks that belong together.
 * @csspart check - One check; also its state: passed, warned, failed, skipped or running.
 * @csspart finding - What a check found.
 * @csspart address - The address that it tried.
 * @csspart report - The report, where it cannot be copied.
 * @csspart empty - What stands there without a provider.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-bad - Colour of a fault.
 */
export class CastrayDiagnostics extends CastrayElement<DiagnosticsMessages> {
  protected override readonly catalogue = diagnosticsCatalogue;

  static override styles = diagnosticsStyles;

  static override properties: PropertyDeclarations = { services: { type: Boolean } };

  /** Whether the other services of `window.appConfig` are checked, too. */
  services = false;

  readonly #cluster = new ClusterController(this, ({ label }) => label);
  readonly #witness = new PageWitness(this, () => this.#doctor?.reconsider());
  #doctor: Doctor | undefined;
  /** The report that stands on the page, since it could not be copied; empty for one that could. */
  #report: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  /** What was found last; `undefined` before the first check. */
  get diagnosis(): Diagnosis | undefined {
    return this.#doctor?.diagnosis;
  }

  /** Checks everything now; resolves when all is checked. */
  async run(): Promise<void> {
    if (this.isConnected) await this.updateComplete; // of one that is new, too
    await this.#doctor?.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#doctor?.stop();
  }

  /** After the controllers, which know of the provider by now. */
  protected override update(changed: PropertyValues<this>): void {
    const { store } = this.#cluster;
    if (store !== this.#doctor?.store) {
      this.#doctor?.stop();
      this.#doctor = store && new Doctor({ store, surroundings: this.#surroundings });
      this.#report = undefined;
    }
    if (this.isConnected) this.#doctor?.start();
    super.update(changed);
  }

  readonly #surroundings = {
    page: () => this.#witness.facts,
    services: () => readAppConfig(SERVICE_KEYS),
    checksServices: () => this.services,
    changed: (diagnosis: Diagnosis) => {
      this.#report = undefined;
      this.requestUpdate();
      if (diagnosis.isComplete) this.dispatchEvent(new DiagnosisEvent(diagnosis));
    },
  };

  get #title(): string {
    return clusterTitle(this.text.diagnosis.title, this.#cluster.value);
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const words = text.diagnosis;
    if (!this.#doctor) {
      const title = withoutProvider(text, this.provider);
      return html`<div class="card" part="card">
        ${panel('unplugged', title, text.empty.noProviderHelp)}
      </div>`;
    }
    const { diagnosis } = this;
    const title = this.#title;
    return html`<div class="card" part="card" role="group" aria-label=${title}>
      <div class="header" part="header">
        <h2 part="title">${title}</h2>
        ${diagnosis ? this.#outcome(diagnosis) : nothing}
        <div class="actions" part="actions">
          <button type="button" @click=${this.#run}>${words.run}</button>
          ${
            diagnosis?.isComplete
              ? html`<button type="button" @click=${this.#copy}>${words.copy}</button>`
              : nothing
          }
          <span class="small" role="status">${this.#report === '' ? words.copied : nothing}</span>
        </div>
      </div>
      ${
        this.#report
          ? html`<label class="small"
              >${words.copyFailed}<textarea
                part="report"
                readonly
                .value=${this.#report}
              ></textarea>
            </label>`
          : nothing
      }
      ${this.#verdict(diagnosis)} ${diagnosis ? checkList(diagnosis.checks, text) : nothing}
    </div>`;
  }

  #outcome({ at, checks }: Diagnosis): TemplateResult {
    const words = this.text.diagnosis;
    const count = (state: string): number => checks.filter((one) => one.state === state).length;
    return html`<span class="muted small" part="outcome">
      ${words.counts(count('failed'), count('warned'))} · ${words.checked(this.ago(at))}
    </span>`;
  }

  /**
   * What is wrong; while the checks run, as soon as something is known to be. That it is of another time
   * by now shows within a second, as the age of the diagnosis is drawn anew.
   */
  #verdict(diagnosis: Diagnosis | undefined): TemplateResult {
    const { text } = this;
    const words = text.diagnosis;
    const isKnown =
      this.#doctor?.isOutdated === false &&
      (diagnosis?.isComplete === true || diagnosis?.cause?.state === 'failed');
    const cause = isKnown ? diagnosis.cause : undefined;
    const state = cause?.state ?? (isKnown ? 'passed' : 'running');
    const { phase } = this.#doctor?.store.state.connection ?? {};
    const waits = phase === 'stopped' || phase === 'polling' || phase === 'reconnecting';
    const well = waits ? words.wellNow : words.well;
    const sentence = isKnown ? well : diagnosis ? words.checking : words.idle;
    const right = this.#doctor?.isOutdated ? undefined : diagnosis?.remedy[0]?.to;
    return html`<div class="verdict" part="verdict" data-state=${state} role="status">
      ${
        cause
          ? html`<p><strong>${checkTitle(cause, text)}</strong> ${checkText(cause, text)}</p>`
          : html`<p>${sentence}</p>`
      }
      ${
        right === undefined
          ? nothing
          : html`<button type="button" part="apply-button" @click=${this.#apply}>
              ${words.apply(right)}
            </button>`
      }
    </div>`;
  }

  readonly #run = (): void => {
    void this.run();
  };

  readonly #apply = (): void => {
    this.#doctor?.apply();
  };

  /** What cannot be copied is put on the page. */
  readonly #copy = async (): Promise<void> => {
    const { diagnosis } = this;
    if (!diagnosis) return;
    const markdown = markdownReport(diagnosis, this.#title, this.text);
    this.#report = (await copyText(markdown)) === 'copied' ? '' : markdown;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-diagnostics': CastrayDiagnostics;
  }
}
