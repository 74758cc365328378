import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { firstAnswer } from '../../context/first-answer.js';
import type { ClusterNode } from '../../model/cluster.js';
import { NODE_FIGURES } from '../../model/shares.js';
import { meaningOf } from '../../store/cluster-state.js';
import { nodeHistory, type NodeHistory } from '../../store/node-history.js';
import { nodeNews, type NodeNewsLog, type StateSince } from '../../store/node-news.js';
import { nodeDetailCatalogue, type NodeDetailMessages } from '../../text/node-detail.js';
import { CastrayElement } from '../castray-element.js';
import { COLUMN_IDS } from '../node-parts/column-choice.js';
import { columnTitle } from '../node-parts/columns.js';
import { Copier } from '../parts/copier.js';
import { nodeRequest } from '../node-parts/node-actions.js';
import { fact, nodeDetails } from '../node-parts/node-details.js';
import { roleMark, stateMark } from '../node-parts/node-marks.js';
import { figureName } from '../node-parts/node-figures.js';
import { emptyPanel, panel } from '../parts/empty-panel.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { Help } from '../parts/help.js';
import { notice, notices, problemLine } from '../parts/notices.js';
import { situation } from '../parts/situation.js';
import { nodeDetailStyles } from './castray-node-detail.styles.js';
import { sparkline } from './sparkline.js';

/** What was heard of the nodes so far. */
interface Past {
  readonly history: NodeHistory;
  readonly news: NodeNewsLog;
}

/**
 * All that is known of one node, for a side panel or a page of its own, and how its figures were since
 * the page opened. A node that has left stays, with what was last known of it.
 *
 * @slot actions - The page's own buttons for the node.
 * @csspart box - The box around everything.
 * @csspart header - Name, role, state and times.
 * @csspart title - The node's name.
 * @csspart age - The age of the data.
 * @csspart since - Since when the node has been in its state.
 * @csspart actions - What the page put into the slot.
 * @csspart help-button - The button that opens what the figures mean.
 * @csspart help - What the figures mean.
 * @csspart details - Everything that is known of the node.
 * @csspart state - The node's state in a shape and a word.
 * @csspart head-badge - The mark of the head node.
 * @csspart copy-button - The button that copies the node's id.
 * @csspart meter - A share with its figure.
 * @csspart meter-bar - The bar of a share.
 * @csspart history - CPU, memory and GPU over time.
 * @csspart sparkline - One of them as a line.
 * @csspart notice - A line about figures that are not as they should be.
 * @csspart empty - What stands there while there is nothing to show.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-border - Lines.
 * @cssproperty --castray-text - Colour of the text.
 * @cssproperty --castray-accent - Colour of focus and of the lines of history.
 */
export class CastrayNodeDetail extends CastrayElement<NodeDetailMessages> {
  protected override readonly catalogue = nodeDetailCatalogue;

  static override styles = nodeDetailStyles;

  static override properties: PropertyDeclarations = {
    nodeId: { attribute: 'node-id', reflect: true, useDefault: true },
  };

  /** Ray's id of the node, all of it; empty for none. */
  nodeId = '';

