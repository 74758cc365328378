import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ConnectionPhase } from '../../connection/connection-state.js';
import { ClusterController } from '../../context/cluster-controller.js';
import { firstAnswer } from '../../context/first-answer.js';
import { isKnown } from '../../model/unknown.js';
import type { ClusterState } from '../../store/cluster-store.js';
import { connectionCatalogue, type ConnectionMessages } from '../../text/connection.js';
import { problemText } from '../../text/problem-text.js';
import { CastrayElement } from '../castray-element.js';
import { Ages } from '../parts/ages.js';
import { connectionButtons } from '../parts/connection-buttons.js';
import { withoutProvider } from '../parts/empty-panel.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { icon } from '../parts/icons.js';
import { phaseBadge } from '../parts/phase-badge.js';
import { Announcer } from './announcer.js';
import { connectionStyles } from './castray-connection.styles.js';
import { phaseLog } from './phase-log-view.js';
import { SteadyPhase } from './steady-phase.js';

/**
 * How the connection stands, small enough for a page's header: the phase, the age of the data, the
 * round-trip time, the next attempt, reconnect and pause; opens to a log of the last transitions.
 * Tells screen readers of transitions, at most once in 10 s.
 *
 * @csspart box - The box around everything.
 * @csspart line - What is always shown.
 * @csspart phase - The connection's phase.
 * @csspart age - The age of the data.
 * @csspart round-trip - The time that the last ping or request took.
 * @csspart attempt - The next attempt, while the connection is down.
 * @csspart actions - The buttons.
 * @csspart cause - What is wrong, and what to do.
 * @csspart log - The last transitions.
 * @csspart log-entry - One transition.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-text - Colour of the text.
 * @cssproperty --castray-accent - Colour of focus.
 */
export class CastrayConnection extends CastrayElement<ConnectionMessages> {
  protected override readonly catalogue = connectionCatalogue;

  static override styles = connectionStyles;

  static override properties: PropertyDeclarations = {
    open: { type: Boolean, reflect: true },
  };

  /** Whether the log is shown. */
  open = false;

  readonly #cluster = new ClusterController(this, (state) => state);
  /** Whole seconds until something, from its time. */
  readonly #waits = new Ages(this, (age) => String(Math.max(0, Math.ceil(-age / 1000))));
  readonly #steady = new SteadyPhase(() => {
    this.requestUpdate();
  });
  readonly #announcer = new Announcer(() => {
    this.announce(this.#inWords());
  });
  #shown: ConnectionPhase = 'unconfigured';

  constructor() {
    super();
    new FocusKeeper(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#steady.reset();
    this.#announcer.reset();
  }

  protected override awaited(): Promise<void> | undefined {
    return firstAnswer(this.#cluster.store);
  }

  /** After the controllers, which know of the provider by now. */
  protected override update(changed: PropertyValues<this>): void {
    const connection = this.#cluster.value?.connection;
    if (connection) {
      this.#shown = this.#steady.show(connection.phase);
      this.#announcer.hear(connection.phase, connection.lastError !== undefined);
    } else {
      this.#steady.reset();
      this.#announcer.reset();
    }
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const state = this.#cluster.value;
    return html`<div
      class="box"
      part="box"
      role="group"
      aria-label=${this.#title()}
      data-phase=${state?.connection.phase ?? nothing}
    >
      ${state ? this.#status(state) : this.#withoutProvider()}
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  #title(): string {
    return this.text.connection.title(this.#cluster.value?.label ?? '');
  }

  /** The state of this moment as it is announced. */
  #inWords(): string {
    const { text } = this;
    const connection = this.#cluster.value?.connection;
    if (!connection) return '';
    const { phase, lastError } = connection;
    const cause = lastError ? problemText(lastError, text) : '';
    return text.connection.announced(this.#title(), text.phases[phase], cause);
  }

  #withoutProvider(): TemplateResult {
    const { text, provider } = this;
    return html`<div class="line" part="line">
      ${icon('unplugged')} ${withoutProvider(text, provider)}
      <span class="cause muted small">${text.empty.noProviderHelp}</span>
    </div>`;
  }

  #status(state: ClusterState): TemplateResult {
    const { text } = this;
    const words = text.connection;
    const { phase } = state.connection;
    return html`<div class="line" part="line">
        ${phaseBadge(this.#shown, text)}
        <span class="figures muted small">
          ${phase === 'unconfigured' ? nothing : this.#figures(state)}
        </span>
        <div class="actions" part="actions">
          ${phase === 'unconfigured' ? nothing : this.#commands(phase === 'paused')}
          <button
            type="button"
            class="quiet"
            aria-expanded=${this.open}
            aria-controls="log"
            @click=${this.#toggleLog}
          >
            ${words.log} ${icon(this.open ? 'up' : 'down')}
          </button>
        </div>
      </div>
      ${this.#cause(state)} ${this.open ? phaseLog(state.transitions, text, this.format) : nothing}`;
  }

  #figures({ connection, snapshot }: ClusterState): TemplateResult {
    const { text } = this;
    const { roundTripMs } = connection;
    return html`<span part="age">
        ${snapshot ? text.age.of(this.ago(snapshot.nodesReceivedAt)) : text.age.none}
      </span>
      <span part="round-trip">
        ${text.connection.roundTrip(
          isKnown(roundTripMs) ? `${this.format.number(Math.ceil(roundTripMs))} ms` : text.unknown,
        )}
      </span>
      ${this.#attempt(connection)}`;
  }

  /** Which attempt is next, and when; nothing while none is needed or none will be made. */
  #attempt({ attempt, nextAttemptAt }: ClusterState['connection']): unknown {
    const isUnderWay = this.#shown === 'connecting' || this.#shown === 'reconnecting';
    if (this.#shown === 'live' || (nextAttemptAt === undefined && !isUnderWay)) return nothing;
    const wait = nextAttemptAt === undefined ? '0' : this.#waits.since(nextAttemptAt);
    return html`<span part="attempt">${this.text.connection.attempt(attempt + 1, wait)}</span>`;
  }

  #commands(isPaused: boolean): TemplateResult {
    const { text } = this;
    const { reconnect: askAgain, togglePause } = this.#cluster;
    return connectionButtons({ text, isPaused, again: text.retry, askAgain, togglePause });
  }

  #cause({ connection: { phase, lastError } }: ClusterState): unknown {
    const { text } = this;
    if (this.#shown === 'live' || (!lastError && phase !== 'unconfigured')) return nothing;
    const words = lastError ? problemText(lastError, text) : text.empty.unconfiguredHelp;
    return html`<p class="cause small" part="cause">${words}</p>`;
  }

  readonly #toggleLog = (): void => {
    this.open = !this.open;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-connection': CastrayConnection;
  }
}
