import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeFilter, NodeSortKey } from '../../model/node-query.js';
import { nodesCatalogue, type NodesMessages } from '../../text/nodes.js';
import { CastrayElement } from '../castray-element.js';
import { NodeSelectEvent } from '../events/node-select-event.js';
import { notices, problemNotice } from '../parts/notices.js';
import { situation } from '../parts/situation.js';
import { nodeListStyles } from './castray-node-list.styles.js';
import type { CopyOutcome } from './id-copier.js';
import {
  nextSort,
  SettingsReader,
  writeSort,
  type ListSettings,
  type NodeView,
} from './list-settings.js';
import { listSlice, sameSlice, type ListSlice } from './list-slice.js';
import { ListWindow } from './list-window.js';
import { nodeCards } from './node-cards.js';
import { noDataPanel, noMatchPanel, noNodesPanel } from './node-panels.js';
import { nodeTable } from './node-table.js';
import { NodeExport, writeNodes, type Exported, type ExportFormat } from './node-export.js';
import type { MapFigure } from './map/map-kinds.js';
import type { MapGrouping } from './map/map-layout.js';
import { NodeMap } from './map/node-map.js';
import { ViewKeeper } from './view-keeper.js';
import { Presence } from './presence.js';
import { RowCommands } from './row-commands.js';
import { ShownNodes } from './shown-nodes.js';
import { toolbar } from './toolbar.js';

const ORDER_AND_LOOKS = ['sort', 'view', 'mapFigure', 'mapGroup'] as const;

/**
 * The nodes of a cluster as a table, as cards or as a map, with filters, search and order. Rows stay where
 * they are while the pointer or the focus is among them; their figures go on. Given a block size, it
 * scrolls inside itself, under a header that stays.
 *
 * @fires {NodeSelectEvent} castray-node-select - The user chose a node: `event.node`.
 * @fires {ViewChangeEvent} castray-view-change - What is shown, or how, has changed: `event.viewState`.
 * @slot toolbar - More controls, at the end of the toolbar.
 * @csspart frame - The box around everything.
 * @csspart toolbar - Filters, search, order and view.
 * @csspart filters - The group of filters.
 * @csspart filter-button - One filter with its count.
 * @csspart search - The input of the search.
 * @csspart sort-select - The list of orders, beside cards.
 * @csspart views - The group of views.
 * @csspart view-button - One view.
 * @csspart export - What saves and copies the nodes that are shown.
 * @csspart export-button - What opens it.
 * @csspart status - How many nodes are shown, and whether the order is held.
 * @csspart scroller - What scrolls, where the element's block size is limited.
 * @csspart table - The table.
 * @csspart header-row - The row of column headers.
 * @csspart header-cell - One column header.
 * @csspart sort-button - The button in a column header.
 * @csspart row - One node's row.
 * @csspart selected-row - The row of the selected node.
 * @csspart cell - One cell, the name's too.
 * @csspart cards - The grid of cards.
 * @csspart card - One node's card.
 * @csspart selected-card - The card of the selected node.
 * @csspart map - Every node as one cell, with its legend.
 * @csspart map-select - What the map shows, and by what it groups.
 * @csspart map-legend - What the cells mean, and how many there are of each.
 * @csspart map-grid - The cells.
 * @csspart map-details - What is known of the cell that is looked at.
 * @csspart name - The button with a node's name, which selects it.
 * @csspart details-button - The button that opens a node's details.
 * @csspart details - Everything that is known of a node.
 * @csspart copy-button - The button that copies a node's id.
 * @csspart state - A node's state in a shape and a word.
 * @csspart reason - Why a node is dead.
 * @csspart head-badge - The mark of the head node.
 * @csspart meter - A share with its figure.
 * @csspart meter-bar - The bar of a share.
 * @csspart notice - A line about figures that are not as they should be.
 * @csspart empty - What stands there while there is nothing to show.
 * @csspart clear-button - Shows all nodes again where none matched.
 * @csspart skeleton - The shape of rows, before the first answer.
 * @cssproperty --castray-surface - Background.
 * @cssproperty --castray-surface-raised - Background of the table's header and of details.
 * @cssproperty --castray-border - Lines.
 * @cssproperty --castray-text - Colour of the text.
 * @cssproperty --castray-text-muted - Colour of what matters less.
 * @cssproperty --castray-accent - Colour of focus and of what is chosen.
 * @cssproperty --castray-selected - Background of the selected node.
 * @cssproperty [--castray-card-size=260px] - The least width of a card.
 */
