import { css, html, type TemplateResult } from 'lit';
import { fewMarks, plainName } from '../../model/harmless-text.js';
import { previewLimit, type FileContent } from '../../model/file-content.js';
import { kindOf, type RemoteFile } from '../../model/files.js';
import type { FlightOrder, FlightStop } from '../../model/flight-order.js';
import { isKnown } from '../../model/unknown.js';
import { fileProblemText, type FilesMessages } from '../../text/files.js';
import type { Formats } from '../../text/formats.js';
import { notice } from '../parts/notices.js';
import type { Preview } from './file-preview.js';

/** What is in a file; as text and never as markup. */
export function previewPanel(
  { file, result }: Preview,
  text: FilesMessages,
  format: Formats,
): TemplateResult {
  const words = text.files.preview;
  const body = !result
    ? html`<p aria-busy="true">${words.reading}</p>`
    : result.ok
      ? contentView(file, result.content, text, format)
      : notice(fileProblemText(result.problem, text));
  return html`<div class="preview" part="preview" role="group" aria-label=${plainName(file.name)}>
    ${body}
  </div>`;
}

function contentView(
  file: RemoteFile,
  content: FileContent,
  text: FilesMessages,
  format: Formats,
): TemplateResult {
  const words = text.files.preview;
  const name = plainName(file.name);
  switch (content.kind) {
    case 'text':
    case 'json':
      return source(content.text, name);
    case 'flight':
      return html`${flightTable(content.order, text, format)} ${source(content.text, name)}`;
    case 'image':
      return html`<img part="image" src=${content.source} alt=${name} @error=${blocked} />
        <p class="blocked" hidden>${words.blocked}</p>`;
    case 'too-large':
      return html`<p>${words.tooLarge(format.bytes(previewLimit(kindOf(file))))}</p>`;
    case 'binary':
      return html`<p>${words.binary}</p>`;
    case 'empty':
      return html`<p>${words.empty}</p>`;
  }
}

/** At most 500 lines (as the styles say), or the last one without a break. */
const BLOCK = /(?:[^\n]*\n){1,500}|[^\n]+/g;

function source(text: string, name: string): TemplateResult {
  const blocks = fewMarks(text)
    .match(BLOCK)
    ?.map((lines) => html`<span>${lines}</span>`);
  // it scrolls, so the keyboard must get into it
  return html`<pre part="source" tabindex="0" role="group" aria-label=${name}>${blocks}</pre>`;
}

/** A page's own policy may allow no picture of this kind. */
function blocked({ target }: Event): void {
  if (!(target instanceof HTMLImageElement)) return;
  target.hidden = true;
  target.nextElementSibling?.removeAttribute('hidden');
}

function flightTable(order: FlightOrder, text: FilesMessages, format: Formats): TemplateResult {
  const words = text.files.preview;
  const figure = (value: FlightStop['x']) => (isKnown(value) ? format.number(value) : text.unknown);
  const row = (title: string, { name, x, y, z }: FlightStop) =>
    html`<tr>
      <th scope="row">${title}</th>
      <td><bdi>${isKnown(name) ? plainName(name) : text.unknown}</bdi></td>
      ${[x, y, z].map((value) => html`<td>${figure(value)}</td>`)}
    </tr>`;
  return html`<table part="flight">
    <caption class="visually-hidden">
      ${text.files.kinds.flight}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${[text.files.columns.name, 'x', 'y', 'z'].map((title) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${row(words.from, order.from)} ${row(words.to, order.to)}
    </tbody>
  </table>`;
}

export const previewStyles = css`
  /* as wide as the list, however many columns have room */
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100cqi;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
  }

  .preview-cell {
    padding: 0;
    border: none;
  }

  .preview table {
    max-inline-size: 560px;
  }

  .preview pre {
    max-block-size: 320px;
    margin: 0;
    padding: calc(2 * var(--_space));
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-family: var(--_font-mono);
    font-size: var(--_font-size-small);
    tab-size: 4;
    white-space: pre-wrap;
  }

  .preview pre > span {
    display: block;
  }

  /* half a million lines, laid out at once, stop the page for seconds: so only those in view are */
  .preview pre > :not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 500lh;
  }

  .preview img {
    max-inline-size: 100%;
    max-block-size: 320px;
    justify-self: start;
  }

  [part='name-button'] {
    display: inline;
    min-block-size: 24px;
    padding: 0;
    border: none;
    background: none;
    color: var(--_accent);
    text-align: inherit;
    cursor: pointer;
  }

  [part='name-button']:hover {
    text-decoration: underline;
  }
`;
