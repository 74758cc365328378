import { html, nothing, type TemplateResult } from 'lit';
import {
  NODE_FILTERS,
  NODE_SORT_KEYS,
  type NodeFilter,
  type NodeSort,
} from '../../model/node-query.js';
import type { NodesMessages } from '../../text/nodes.js';
import type { Formats } from '../../text/formats.js';
import { icon } from '../parts/icons.js';
import { searchBox } from '../parts/search-box.js';
import { sortTitle } from './columns.js';
import { NODE_VIEWS, writeSort, type ListSettings, type NodeView } from './list-settings.js';

export interface ToolbarOptions {
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly settings: ListSettings;
  /** How many nodes each filter would show. */
  readonly counts: Readonly<Record<NodeFilter, number>>;
  readonly onFilter: (filter: NodeFilter) => void;
  readonly onView: (view: NodeView) => void;
  readonly onSearch: (event: Event) => void;
  /** From the list of orders; a table is sorted by its headers. */
  readonly onSort: (event: Event) => void;
  readonly exportMenu: TemplateResult;
}

/** What is shown, and how: filters, search, order, view. */
export function toolbar(options: ToolbarOptions): TemplateResult {
  const { text, settings, onSearch } = options;
  return html`<div class="toolbar" part="toolbar">
    ${filterButtons(options)}
    <div class="tools">
      ${searchBox(text.list.search, settings.search, onSearch)}
      ${settings.view !== 'table' ? sortSelect(options) : nothing} ${viewButtons(options)}
      ${options.exportMenu}
      <slot name="toolbar"></slot>
    </div>
  </div>`;
}

function filterButtons({ text, format, settings, counts, onFilter }: ToolbarOptions) {
  return html`<div class="group" part="filters" role="group" aria-label=${text.list.filterLabel}>
    ${NODE_FILTERS.map(
      (filter) =>
        html`<button
          type="button"
          part="filter-button"
          aria-pressed=${settings.filter === filter ? 'true' : 'false'}
          @click=${() => onFilter(filter)}
        >
          ${text.list.filters[filter]} <span class="count">${format.number(counts[filter])}</span>
        </button>`,
    )}
  </div>`;
}

function viewButtons({ text, settings, onView }: ToolbarOptions) {
  return html`<div class="group" part="views" role="group" aria-label=${text.list.viewLabel}>
    ${NODE_VIEWS.map(
      (view) =>
        html`<button
          type="button"
          part="view-button"
          title=${text.list.views[view]}
          aria-pressed=${settings.view === view ? 'true' : 'false'}
          @click=${() => onView(view)}
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

function sortSelect({ text, settings, onSort }: ToolbarOptions) {
  const current = writeSort(settings.sort);
  return html`<label class="sort">
    <span class="muted">${text.list.sortBy}</span>
    <select part="sort-select" @change=${onSort}>
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
  const { list } = text;
  return list.sortOption(sortTitle(key, text), descending ? list.descending : list.ascending);
}