export class CastrayNodeList extends CastrayElement<NodesMessages> {
  protected override readonly catalogue = nodesCatalogue;

  static override styles = nodeListStyles;

  static override properties: PropertyDeclarations = {
    view: { reflect: true, useDefault: true },
    filter: { reflect: true, useDefault: true },
    search: { useDefault: true },
    sort: { reflect: true, useDefault: true },
    selected: { useDefault: true },
    viewState: { attribute: 'view-state', reflect: true, useDefault: true },
    persist: { useDefault: true },
    mapFigure: { attribute: 'map-figure', reflect: true, useDefault: true },
    mapGroup: { attribute: 'map-group', reflect: true, useDefault: true },
  };

  /** `table`, `cards` or `map`. */
  view: NodeView = 'table';

  /** `all`, `active`, `inactive`, `gpu`, `wired` or `wireless`. */
  filter: NodeFilter = 'all';

  /** Words that must stand in a node's name, IP or id. */
  search = '';

  /**
   * `name`, `state`, `cpu`, `memory` or `gpu`, then `asc` (the default) or `desc`: `cpu desc`.
   * Empty for the default order: alive first, the head node first, then by name.
   */
  sort = '';

  /** Ray's id of the selected node; empty for none. Set by a script, it fires no event. */
  selected = '';

  /** What the map shows: `cpu`, `memory`, `gpu` or `state`. */
  mapFigure: MapFigure = 'cpu';

  /** By what the map groups: `state`, `connection` or `none`. */
  mapGroup: MapGrouping = 'state';

  /**
   * `view`, `filter`, `search`, `sort`, `mapFigure` and `mapGroup` as one text, as in an address's query;
   * what is as usual is left out. Set, all of them change.
   */
  viewState = '';

  /** Keeps the view: `key` in `localStorage`, `#key` in the page's address, so that a link has it. */
  persist = '';

