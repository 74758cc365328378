import { html, nothing, type TemplateResult } from 'lit';
import {
  NODE_FILTERS,
  NODE_SORT_KEYS,
  type NodeFilter,
  type NodeSort,
} from '../../model/node-query.js';
import { writeSort } from '../../model/sort.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { Formats } from '../../text/formats.js';
import { icon } from '../parts/icons.js';
import { searchBox } from '../parts/search-box.js';
import { sortTitle } from '../node-parts/columns.js';
import { NODE_VIEWS, type ListSettings } from './list-settings.js';

export interface ToolbarOptions {
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly settings: ListSettings;
  /** How many nodes each filter would show. */
  readonly counts: Readonly<Record<NodeFilter, number>>;
  readonly choose: (setting: 'filter' | 'view' | 'search' | 'sort', value: string) => void;
  readonly menus: TemplateResult;
}

/** What is shown, and how: filters, search, order, view. */
export function toolbar(options: ToolbarOptions): TemplateResult {
  const { text, settings, choose } = options;
  const search = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) choose('search', target.value);
  };
  return html`<div class="toolbar" part="toolbar">
    ${filterButtons(options)}
    <div class="tools">
      ${searchBox(text.list.search, settings.search, search)}
      ${settings.view !== 'table' ? sortSelect(options) : nothing} ${viewButtons(options)}
      ${options.menus}
      <slot name="toolbar"></slot>
    </div>
  </div>`;
}

function filterButtons({ text, format, settings, counts, choose }: ToolbarOptions) {
  return html`<div class="group" part="filters" role="group" aria-label=${text.list.filterLabel}>
    ${NODE_FILTERS.map(
      (filter) =>
        html`<button
          type="button"
          part="filter-button"
          aria-pressed=${settings.filter === filter}
          @click=${() => choose('filter', filter)}
        >
          ${text.list.filters[filter]} <span class="count">${format.number(counts[filter])}</span>
        </button>`,
    )}
  </div>`;
}

function viewButtons({ text, settings, choose }: ToolbarOptions) {
  return html`<div class="group" part="views" role="group" aria-label=${text.list.viewLabel}>
    ${NODE_VIEWS.map(
      (view) =>
        html`<button
          type="button"
          part="view-button"
          title=${text.list.views[view]}
          aria-pressed=${settings.view === view}
          @click=${() => choose('view', view)}
        >
          ${icon(view)} <span>${text.list.views[view]}</span>
        </button>`,
    )}
  </div>`;
}

/** Every order there is: the default one, then each key both ways. */
const ORDERS: readonly (NodeSort | undefined)[] = [
  undefined,
  ...NODE_SORT_KEYS.flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]),
];

/** A table is sorted by its headers. */
function sortSelect({ text, settings, choose }: ToolbarOptions) {
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) choose('sort', target.value);
  };
  const current = writeSort(settings.sort);
  return html`<label class="sort">
    <span class="muted">${text.list.sortBy}</span>
    <select part="sort-select" @change=${change}>
      ${ORDERS.map((order) => {
        const value = writeSort(order);
        return html`<option value=${value} .selected=${value === current}>
          ${order ? orderText(order, text) : text.list.naturalOrder}
        </option>`;
      })}
    </select>
  </label>`;
}

function orderText({ key, descending }: NodeSort, text: NodesMessages): string {
  const { list, comma } = text;
  return comma(sortTitle(key, text), descending ? list.descending : list.ascending);
}
