import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** Words to search for. `label` says in what, to everybody. */
export function searchBox(
  label: string,
  value: string,
  onSearch: (event: Event) => void,
): TemplateResult {
  return html`<span class="search">
    ${icon('search')}
    <input
      type="search"
      part="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      placeholder=${label}
      .value=${value}
      @input=${onSearch}
    />
  </span>`;
}
