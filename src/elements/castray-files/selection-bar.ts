import { html, nothing, type TemplateResult } from 'lit';
import { plainName } from '../../model/harmless-text.js';
import type { RemoteFile } from '../../model/files.js';
import type { FilesMessages } from '../../text/files.js';
import type { Formats } from '../../text/formats.js';
import { icon } from '../parts/icons.js';
import type { SavingState } from './file-saver.js';

export interface SelectionOptions {
  readonly text: FilesMessages;
  readonly format: Formats;
  readonly files: readonly RemoteFile[];
  readonly addresses: readonly string[];
  readonly saving: SavingState;
  readonly onDownload: () => void;
}

/** What can be done with several files; nothing while none is selected. */
export function selectionBar(options: SelectionOptions): TemplateResult | typeof nothing {
  const { text, format, files, addresses, saving, onDownload } = options;
  if (files.length === 0) return nothing;
  const words = text.files;
  const { done, all, failed, cannot } = saving;
  return html`<div class="selection" part="selection" role="group">
    <span>${words.selected(format.number(files.length))}</span>
    ${
      addresses.length === 0
        ? nothing
        : html`<button
              type="button"
              part="download-selected"
              aria-disabled=${done < all}
              @click=${done < all ? nothing : onDownload}
            >
              ${icon('download')} ${words.downloadSelected}
            </button>
            <details>
              <summary>${words.addresses}</summary>
              <textarea
                readonly
                rows="4"
                aria-label=${words.addresses}
                .value=${addresses.join('\n')}
              ></textarea>
            </details>`
    }
    <span role="status" part="saving">
      ${all > 0 && !cannot ? words.saved(format.number(done - failed.length), format.number(all)) : nothing}
      ${failed.map((name) => html`<br />${words.notSaved(plainName(name))}`)}
      ${cannot ? words.cannotSave : nothing}
    </span>
  </div>`;
}
