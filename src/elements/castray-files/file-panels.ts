import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterController } from '../../context/cluster-controller.js';
import { UNKNOWN } from '../../model/unknown.js';
import type { FileListState } from '../../store/files/file-catalogue.js';
import { fileProblemText, type FilesMessages } from '../../text/files.js';
import { notice } from '../parts/notices.js';
import { emptyPanel, panel } from '../parts/empty-panel.js';
import { situation } from '../parts/situation.js';
import type { FilesSlice } from './files-slice.js';

/** Stands there where no service can be asked. */
export function noServicePanel(
  cluster: ClusterController<FilesSlice>,
  text: FilesMessages,
  provider: string,
): TemplateResult {
  const now = situation(cluster.attachment, undefined);
  const reason = cluster.value ? 'unconfigured' : (now.empty ?? 'no-provider');
  return emptyPanel(reason, now, { text, provider, cluster });
}

/** Stands there until there is a first list. */
export function waitingPanel(
  problem: FileListState['problem'],
  text: FilesMessages,
  refresh: () => void,
): TemplateResult {
  const { loading, failed } = text.files;
  if (!problem) return html`<div aria-busy="true">${panel('refresh', loading, '')}</div>`;
  const retry = html`<button type="button" @click=${refresh}>${text.refresh}</button>`;
  return panel('warning', failed, fileProblemText(problem, text), retry);
}

/** There is a list, with nothing in it that was asked for. */
export function nothingPanel(
  isFiltered: boolean,
  text: FilesMessages,
  clear: () => void,
): TemplateResult {
  const words = text.files;
  if (!isFiltered) return panel('empty', words.noFiles, words.noFilesHelp);
  return panel(
    'search',
    words.noMatch,
    words.noMatchHelp,
    html`<button type="button" part="clear-button" @click=${clear}>${words.clearSearch}</button>`,
  );
}

/** What is wrong although there is a list. */
export function oldNotices(
  { problem, receivedAt }: FileListState,
  text: FilesMessages,
  ago: (at: number) => string,
): TemplateResult | typeof nothing {
  if (!problem || receivedAt === undefined) return nothing;
  return html`<div class="notices">
    ${notice(`${text.files.old(ago(receivedAt))} ${fileProblemText(problem, text)}`)}
  </div>`;
}

/** What is known of the file server, which downloads come from. */
export function reachLine(
  address: string | undefined,
  answers: FileListState['serverAnswers'],
  { files: { reach } }: FilesMessages,
): TemplateResult {
  if (address === undefined) return html`<p class="reach small" part="reach">${reach.none}</p>`;
  const isForeign = new URL(address).origin !== location.origin;
  return html`<p class="reach small" part="reach">
    ${
      answers === true
        ? reach.answers(address, isForeign)
        : answers === UNKNOWN
          ? reach.unknown(address)
          : reach.silent(address, answers)
    }
  </p>`;
}
