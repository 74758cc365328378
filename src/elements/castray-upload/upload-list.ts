import { html, nothing, type TemplateResult } from 'lit';
import {
  isUploadOver,
  type FileUpload,
  type UploadState,
} from '../../store/uploads/file-upload.js';
import type { NameAnswer } from '../../store/uploads/upload-item.js';
import type { Formats } from '../../text/formats.js';
import type { UploadsMessages } from '../../text/uploads.js';
import { nameAnswers, uploadRow, type UploadCommands } from './upload-row.js';

/** What can be done with all of them. */
export interface ListCommands extends UploadCommands {
  readonly clear: () => void;
  readonly settleAll: (answer: NameAnswer) => void;
}

/** How many are stored, what is asked of all, and each. */
export function uploadList(
  uploads: readonly FileUpload[],
  text: UploadsMessages,
  format: Formats,
  commands: ListCommands,
): TemplateResult {
  const words = text.uploads;
  const taken = uploads.filter(({ state }) => state === 'exists');
  const over = uploads.filter(({ state }) => isUploadOver(state));
  const count = (end: UploadState): number => over.filter(({ state }) => state === end).length;
  const stored = count('stored');
  const all = words.all(taken.length);
  return html`<div class="line">
      <span class="summary" part="summary">
        ${words.summary(stored, uploads.length, over.length - stored - count('unknown'))}
      </span>
      ${
        over.length > 0
          ? html`<button type="button" class="quiet" part="clear-button" @click=${commands.clear}>
              ${text.sending.clear}
            </button>`
          : nothing
      }
    </div>
    ${
      taken.length > 1
        ? html`<div class="line">
            <span>${all}</span>
            ${nameAnswers(text, (word) => `${all} ${word}`, commands.settleAll)}
          </div>`
        : nothing
    }
    <ul aria-label=${words.title}>
      ${uploads.map((each) => uploadRow(each, text, format, commands))}
    </ul>`;
}
