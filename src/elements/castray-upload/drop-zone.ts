import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { ChosenFile } from '../../store/uploads/upload-item.js';
import type { UploadsMessages } from '../../text/uploads.js';
import { fromFiles, fromTransfer } from './chosen-files.js';

export interface ZoneOptions {
  readonly text: UploadsMessages;
  /** Alive, in the order in which they are offered. */
  readonly nodes: readonly ClusterNode[];
  readonly chosen: ClusterNode | undefined;
  readonly onChoose: (event: Event) => void;
  /** There was no node to send to. */
  readonly hasNoNode: boolean;
}

/** Where files come from: dropped, chosen, pasted. */
export class DropZone {
  readonly #host: ReactiveControllerHost;
  readonly #take: (chosen: readonly ChosenFile[]) => void;
  #isOver = false;

  constructor(host: ReactiveControllerHost, take: (chosen: readonly ChosenFile[]) => void) {
    this.#host = host;
    this.#take = take;
  }

  view({
    text: { uploads: words, unknown },
    nodes,
    chosen,
    onChoose,
    hasNoNode,
  }: ZoneOptions): TemplateResult {
    return html`<div
      class="drop ${this.#isOver ? 'over' : ''}"
      part="drop"
      @dragover=${this.#dragOver}
      @dragleave=${this.#dragLeave}
      @drop=${this.#drop}
    >
      <p>${words.drop}</p>
      <div class="line">
        ${this.#picker(words.files, false)} ${this.#picker(words.folder, true)}
      </div>
      <label class="line">
        <span>${words.node}</span>
        <select part="target" @change=${onChoose}>
          ${nodes.length > 0 ? nothing : html`<option value="">${unknown}</option>`}
          ${nodes.map(
            ({ nodeId, name }) =>
              html`<option value=${nodeId} .selected=${nodeId === chosen?.nodeId}>${name}</option>`,
          )}
        </select>
      </label>
      <p class="small" role="alert">${hasNoNode ? words.noNode : nothing}</p>
    </div>`;
  }

  readonly paste = (event: ClipboardEvent): void => {
    void this.#takeFrom(event.clipboardData);
  };

  #picker(word: string, isFolder: boolean): TemplateResult {
    return html`<button type="button" part="choose-button" @click=${pick}>${word}</button
      ><input type="file" hidden multiple ?webkitdirectory=${isFolder} @change=${this.#picked} />`;
  }

  readonly #picked = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    this.#take(fromFiles(input.files ?? []));
    input.value = ''; // the same file may be chosen again
  };

  readonly #dragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(true);
  };

  readonly #dragLeave = (): void => {
    this.#setOver(false);
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(false);
    void this.#takeFrom(event.dataTransfer);
  };

  async #takeFrom(transfer: DataTransfer | null): Promise<void> {
    const chosen = await fromTransfer(transfer);
    if (chosen.length > 0) this.#take(chosen);
  }

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}

function pick({ currentTarget }: Event): void {
  ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
}
