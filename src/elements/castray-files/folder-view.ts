import { css, html, nothing, type TemplateResult } from 'lit';
import { decodeSegment } from '../../model/file-address.js';
import { plainName } from '../../model/harmless-text.js';
import type { FolderResult } from '../../store/files/file-catalogue.js';
import { fileProblemText, type FilesMessages } from '../../text/files.js';
import { panel } from '../parts/empty-panel.js';
import { icon } from '../parts/icons.js';

/** Where the files come from. */
export const FILE_VIEWS = ['list', 'folders'] as const;
export type FileView = (typeof FILE_VIEWS)[number];

/** The choice between CastRay's list and the file server's folders. */
export function viewChoice(
  chosen: FileView,
  { files: words }: FilesMessages,
  choose: (view: FileView) => void,
): TemplateResult {
  return html`<div class="group" role="group" aria-label=${words.views.title}>
    ${FILE_VIEWS.map(
      (view) =>
        html`<button
          type="button"
          part="view-button"
          aria-pressed=${view === chosen}
          @click=${() => choose(view)}
        >
          ${words.views[view]}
        </button>`,
    )}
  </div>`;
}

/** The way from the file server's root to the folder that is shown. */
export function breadcrumbs(
  server: string,
  segments: readonly string[],
  { files: words }: FilesMessages,
  open: (segments: readonly string[]) => void,
): TemplateResult {
  const last = segments.length;
  const crumb = (name: string, depth: number): TemplateResult =>
    html`<li>
      ${depth > 0 ? icon('chevron') : nothing}
      <button
        type="button"
        part="crumb"
        aria-current=${depth === last ? 'location' : nothing}
        @click=${() => open(segments.slice(0, depth))}
      >
        <bdi>${name}</bdi>
      </button>
    </li>`;
  return html`<nav class="crumbs" part="breadcrumbs" aria-label=${words.folder}>
    <ol>
      ${crumb(server.replace(/^https?:\/\//, ''), 0)}
      ${segments.map((segment, n) => crumb(plainName(decodeSegment(segment)), n + 1))}
    </ol>
  </nav>`;
}

/** Why there is no folder to be seen, and what to do about it. */
export function folderPanel(
  problem: Exclude<FolderResult, { ok: true }>['problem'],
  server: string,
  text: FilesMessages,
  refresh: () => void,
): TemplateResult {
  const { folders, reach } = text.files;
  const retry = html`<button type="button" @click=${refresh}>${text.refresh}</button>`;
  const show = (help: string, action: unknown = retry): TemplateResult =>
    panel('warning', folders.failed, help, action);
  if (problem === 'no-listing') return show(folders.noListing(server));
  switch (problem.code) {
    case 'unreachable':
      return show(reach.silent(server));
    case 'not-readable':
      return show(
        folders.notReadable(server),
        html`<code part="header">Access-Control-Allow-Origin: ${pageOrigin()}</code>${retry}`,
      );
    default:
      return show(fileProblemText(problem, text));
  }
}

/** A page from a file or a sandbox has no origin that a header could name. */
function pageOrigin(): string {
  return origin === 'null' ? '*' : origin;
}

export const folderStyles = css`
  .crumbs {
    padding: 0 calc(3 * var(--_space)) calc(1.5 * var(--_space));
  }

  .crumbs ol {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .crumbs li {
    display: flex;
    align-items: center;
    min-inline-size: 0;
  }

  .crumbs .icon {
    flex: none;
    margin-inline-end: var(--_space);
    color: var(--_text-muted);
  }

  [part='crumb'] {
    min-inline-size: 0;
    min-block-size: 24px;
    margin-inline-start: calc(-1 * var(--_space));
    padding: 0 var(--_space);
    border: none;
    background: none;
    color: var(--_accent);
    overflow-wrap: anywhere;
    text-align: inherit;
  }

  [part='crumb'][aria-current] {
    color: inherit;
    font-weight: 600;
  }

  [part='name-button'] .icon {
    display: inline;
    vertical-align: -2px;
  }

  [part='header'] {
    padding: var(--_space) calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-family: var(--_font-mono);
    user-select: all;
  }
`;
