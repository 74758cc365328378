import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { StorePart } from '../../context/store-part.js';
import { pathInFolder } from '../../model/file-address.js';
import { FILES_PATH } from '../../model/files.js';
import type { ClusterNode } from '../../model/cluster.js';
import {
  transfersOf,
  type StartFault,
  type TransferQueue,
  type TransfersState,
} from '../../store/transfers/transfer-queue.js';
import {
  groupOf,
  isOver,
  TRANSFER_GROUPS,
  type TransferGroup,
  type TransferOrder,
} from '../../store/transfers/transfer.js';
import { storedPathsOf } from '../../store/uploads/stored-paths.js';
import { problemText } from '../../text/problem-text.js';
import { newsText } from '../../text/sending.js';
import { transfersCatalogue, type TransfersMessages } from '../../text/transfers.js';
import { CastrayElement } from '../castray-element.js';
import { TransferEvent } from '../events/transfer-event.js';
import { aliveNodes } from '../parts/alive-nodes.js';
import { emptyPanel } from '../parts/empty-panel.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { notice } from '../parts/notices.js';
import { situation } from '../parts/situation.js';
import { transfersStyles } from './castray-transfers.styles.js';
import { readOrder, startForm } from './start-form.js';
import { transferRow } from './transfer-row.js';

const ACTIONS = ['start'] as const;
/** So many of a group are drawn at most, the newest: more would hold up the page at each look. */
const MAX_ROWS = 500;

/**
 * Transfers of files between nodes: those that run, have completed, have failed. What the service has
 * no record of is unknown, never completed. Starts others where the page asks for it.
 *
 * @fires {TransferEvent} castray-transfer-start - The service has taken a transfer of this page.
 * @fires {TransferEvent} castray-transfer-end - A transfer that was running has completed, failed, or
 * become unknown.
 * @csspart card - The box around everything.
 * @csspart title - The title.
 * @csspart form - The form that starts a transfer.
 * @csspart source - The choice of the source.
 * @csspart target - The choice of the target.
 * @csspart file - The field for the file.
 * @csspart mode - The choice of the mode.
 * @csspart start-button - The button that starts it.
 * @csspart fault - Why nothing was started.
 * @csspart group - One of the three groups.
 * @csspart clear-button - Takes what has ended from the page.
 * @csspart transfer - One transfer.
 * @csspart name - Its file.
 * @csspart state - Its state.
 * @csspart percent - How far it is.
 * @csspart progress - The same as a bar.
 * @csspart path - From where to where.
 * @csspart facts - Size, speed, remaining time, times.
 * @csspart reason - Why it failed, or is unknown.
 * @csspart again-button - Starts it once more.
 * @csspart notice - What is wrong with the list.
 * @csspart empty - What stands there without a provider or an address.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-accent - Bars and focus.
 */
export class CastrayTransfers extends CastrayElement<TransfersMessages> {
  protected override readonly catalogue = transfersCatalogue;

  static override styles = transfersStyles;

  static override properties: PropertyDeclarations = {
    actions: { useDefault: true },
    filesPath: { attribute: 'files-path', useDefault: true },
  };

  /** What the page allows: `start`, or nothing. */
  actions = '';

  /** What CastRay wants before the name of a listed file. */
  filesPath: string = FILES_PATH;

