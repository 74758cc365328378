import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { looksOf } from '../../model/harmless-text.js';
import { TRANSFER_MODES } from '../../model/transfer.js';
import type { TransferOrder } from '../../store/transfers/transfer.js';
import type { StartFault } from '../../store/transfers/transfer-queue.js';
import type { TransfersMessages } from '../../text/transfers.js';

/** What the form shows. */
export interface StartFormOptions {
  readonly text: TransfersMessages;
  /** Alive, in the order in which they are offered. */
  readonly nodes: readonly ClusterNode[];
  /** Of the files that are suggested, as CastRay wants them. */
  readonly paths: readonly string[];
  /** Ids of the chosen nodes. */
  readonly chosen: { readonly source: string; readonly target: string };
  readonly fault: StartFault | undefined;
  /** In which that fault is. */
  readonly order: TransferOrder | undefined;
  readonly onInput: (event: Event) => void;
  readonly onFocus: () => void;
  readonly onSubmit: (event: SubmitEvent) => void;
}

export function startForm(options: StartFormOptions): TemplateResult {
  const { text, paths, fault, order, onInput, onFocus, onSubmit } = options;
  const words = text.transfers;
  const isMissing = (value = ''): boolean => fault === 'incomplete' && !value.trim();
  return html`<form
    part="form"
    novalidate
    autocomplete="off"
    @submit=${onSubmit}
    @input=${onInput}
    @focusin=${onFocus}
  >
    ${nodeSelect('source', words.from, isMissing(order?.sourceNode), options)}
    ${nodeSelect('target', words.to, isMissing(order?.targetNode), options)}
    <label class="file">
      <span>${words.file}</span>
      <input
        name="file"
        part="file"
        list="files"
        spellcheck="false"
        placeholder=${words.fileHint}
        aria-invalid=${isMissing(order?.filePath) || nothing}
      />
    </label>
    <datalist id="files">${paths.map((path) => html`<option value=${path}></option>`)}</datalist>
    <label>
      <span>${words.mode}</span>
      <select name="mode" part="mode">
        ${TRANSFER_MODES.map((mode) => html`<option value=${mode}>${words.modes[mode]}</option>`)}
      </select>
    </label>
    <button part="start-button">${words.start}</button>
    <p class="fault small" part="fault" role="alert">${fault ? words.faults[fault] : nothing}</p>
  </form>`;
}

/** By name: several nodes share one IP. Where two look the same, the end of the id tells them apart. */
function nodeSelect(
  name: 'source' | 'target',
  label: string,
  isInvalid: boolean,
  { text, nodes, chosen }: StartFormOptions,
): TemplateResult {
  const looks = nodes.map((node) => looksOf(node.name));
  const isTwin = (look = ''): boolean => looks.indexOf(look) !== looks.lastIndexOf(look);
  return html`<label>
    <span>${label}</span>
    <select name=${name} part=${name} aria-invalid=${isInvalid || nothing}>
      <option value="">${text.transfers.choose}</option>
      ${nodes.map(
        (node, n) =>
          html`<option value=${node.nodeId} .selected=${node.nodeId === chosen[name]}>
            ${node.name} ${isTwin(looks[n]) ? `…${node.nodeId.slice(-6)}` : nothing}
          </option>`,
      )}
    </select>
  </label>`;
}

/** What the form asks for; a node that has died meanwhile is none, and a name may end in a blank. */
export function readOrder(form: HTMLFormElement, nodes: readonly ClusterNode[]): TransferOrder {
  const data = new FormData(form);
  const given = (field: string): string => {
    const value = data.get(field);
    return typeof value === 'string' ? value : '';
  };
  const nameOf = (field: string): string =>
    nodes.find(({ nodeId }) => nodeId === given(field))?.name ?? '';
  return {
    sourceNode: nameOf('source'),
    targetNode: nameOf('target'),
    filePath: given('file'),
    mode: TRANSFER_MODES.find((mode) => mode === given('mode')) ?? 'auto',
  };
}
