import { html, type TemplateResult } from 'lit';
import type { FilesMessages } from '../../text/files.js';
import { icon } from '../parts/icons.js';
import { searchBox } from '../parts/search-box.js';

export interface ToolbarOptions {
  readonly text: FilesMessages;
  readonly search: string;
  readonly isLoading: boolean;
  /** The choice of where the files come from, where there is one. */
  readonly choice: unknown;
  readonly onSearch: (event: Event) => void;
  readonly onRefresh: () => void;
}

/** Where from, search, and refresh. */
export function toolbar({
  text,
  search,
  isLoading,
  choice,
  onSearch,
  onRefresh,
}: ToolbarOptions): TemplateResult {
  return html`<div class="toolbar" part="toolbar">
    ${choice}
    <div class="tools">
      ${searchBox(text.files.search, search, onSearch)}
      <button
        type="button"
        class="icon"
        part="refresh-button"
        title=${text.refresh}
        aria-label=${text.refresh}
        aria-busy=${isLoading}
        @click=${onRefresh}
      >
        ${icon('refresh')}
      </button>
      <slot name="toolbar"></slot>
    </div>
  </div>`;
}
