import { html, nothing, type TemplateResult } from 'lit';
import { plainName } from '../../model/harmless-text.js';
import {
  FILE_SORT_KEYS,
  kindOf,
  endingOf,
  type FileSortKey,
  type RemoteFile,
} from '../../model/files.js';
import { isKnown } from '../../model/unknown.js';
import { icon } from '../parts/icons.js';
import type { FileViewOptions } from './file-view.js';

/** The files as rows. Where no file has a time, there is no column for it. */
export function fileTable(files: readonly RemoteFile[], options: FileViewOptions): TemplateResult {
  const selectable = files.filter(({ isFolder }) => !isFolder);
  const hasTimes = files.some(({ modified }) => isKnown(modified));
  const keys = FILE_SORT_KEYS.filter((key) => key !== 'modified' || hasTimes);
  return html`<table part="table">
    <caption class="visually-hidden">
      ${options.title}
    </caption>
    <thead>
      <tr part="header-row">
        ${
          selectable.length > 0
            ? html`<th scope="col" class="column-select">
                <input
                  type="checkbox"
                  data-action="select-all"
                  aria-label=${options.text.files.selectAll}
                  .checked=${selectable.every(options.isSelected)}
                />
              </th>`
            : html`<td class="column-select"></td>`
        }
        ${keys.map((key) => header(key, options))}
        <td class="column-download"></td>
      </tr>
    </thead>
    <tbody>
      ${files.map((file) => row(file, keys, options))}
    </tbody>
  </table>`;
}

function header(key: FileSortKey, { text, sort, sortBy }: FileViewOptions): TemplateResult {
  const order = sort.key === key ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return html`<th
    scope="col"
    class="column-${key}"
    part="header-cell"
    aria-sort=${order ?? nothing}
  >
    <button type="button" part="sort-button" @click=${() => sortBy(key)}>
      <span class="cut">${text.files.columns[key]}</span>
      ${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}
    </button>
  </th>`;
}

function row(
  file: RemoteFile,
  keys: readonly FileSortKey[],
  options: FileViewOptions,
): TemplateResult {
  const { text, isSelected, addressOf } = options;
  const { segment, isFolder } = file;
  const name = plainName(file.name);
  const address = addressOf(file);
  const isOpen = options.opened?.segment === segment;
  return html`<tr part="row" data-row=${segment}>
      <td class="column-select">
        ${
          isFolder
            ? nothing
            : html`<input
                type="checkbox"
                data-action="select"
                aria-label=${text.files.select(name)}
                .checked=${isSelected(file)}
              />`
        }
      </td>
      ${keys.map((key) => cell(key, file, options))}
      <td class="column-download">
        ${
          address === undefined || isFolder
            ? nothing
            : html`<a
                part="download-link"
                href=${address}
                download=${name}
                target="_blank"
                rel="noopener noreferrer"
                title=${text.files.download(name)}
                aria-label=${text.files.download(name)}
                >${icon('download')}</a
              >`
        }
      </td>
    </tr>
    ${
      isOpen
        ? html`<tr data-row=${segment}>
            <td class="preview-cell" colspan="4">${options.openedView}</td>
          </tr>`
        : nothing
    }`;
}

function cell(key: FileSortKey, file: RemoteFile, options: FileViewOptions): TemplateResult {
  const { text, format } = options;
  switch (key) {
    case 'name':
      return html`<th scope="row" class="column-name" part="cell">
        ${nameButton(file, options)}
      </th>`;
    case 'type':
      return html`<td class="column-type" part="cell">${typeText(file, options)}</td>`;
    case 'size':
      return html`<td class="column-size" part="cell">
        ${file.isFolder ? '' : isKnown(file.size) ? format.bytes(file.size) : text.unknown}
      </td>`;
    case 'modified':
      return html`<td class="column-modified" part="cell">
        ${isKnown(file.modified) ? format.dateTime(file.modified) : text.unknown}
      </td>`;
  }
}

/** Opens a folder, or shows what is in a file. */
function nameButton(file: RemoteFile, { opened }: FileViewOptions): TemplateResult {
  const { isFolder, segment } = file;
  const name = plainName(file.name);
  return html`<button
    type="button"
    part="name-button"
    data-action=${isFolder ? 'open' : 'preview'}
    aria-expanded=${isFolder ? nothing : opened?.segment === segment}
  >
    ${isFolder ? icon('folder') : nothing}
    <bdi part="name" title=${name.length > 30 ? name : nothing}>${name}</bdi>${isFolder ? '/' : ''}
  </button>`;
}

/** What has no word has its ending. */
function typeText(file: RemoteFile, { text }: FileViewOptions): string {
  const kind = kindOf(file);
  const ending = endingOf(file.name);
  return kind === 'other' && ending
    ? plainName(ending.toUpperCase()).slice(0, 12)
    : text.files.kinds[kind];
}
