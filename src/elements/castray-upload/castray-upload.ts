import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { StorePart } from '../../context/store-part.js';
import { plainName } from '../../model/harmless-text.js';
import { MIB } from '../../model/units.js';
import { isUploadOver } from '../../store/uploads/file-upload.js';
import { MAX_UPLOAD, type ChosenFile } from '../../store/uploads/upload-item.js';
import {
  uploadsOf,
  type UploadQueue,
  type UploadsState,
} from '../../store/uploads/upload-queue.js';
import { newsText } from '../../text/sending.js';
import { uploadsCatalogue, type UploadsMessages } from '../../text/uploads.js';
import { CastrayElement } from '../castray-element.js';
import { UploadEvent } from '../events/upload-event.js';
import { aliveNodes, type AliveNodes } from '../parts/alive-nodes.js';
import { Copier } from '../parts/copier.js';
import { emptyPanel } from '../parts/empty-panel.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { situation } from '../parts/situation.js';
import { uploadStyles } from './castray-upload.styles.js';
import { fromFiles } from './chosen-files.js';
import { DropZone } from './drop-zone.js';
import { uploadList, type ListCommands } from './upload-list.js';

const TARGET_PATH = '/uploads/';
const UPLOADS_PATH = '/tmp/castray_uploads/';

/**
 * Uploads files and folders to CastRay: dropped, chosen or pasted. Two at a time; each with its
 * progress, and an end that says only what the service has confirmed: stored on the gateway.
 * A page that has this element allows uploads.
 *
 * @fires {UploadEvent} castray-upload-start - The first byte of a file leaves.
 * @fires {UploadEvent} castray-upload-end - A file is stored, or will not be, or nobody knows.
 * @csspart card - The box around everything.
 * @csspart title - The title.
 * @csspart drop - Where files are dropped.
 * @csspart choose-button - One of the two buttons that open a picker.
 * @csspart target - The choice of the node.
 * @csspart summary - How many of all are stored.
 * @csspart clear-button - Takes what is over from the page.
 * @csspart upload - One file.
 * @csspart name - Its name.
 * @csspart state - Its state.
 * @csspart percent - How much has left.
 * @csspart progress - The same as a bar.
 * @csspart facts - Node, size, speed, remaining time.
 * @csspart path - Where it is stored, if the page says in which folder.
 * @csspart copy-button - Copies that.
 * @csspart reason - Why it was not stored, or may not be.
 * @csspart answer-button - Replace, rename, skip.
 * @csspart cancel-button - Stops it.
 * @csspart retry-button - Sends it once more.
 * @csspart empty - What stands there without a provider or an address.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-selected - Background of the drop zone while files are over it.
 * @cssproperty --castray-accent - Bars and focus.
 */
export class CastrayUpload extends CastrayElement<UploadsMessages> {
  protected override readonly catalogue = uploadsCatalogue;

  static override styles = uploadStyles;

  static override properties: PropertyDeclarations = {
    maxSize: { attribute: 'max-size' },
    targetPath: { attribute: 'target-path', useDefault: true },
    uploadsPath: { attribute: 'uploads-path', useDefault: true },
  };

  /** The largest file that is sent, in MiB; 100 unless given. */
  maxSize: string | number | undefined;

  /** The folder that is named to the service. */
  targetPath: string = TARGET_PATH;

  /**
   * Where the service keeps uploads: there is looked whether a name is taken. Where the page says so itself,
   * a stored file's path is shown.
   */
  uploadsPath: string = UPLOADS_PATH;

