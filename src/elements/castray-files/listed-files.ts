import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FileSortKey } from '../../model/files.js';
import type { FilesMessages } from '../../text/files.js';
import type { Formats } from '../../text/formats.js';
import type { FileDesk } from './file-desk.js';
import { nothingPanel } from './file-panels.js';
import { fileTable } from './file-table.js';
import { selectionBar } from './selection-bar.js';
import { previewPanel } from './preview-panel.js';
import { countText } from './shown-files.js';

export interface ListedOptions {
  readonly title: string;
  readonly text: FilesMessages;
  readonly format: Formats;
  /** How old the list is; empty while nobody knows. */
  readonly age: string;
  /** Of the element: the links depend on it. */
  readonly filesPath: string;
  readonly sortBy: (key: FileSortKey) => void;
  readonly clearSearch: () => void;
}

/** A list, or a folder, that is there: how many files, what is selected, the rows. */
export function listedFiles(desk: FileDesk, options: ListedOptions): TemplateResult {
  const { text, format, age, clearSearch } = options;
  const { all, shown, selected, selection, addressOf, save } = desk;
  return html`<p class="status small muted" part="status">
      <span>${countText(shown.files, all, text, format)}</span><span>${age}</span>
    </p>
    ${selectionBar({
      text,
      format,
      files: selected,
      addresses: selected.flatMap((file) => addressOf(file) ?? []),
      saving: selection.saver.state,
      onDownload: save,
    })}
    <div class="scroller" part="scroller">
      ${shown.files.length > 0 ? rows(desk, options) : nothingPanel(all.length > 0, text, clearSearch)}
    </div>`;
}

/** Drawn anew only when something about them has changed: a thousand take a while. */
function rows(
  { shown: { files, drawn, order }, selection: { segments }, preview, server, addressOf }: FileDesk,
  { title, text, format, filesPath, sortBy }: ListedOptions,
): unknown {
  const { shown } = preview;
  const more = files.length - drawn.length;
  return html`${guard([drawn, segments, server, filesPath, text, title, shown], () =>
    fileTable(drawn, {
      title,
      text,
      format,
      sort: order,
      sortBy,
      isSelected: ({ segment }) => segments.has(segment),
      opened: shown?.file,
      openedView: shown ? previewPanel(shown, text, format) : nothing,
      addressOf,
    }),
  )}
  ${more > 0 ? html`<p class="status small muted">${text.files.more(format.number(more))}</p>` : nothing}`;
}