  readonly #cluster = new ClusterController<ListSlice>(this, {
    select: listSlice,
    isSame: sameSlice,
    providerId: () => this.provider,
  });
  readonly #map = new NodeMap(this);
  readonly #export = new NodeExport(this);
  readonly #presence = new Presence(this);
  readonly #window = new ListWindow(this);
  readonly #reader = new SettingsReader();
  readonly #shown = new ShownNodes();
  readonly #keeper = new ViewKeeper(this, this.#reader);
  readonly #rows = new RowCommands(this, {
    shown: this.#shown,
    window: this.#window,
    select: (node) => this.#select(node),
    clearSearch: () => {
      this.search = '';
    },
    draw: () => {
      this.requestUpdate();
      this.performUpdate();
    },
    copied: (outcome) => this.#copied(outcome),
  });
  #settings: ListSettings = this.#reader.read(this);
  #announcement = '';

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#rows.listenTo(root);
    return root;
  }

  /** What is shown as a text: `csv`, `json`, or `text` in the reader's language. */
  exportAs(format: ExportFormat): string {
    return writeNodes(format, this.#exported);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#keeper.settle(changed);
  }

  protected override update(changed: PropertyValues<this>): void {
    const searches = changed.has('filter') || changed.has('search');
    const asks = searches || ORDER_AND_LOOKS.some((name) => changed.has(name));
    if (asks) this.#settings = this.#reader.read(this);
    const { focusedNode } = this.#presence;
    this.#shown.update(this.#cluster.value?.nodes ?? [], {
      settings: this.#settings,
      compareNames: this.format.compare,
      isHeld: !asks && this.#presence.isInside, // who asks for an order gets it
      focusedNode,
      goneReason: this.text.node.gone,
    });
    this.#window.arrange(this.#shown.nodes, this.#rows.open, this.#shown.indexOf(focusedNode));
    if (searches && this.hasUpdated) this.#announcement = this.#countText();
    this.#presence.keepFocus(() => super.update(changed));
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const label = this.#cluster.value?.label;
    const title = label ? text.list.titleOf(label) : text.cluster.nodes;
    return html`<div class="frame" part="frame" role="group" aria-label=${title}>
      ${this.#body(title)}
      <p class="visually-hidden" role="status">${this.#announcement}</p>
    </div>`;
  }

  #body(title: string): TemplateResult {
    const { text } = this;
    const { now = situation(this.#cluster.attachment, undefined), nodes = [] } =
      this.#cluster.value ?? {};
    const panels = {
      text,
      provider: this.provider,
      reconnect: this.#cluster.reconnect,
      resume: this.#resume,
    };
    if (now.empty) return noDataPanel(now.empty, now, panels);
    const above = html`${notices(now, text, this.ago)}
    ${now.problem ? problemNotice(now.problem, text) : nothing}`;
    if (nodes.length === 0) return html`${above} ${noNodesPanel(text)}`;
    return html`${above} ${this.#toolbar()} ${this.#statusLine()}
      <div class="scroller ${now.oldSince === undefined ? '' : 'old'}" part="scroller">
        <div class="whole">
          ${this.#shown.nodes.length === 0 ? noMatchPanel(text, this.#showAll) : this.#view(title)}
        </div>
      </div>`;
  }

  #toolbar(): TemplateResult {
    return toolbar({
      text: this.text,
      format: this.format,
      settings: this.#settings,
      counts: this.#shown.counts,
      onFilter: this.#chooseFilter,
      onView: this.#chooseView,
      onSearch: this.#searched,
      onSort: this.#chooseOrder,
      exportMenu: this.#export.view(this.text, (format) => void this.#runExport(format)),
    });
  }

  #statusLine(): TemplateResult {
    return html`<p class="status small muted" part="status">
      <span>${this.#countText()}</span>
      ${this.#shown.isOutOfOrder ? html`<span>${this.text.list.held}</span>` : nothing}
    </p>`;
  }

  #countText(): string {
    const { text, format } = this;
    const all = this.#cluster.value?.nodes.length ?? 0;
    return text.list.shown(format.number(this.#shown.nodes.length), format.number(all), all);
  }

  #view(title: string): TemplateResult {
    const options = {
      title,
      text: this.text,
      format: this.format,
      sort: this.#settings.sort,
      sortBy: this.#sortBy,
      isSelected: (nodeId: string) => nodeId === this.selected,
      isOpen: (nodeId: string) => this.#rows.open.has(nodeId),
      window: this.#window,
      tabStop: this.#rows.tabStop,
      copyOutcomeOf: (nodeId: string) => this.#rows.copyOutcomeOf(nodeId),
    };
    if (this.#settings.view === 'map') return this.#mapOf(title);
    const view = this.#settings.view === 'cards' ? nodeCards : nodeTable;
    return view(this.#shown.nodes, options);
  }

  #select(node: ClusterNode): void {
    this.selected = node.nodeId;
    this.dispatchEvent(new NodeSelectEvent(node));
  }

  #copied(outcome: CopyOutcome): void {
    const { copied, copyFailed } = this.text.node;
    this.#announcement = outcome === 'copied' ? copied : copyFailed;
    this.requestUpdate();
  }

  readonly #chooseFilter = (filter: NodeFilter): void => {
    this.filter = filter;
  };

  readonly #chooseView = (view: NodeView): void => {
    this.view = view;
  };

  readonly #searched = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.search = target.value;
  };

  readonly #chooseOrder = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.sort = target.value;
  };

  get #exported(): Exported {
    const { text, format } = this;
    const state = this.#cluster.store?.state;
    const receivedAt = state?.snapshot?.nodesReceivedAt ?? 0;
    return { nodes: this.#shown.nodes, label: state?.label ?? '', receivedAt, text, format };
  }

  readonly #runExport = async (format: ExportFormat): Promise<void> => {
    this.#announcement = await this.#export.run(format, this.#exported);
    this.requestUpdate();
  };

  #mapOf(title: string): TemplateResult {
    const { mapFigure: figure, mapGroup: grouping } = this.#settings;
    return this.#map.view(this.#shown.nodes, {
      title,
      text: this.text,
      format: this.format,
      figure,
      grouping,
      selected: this.selected,
      select: (node) => {
        this.#select(node);
      },
      choose: (setting, value) => Object.assign(this, { [setting]: value }),
    });
  }

  readonly #sortBy = (key: NodeSortKey): void => {
    this.sort = writeSort(nextSort(this.#settings.sort, key));
  };

  readonly #showAll = (): void => {
    this.filter = 'all';
    this.search = '';
  };

  readonly #resume = (): void => {
    this.#cluster.store?.resume();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-node-list': CastrayNodeList;
  }
}