  readonly #cluster = new ClusterController(this, aliveNodes, (a, b) => a.key === b.key);
  readonly #queue = new StorePart<TransfersState, TransferQueue>(
    this,
    () => this.#cluster.store,
    transfersOf,
    (next, last) => this.#changed(next, last),
  );
  #chosen = { source: '', target: '' };
  #fault: StartFault | undefined;
  /** In which that fault is. */
  #order: TransferOrder | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override render(): TemplateResult {
    const title = clusterTitle(this.text.transfers.title, this.#cluster.value?.state.label);
    return html`<div class="card" part="card" role="group" aria-label=${title}>
      <h2 part="title">${title}</h2>
      ${this.#body()}
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  get #mayStart(): boolean {
    return this.attributeReader.words('actions', this.actions, ACTIONS).has('start');
  }

  #body(): TemplateResult {
    const { text, provider } = this;
    const slice = this.#cluster.value;
    const now = situation(this.#cluster.attachment, slice?.state);
    const state = this.#queue.part?.state;
    const mayStart = this.#mayStart; // told of a typing error also where there is nothing to show
    if (!slice || !state || now.phase === 'unconfigured') {
      const options = { text, provider, cluster: this.#cluster };
      return emptyPanel(now.empty ?? 'unconfigured', now, options);
    }
    const problem = now.problem ?? state.problem;
    const { isLoaded, transfers } = state;
    return html`
      ${mayStart ? this.#form(slice.nodes, state) : nothing}
      ${problem ? notice(problemText(problem, text)) : nothing}
      ${isLoaded || problem ? nothing : notice(text.transfers.unread)}
      ${isLoaded && transfers.length === 0 ? html`<p class="muted">${text.transfers.empty}</p>` : nothing}
      ${transfers.length > 0 ? TRANSFER_GROUPS.map((group) => this.#group(group, state)) : nothing}
    `;
  }

  #form(nodes: readonly ClusterNode[], { files }: TransfersState): TemplateResult {
    const { compare } = this.format;
    const folder = this.attributeReader.text('files-path', this.filesPath, FILES_PATH);
    const { store } = this.#cluster;
    return startForm({
      text: this.text,
      nodes: nodes.toSorted((a, b) => compare(a.name, b.name)),
      paths: [
        ...files.map((name) => pathInFolder(folder, name)),
        ...(store ? storedPathsOf(store) : []),
      ],
      chosen: this.#chosen,
      fault: this.#fault,
      order: this.#order,
      onInput: this.#edited,
      onFocus: this.#readFiles,
      onSubmit: this.#submit,
    });
  }

  #group(group: TransferGroup, { transfers }: TransfersState): TemplateResult {
    const { text, format } = this;
    const shown = transfers.filter((transfer) => groupOf(transfer) === group);
    const more = shown.length - MAX_ROWS;
    const title = text.transfers.groups[group];
    const again = this.#mayStart ? this.#again : undefined;
    return html`<div part="group" data-group=${group}>
      <div class="line">
        <h3>${title} <span class="count muted">${format.number(shown.length)}</span></h3>
        ${
          group !== 'running' && shown.length > 0
            ? html`<button
                type="button"
                class="quiet"
                part="clear-button"
                aria-label=${text.colon(title, text.sending.clear)}
                @click=${() => this.#queue.part?.clear(group)}
              >
                ${text.sending.clear}
              </button>`
            : nothing
        }
      </div>
      <ul aria-label=${title}>
        ${shown.slice(0, MAX_ROWS).map((transfer) => transferRow(transfer, text, format, again))}
      </ul>
      ${more > 0 ? html`<p class="muted">${text.transfers.more(format.number(more))}</p>` : nothing}
    </div>`;
  }

  #changed({ transfers }: TransfersState, last: TransfersState): void {
    const before = new Map(last.transfers.map((transfer) => [transfer.key, transfer.state]));
    const news: [string, string][] = [];
    for (const transfer of transfers) {
      const { key, state, id, fileName } = transfer;
      const was = before.get(key);
      if (was === undefined || was === state) continue;
      if (was === 'starting' && id) this.#tell(TransferEvent.start, transfer);
      if (!isOver(state) && state !== 'stalled') continue;
      news.push([fileName, this.text.transfers.states[state]]);
      if (isOver(state)) this.#tell(TransferEvent.end, transfer);
    }
    if (news.length > 0) this.announce(newsText(news, this.text));
  }

  #tell(...news: ConstructorParameters<typeof TransferEvent>): void {
    this.dispatchEvent(new TransferEvent(...news));
  }

  readonly #again = (key: string): void => {
    this.#fault = this.#queue.part?.again(key);
    this.requestUpdate();
  };

  readonly #readFiles = (): void => {
    void this.#queue.part?.readFiles();
    this.requestUpdate(); // a file may have been uploaded meanwhile
  };

  readonly #edited = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement)
      this.#chosen = { ...this.#chosen, [target.name]: target.value };
    this.#fault = undefined;
    this.requestUpdate();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const nodes = this.#cluster.value?.nodes ?? [];
    this.#order = readOrder(event.target as HTMLFormElement, nodes);
    this.#fault = this.#queue.part?.start(this.#order);
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-transfers': CastrayTransfers;
  }
}