  readonly #cluster = new ClusterController(this, (state) => state);
  readonly #help = new Help(this);
  readonly #copier = new Copier(this);
  /** As it was last reported. */
  #node: ClusterNode | undefined;
  /** When that was, in ms since 1970. */
  #nodeAt = 0;
  /** Whose node it is, and of what its figures are. */
  #lastMeaning: string | undefined;
  #isGone = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#clicked);
    return root;
  }

  protected override awaited(): Promise<void> | undefined {
    return firstAnswer(this.#cluster.store);
  }

  /** After the controllers, which know of the provider by now. */
  protected override update(changed: PropertyValues<this>): void {
    const { nodeId } = this;
    const cluster = this.#cluster.value;
    const snapshot = cluster?.snapshot;
    const meaning = cluster && meaningOf(cluster);
    const last = this.#node;
    const node = snapshot?.nodes.find((each) => each.nodeId === nodeId);
    // with the snapshot goes the cluster whose node it was, and with their meaning its figures
    const isSame = last?.nodeId === nodeId && meaning === this.#lastMeaning;
    const kept = snapshot && isSame ? last : undefined;
    const isGone = !node && kept !== undefined;
    if (kept) {
      const { name, state } = node ?? kept;
      if (isGone !== this.#isGone || state !== kept.state) {
        const { detail, node: words, colon } = this.text;
        this.announce(colon(name, isGone ? detail.gone : words.states[state]));
      }
    }
    this.#lastMeaning = meaning;
    this.#isGone = isGone;
    this.#node = node ?? kept;
    if (node && snapshot) this.#nodeAt = snapshot.nodesReceivedAt;
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const name = this.#node?.name ?? this.text.detail.title;
    const title = clusterTitle(name, this.#cluster.value?.label);
    return html`<div class="card" part="box" role="group" aria-label=${title}>
      ${this.#body()}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    </div>`;
  }

  #body(): unknown {
    const { text, provider, nodeId } = this;
    const words = text.detail;
    const state = this.#cluster.value;
    const now = situation(this.#cluster.attachment, state);
    const store = this.#cluster.store;
    // both begin now, whichever node is chosen later
    const past = store && { history: nodeHistory(store), news: nodeNews(store) };
    if (now.empty || !state?.snapshot || !past) {
      const options = { text, provider, cluster: this.#cluster };
      return emptyPanel(now.empty ?? 'connecting', now, options);
    }
    const main = this.#node
      ? this.#all(this.#node, past, now.oldSince !== undefined)
      : nodeId
        ? panel('search', words.missing, words.missingHelp(nodeId))
        : panel('empty', words.none, words.noneHelp);
    return html`${notices(now, text, this.ago)} ${problemLine(now, text, this.#cluster.reconnect)}
    ${this.#isGone ? notice(words.gone) : nothing} ${main}`;
  }

  #all(node: ClusterNode, { history, news }: Past, isOld: boolean): TemplateResult {
    const { text, format } = this;
    const { nodeId } = node;
    const copyOutcome = this.#copier.outcomeOf(nodeId);
    const item = { node, text, format, isSelected: false, isOpen: true, copyOutcome };
    return html`<div class="header" part="header">
        <h2 part="title">${node.name}</h2>
        ${roleMark(node, text)} ${stateMark(node, text)}
        <div class="actions" part="actions">
          <slot name="actions"></slot>${this.#help.button(text)}
        </div>
        <p class="times muted small">
          ${this.#since(news.stateSince(node))}
          <span part="age" data-at=${format.dateTime(this.#nodeAt)}
            >${text.age.of(this.ago(this.#nodeAt))}</span
          >
        </p>
      </div>
      <div class=${isOld || this.#isGone ? 'old' : ''} data-node=${nodeId}>
        ${nodeDetails(item)}
      </div>
      <div class="history" part="history">
        <h3>${text.detail.history}</h3>
        <dl class="details">
          ${NODE_FIGURES.filter((figure) => figure !== 'gpu' || node.gpuCount !== 0).map(
            (figure) => {
              const name = figureName(figure, text);
              return fact(name, sparkline(name, history.track(nodeId, figure), text, format));
            },
          )}
        </dl>
      </div>
      ${this.#help.list(COLUMN_IDS.map((id) => [columnTitle(id, text), text.help[id]]))}`;
  }

  #since(since: StateSince | undefined): unknown {
    if (!since || this.#isGone) return nothing;
    const words = this.text.detail;
    const toText = since.isSeen ? words.since : words.atLeastSince;
    return html`<span part="since">
      ${toText(this.format.time(since.at), this.ago(since.at))}
    </span>`;
  }

  readonly #clicked = (event: Event): void => {
    const request = nodeRequest(event);
    if (request?.action === 'copy') void this.#copy(request.nodeId);
  };

  async #copy(nodeId: string): Promise<void> {
    const outcome = await this.#copier.copy(nodeId);
    const { copied, copyFailed } = this.text.node;
    this.announce(outcome === 'copied' ? copied : copyFailed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-node-detail': CastrayNodeDetail;
  }
}