  readonly #cluster = new ClusterController(this, aliveNodes, (a, b) => a.key === b.key);
  readonly #queue = new StorePart<UploadsState, UploadQueue>(
    this,
    () => this.#cluster.store,
    uploadsOf,
    (next, last) => this.#changed(next, last),
  );
  readonly #zone = new DropZone(this, (chosen) => {
    this.#take(chosen);
  });
  readonly #commands: ListCommands = {
    cancel: (key) => this.#queue.part?.cancel(key),
    retry: (key) => this.#queue.part?.retry(key),
    settle: (key, answer) => this.#queue.part?.settle(key, answer),
    settleAll: (answer) => {
      for (const { key } of this.#queue.part?.state.uploads ?? [])
        this.#commands.settle(key, answer);
    },
    clear: () => this.#queue.part?.clear(),
    copy: (path) => void this.#copy(path),
    outcomeOf: (path) => this.#copier.outcomeOf(path),
  };
  readonly #copier = new Copier(this);
  #target = '';
  #hasNoNode = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  /** Takes files as if the user had chosen them. */
  add(files: Iterable<File>): void {
    this.#take(fromFiles(files));
  }

  protected override render(): TemplateResult {
    const title = clusterTitle(this.text.uploads.title, this.#cluster.value?.state.label);
    return html`<div
      class="card"
      part="card"
      role="group"
      aria-label=${title}
      @paste=${this.#zone.paste}
    >
      <h2 part="title">${title}</h2>
      ${this.#body()}
      <span class="visually-hidden" role="status">${this.announcement}</span>
    </div>`;
  }

  get #limit(): number {
    const given = Number(this.maxSize ?? NaN);
    if (given > 0) return given * MIB;
    if ((this.maxSize ?? '') !== '') this.attributeReader.warn('max-size', this.maxSize, 'MiB');
    return MAX_UPLOAD;
  }

  #body(): TemplateResult {
    const { text, provider } = this;
    const slice = this.#cluster.value;
    const now = situation(this.#cluster.attachment, slice?.state);
    const queue = this.#queue.part;
    if (!slice || !queue || now.phase === 'unconfigured') {
      const options = { text, provider, cluster: this.#cluster };
      return emptyPanel(now.empty ?? 'unconfigured', now, options);
    }
    const { uploads } = queue.state;
    const nodes = slice.nodes.toSorted((a, b) => this.format.compare(a.name, b.name));
    const { format } = this;
    return html`
      ${this.#zone.view({
        text,
        nodes,
        chosen: this.#node,
        onChoose: this.#chooseNode,
        hasNoNode: this.#hasNoNode && !this.#node,
      })}
      <p class="muted small">${text.uploads.help}</p>
      ${uploads.length > 0 ? uploadList(uploads, text, format, this.#commands) : nothing}
    `;
  }

  /** The chosen node; the head node until one is chosen, or when that one has died. */
  get #node(): AliveNodes['nodes'][number] | undefined {
    const nodes = this.#cluster.value?.nodes ?? [];
    return (
      nodes.find(({ nodeId }) => nodeId === this.#target) ??
      nodes.find(({ isHeadNode }) => isHeadNode === true) ??
      nodes[0]
    );
  }

  #take(chosen: readonly ChosenFile[]): void {
    const node = this.#node;
    this.#hasNoNode = !node;
    this.requestUpdate();
    if (!node) return;
    this.#queue.part?.add(chosen, {
      targetNode: node.name,
      maxSize: this.#limit,
      targetFolder: this.attributeReader.text('target-path', this.targetPath, TARGET_PATH),
      uploadsFolder: this.attributeReader.text('uploads-path', this.uploadsPath, UPLOADS_PATH),
      isFolderGiven: this.hasAttribute('uploads-path') || this.uploadsPath !== UPLOADS_PATH,
    });
  }

  #changed({ uploads }: UploadsState, last: UploadsState): void {
    const before = new Map(last.uploads.map(({ key, state }) => [key, state]));
    const news: [string, string][] = [];
    for (const item of uploads) {
      const { key, state, given } = item;
      if (before.get(key) === state) continue;
      if (state === 'sending' && before.get(key) !== 'stalled') {
        this.dispatchEvent(new UploadEvent(UploadEvent.start, item));
      }
      const isOver = isUploadOver(state);
      if (isOver || state === 'exists' || state === 'stalled')
        news.push([plainName(given), this.text.uploads.states[state]]);
      if (isOver) this.dispatchEvent(new UploadEvent(UploadEvent.end, item));
    }
    if (news.length > 0) this.announce(newsText(news, this.text));
  }

  async #copy(path: string): Promise<void> {
    const { copied, copyFailed } = this.text.uploads;
    this.announce((await this.#copier.copy(path)) === 'copied' ? copied : copyFailed);
  }

  readonly #chooseNode = ({ target }: Event): void => {
    this.#target = (target as HTMLSelectElement).value;
    this.requestUpdate(); // what is drawn next has to know what stands there
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-upload': CastrayUpload;
  }
}
