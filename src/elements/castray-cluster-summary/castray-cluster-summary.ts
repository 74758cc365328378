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
import type { ClusterNode, ClusterSnapshot } from '../../model/cluster.js';
import { isKnown, UNKNOWN, type Maybe } from '../../model/unknown.js';
import type { ClusterState } from '../../store/cluster-store.js';
import { problemText } from '../../text/problem-text.js';
import { summaryCatalogue, type SummaryMessages } from '../../text/cluster-summary.js';
import { CastrayElement } from '../castray-element.js';
import { connectionButtons } from '../parts/connection-buttons.js';
import { emptyPanel } from '../parts/empty-panel.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { Help } from '../parts/help.js';
import { notice, notices, problemNotice } from '../parts/notices.js';
import { phaseBadge } from '../parts/phase-badge.js';
import { situation, type Situation } from '../parts/situation.js';
import { summaryStyles } from './castray-cluster-summary.styles.js';
import { resourceTile, RESOURCES } from './resource-tile.js';

/**
 * The whole cluster at a glance: nodes by state, the head node, CPU, memory, GPU and object store,
 * the connection and the age of the data. Figures that nobody sent are added up from the nodes and
 * marked as derived; what nobody knows is called unknown.
 *
 * @csspart card - The box around everything.
 * @csspart header - Name, connection and buttons.
 * @csspart title - The cluster's name.
 * @csspart phase - The connection's phase.
 * @csspart age - The age of the data.
 * @csspart actions - The buttons.
 * @csspart help-button - The button that opens what the figures mean.
 * @csspart help - What the figures mean.
 * @csspart tiles - The figures.
 * @csspart tile - One figure; also has its own name: `nodes`, `head`, `cpu`, `memory`, `gpu`, `objectStore`.
 * @csspart derived - The mark of a figure that was added up from the nodes.
 * @csspart meter - A share with its figure.
 * @csspart meter-bar - The bar of a share.
 * @csspart more - What the button opens below the one line: notices, and what the figures mean.
 * @csspart notice - A line about figures that are not as they should be.
 * @csspart empty - What stands there while there is nothing to show.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-text - Colour of the text.
 * @cssproperty --castray-accent - Colour of focus and of what is chosen.
 */
export class CastrayClusterSummary extends CastrayElement<SummaryMessages> {
  protected override readonly catalogue = summaryCatalogue;

  static override styles = summaryStyles;

  static override properties: PropertyDeclarations = {
    compact: { type: Boolean, reflect: true },
  };

  /** One line, for a page's header. What else there is to say opens below it, over the page. */
  compact = false;

  readonly #cluster = new ClusterController(this, (state) => state);
  readonly #help = new Help(this);
  #isAsking = false;
  /** REST did not answer when the button asked it to, and has not answered since. */
  #hasFailed = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override awaited(): Promise<void> | undefined {
    return firstAnswer(this.#cluster.store);
  }

  /** After the controllers, which know of the provider by now. */
  protected override update(changed: PropertyValues<this>): void {
    const connection = this.#cluster.value?.connection;
    // where the socket delivers nothing, the connection itself says why
    this.#hasFailed &&= connection?.phase === 'live' && connection.restError !== undefined;
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const state = this.#cluster.value;
    const now = situation(this.#cluster.attachment, state);
    const lines = this.#lines(now, state);
    return html`<div class="card" part="card" role="group" aria-label=${this.#title()}>
      ${state ? this.#header(state, this.compact && lines.length > 0) : nothing}
      ${this.#body(now, state, lines)}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    </div>`;
  }

  #title(): string {
    return this.#cluster.value?.label || this.text.cluster.title; // an empty label is none
  }

  /** What is not as it should be, where something is not. */
  #lines(now: Situation, state: ClusterState | undefined): unknown[] {
    const { text } = this;
    const { restError } = state?.connection ?? {};
    const { problem = this.#hasFailed ? restError : undefined, completeness, oldSince } = now;
    const isUnreachable =
      completeness === 'none-reported' && oldSince === undefined && now.unread === 0;
    return [
      notices(now, text, this.ago),
      problem ? problemNotice(problem, text) : nothing,
      isUnreachable ? notice(text.empty.noNodesHelp) : nothing,
    ].filter((line) => line !== nothing);
  }

  #body(now: Situation, state: ClusterState | undefined, lines: readonly unknown[]): unknown {
    if (now.empty) {
      const { text, provider } = this;
      return emptyPanel(now.empty, now, { text, provider, cluster: this.#cluster });
    }
    const snapshot = state?.snapshot;
    if (!snapshot) return nothing;
    const tiles = this.#tiles(snapshot, now.oldSince !== undefined);
    const meanings = this.#help.list(this.#meanings(snapshot));
    if (!this.compact) return [lines, tiles, meanings];
    // a header has no room for more than its line
    const more = html`<div
      class="more"
      part="more"
      role="group"
      tabindex="0"
      aria-label=${this.#title()}
    >
      ${lines}${meanings}
    </div>`;
    return [tiles, this.#help.isOpen ? more : nothing];
  }

  #header({ connection, snapshot }: ClusterState, hasMore: boolean): TemplateResult {
    const { text } = this;
    const { phase } = connection;
    return html`<div class="header" part="header">
      <h2 class="cut" part="title" title=${this.#title()}>${this.#title()}</h2>
      ${phaseBadge(phase, text)}
      <span
        class="age muted small"
        part="age"
        data-at=${snapshot ? this.format.dateTime(snapshot.nodesReceivedAt) : nothing}
      >
        ${snapshot ? text.age.of(this.ago(snapshot.nodesReceivedAt)) : text.age.none}
      </span>
      ${phase === 'unconfigured' ? nothing : this.#actions(phase, snapshot !== undefined, hasMore)}
    </div>`;
  }

  #actions(phase: ConnectionPhase, hasFigures: boolean, hasMore: boolean): TemplateResult {
    const { text } = this;
    const { reconnect, togglePause } = this.#cluster;
    const isPaused = phase === 'paused';
    const isStopped = phase === 'stopped';
    const again = isStopped ? text.retry : text.refresh;
    const askAgain = isStopped ? reconnect : this.#refresh;
    return html`<div class="actions" part="actions">
      ${connectionButtons({ text, isPaused, isAsking: this.#isAsking, again, askAgain, togglePause })}
      ${hasFigures ? this.#help.button(text, hasMore) : nothing}
    </div>`;
  }

  #tiles(snapshot: ClusterSnapshot, isOld: boolean): TemplateResult {
    const { text, format } = this;
    const { counts, headNode } = snapshot;
    const words = text.cluster;
    const { total, alive, dead, unknown } = counts;
    const count = (n: Maybe<number>, kind: string, word: string) =>
      isKnown(n) ? html`<span class=${kind}>${format.number(n)} ${word}</span>` : nothing;
    return html`<dl class="tiles ${isOld ? 'old' : ''}" part="tiles">
      <div class="tile" part="tile nodes">
        <dt>${words.nodes}</dt>
        <dd>
          <span class="big">${isKnown(total) ? format.number(total) : text.unknown}</span>
          <span class="states">
            ${count(alive, 'alive', words.alive)}
            ${count(dead, dead === 0 ? 'muted' : 'dead', words.dead)}
            ${count(unknown || UNKNOWN, 'muted', words.stateUnknown)}
          </span>
        </dd>
      </div>
      ${RESOURCES.map((resource) => resourceTile(resource, snapshot, text, format))}
      <div class="tile" part="tile head">
        <dt>${words.headNode}</dt>
        <dd>${this.#head(headNode)}</dd>
      </div>
    </dl>`;
  }

  #meanings({ totals }: ClusterSnapshot): [name: string, meaning: string][] {
    const { cluster: words, help } = this.text;
    const derived = RESOURCES.some((resource) => totals[resource].provenance === 'derived');
    return [
      [words.nodes, help.nodes],
      [words.cpu, help.cpu],
      [words.memory, help.memory],
      [words.gpu, help.gpu],
      [words.objectStore, help['object-store']],
      [words.headNode, help.name],
      ...(derived ? [[words.derived, words.derivedHelp] as [string, string]] : []),
    ];
  }

  #head(node: Maybe<ClusterNode>): TemplateResult | string {
    if (!isKnown(node)) return this.text.unknown;
    return html`<span class="big cut" title=${node.name}>${node.name}</span>
      ${node.state === 'DEAD' ? html`<span class="dead">${this.text.cluster.dead}</span>` : nothing}
      <span class="address muted small">${isKnown(node.nodeIp) ? node.nodeIp : nothing}</span>`;
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    this.requestUpdate();
    await this.#cluster.store?.refresh();
    this.#isAsking = false;
    this.#cluster.catchUp();
    const { text } = this;
    const { connection, snapshot } = this.#cluster.value ?? {};
    const problem = connection?.restError;
    this.#hasFailed = problem !== undefined;
    this.announce(
      problem ? problemText(problem, text) : text.age.of(this.ago(snapshot?.nodesReceivedAt ?? 0)),
    );
  }

  readonly #refresh = (): void => {
    if (!this.#isAsking) void this.#ask();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-cluster-summary': CastrayClusterSummary;
  }
}
