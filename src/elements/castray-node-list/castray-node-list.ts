import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ClusterController } from '../../context/cluster-controller.js';
import { firstAnswer } from '../../context/first-answer.js';
import { clusterTitle } from '../parts/cluster-title.js';
import { situation } from '../parts/situation.js';
import { nodeListStyles } from './castray-node-list.styles.js';
import { ColumnChooser } from './column-chooser.js';
import { exportedFields, ShownColumns } from '../node-parts/columns.js';
import { nodeNews, type AllNews } from '../../store/node-news.js';
import type { ClusterNode } from '../../model/cluster.js';
import { ChangeMarks } from './change-marks.js';
import { NewsAnnouncer } from './news-announcer.js';
import { ListAttributes } from './list-attributes.js';
import { listSlice, sameSlice, type ListSlice } from './list-slice.js';
import { listFrame } from './list-frame.js';
import { ListWindow } from './list-window.js';
import { nodeCards } from './node-cards.js';
import { nodeTable } from './node-table.js';
import { NodeExport, writeNodes, type Exported, type ExportFormat } from './node-export.js';
import { NodeMap } from './map/node-map.js';
import { Presence } from './presence.js';
import { RowCommands } from './row-commands.js';
import { ShownNodes } from './shown-nodes.js';
import { toolbar } from './toolbar.js';
import { VIEW_NAMES } from './view-state.js';

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
 * @csspart columns - What is shown of a node, in which order, and what it means.
 * @csspart columns-button - What opens it.
 * @csspart columns-panel - What is opened.
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
 * @csspart news-badge - The mark of a node that has joined or died of late.
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
export class CastrayNodeList extends ListAttributes {
  static override styles = nodeListStyles;

  readonly #cluster = new ClusterController<ListSlice>(
    this,
    (state): ListSlice => listSlice(state, this.#cluster.store),
    sameSlice,
  );
  readonly #map = new NodeMap(this);
  readonly #presence = new Presence(this);
  readonly #window = new ListWindow(this);
  readonly #shown = new ShownNodes();
  readonly #columns = new ShownColumns();
  readonly #announcer = new NewsAnnouncer(this, this.announce);
  readonly #marks = new ChangeMarks(this);
  /** Whose nodes they are, and of what their figures are. */
  #lastMeaning: string | undefined;
  #isSame = false;
  readonly #rows = new RowCommands(this, {
    shown: this.#shown,
    window: this.#window,
    presence: this.#presence,
    select: (node) => this.select(node),
    clearSearch: () => {
      this.search = '';
    },
    draw: () => {
      this.requestUpdate();
      this.performUpdate();
    },
    copied: (outcome) => {
      const { copied, copyFailed } = this.text.node;
      this.announce(outcome === 'copied' ? copied : copyFailed);
    },
  });
  readonly #export = new NodeExport(this, {
    exported: () => this.#exported(),
    announce: this.announce,
  });
  readonly #chooser = new ColumnChooser(this, {
    choose: (setting, value) => this.choose(setting, value),
    announce: this.announce,
  });

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#rows.listenTo(root);
    return root;
  }

  get #news(): AllNews | undefined {
    return this.marked === 'none' ? undefined : this.#cluster.value?.news;
  }

  /** What is shown as a text: `csv`, `json`, or `text` in the reader's language. */
  exportAs(format: ExportFormat): string {
    return writeNodes(format, this.#exported());
  }

  protected override awaited(): Promise<void> | undefined {
    return firstAnswer(this.#cluster.store);
  }

  protected override update(changed: PropertyValues<this>): void {
    const searches = changed.has('filter') || changed.has('search');
    const asks = VIEW_NAMES.some((name) => changed.has(name));
    if (asks) this.readSettings();
    const { focusedNode } = this.#presence;
    const { nodes = [], meaning } = this.#cluster.value ?? {};
    // no row of one is kept in another, and what has come to mean something else has not changed
    const isSame = meaning === this.#lastMeaning;
    this.#lastMeaning = meaning;
    this.#isSame = isSame;
    this.#shown.update(nodes, {
      settings: this.settings,
      compareNames: this.format.compare,
      isHeld: !asks && isSame && this.#presence.isInside, // who asks for an order gets it
      focusedNode,
      goneReason: this.text.node.gone,
    });
    this.#columns.update(this.settings.columns, nodes);
    this.#window.arrange(
      this.#shown.nodes,
      this.#rows.open,
      this.#shown.indexOf(focusedNode ?? this.#rows.current),
    );
    if (searches && this.hasUpdated) this.announce(this.#countText());
    this.#announcer.hear(this.#news, nodes, this.text, isSame);
    this.#presence.keepFocus(() => super.update(changed));
    const marksRows = this.marked === 'all' && this.settings.view !== 'map';
    if (!isSame) this.#marks.mark([], []);
    this.#marks.mark(marksRows ? this.#window.indices : [], this.#shown.nodes);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('search') && !this.search) this.#rows.showAgain(this.selected);
  }

  protected override render(): TemplateResult {
    const { text, provider } = this;
    const { label, now, nodes, at = 0 } = this.#cluster.value ?? {};
    const title = clusterTitle(text.cluster.nodes, label);
    return listFrame({
      title,
      text,
      ago: this.ago,
      now: now ?? situation(this.#cluster.attachment, undefined),
      total: nodes?.length ?? 0,
      count: this.#countText(),
      at: this.format.dateTime(at),
      isOutOfOrder: this.#shown.isOutOfOrder,
      announcement: this.announcement,
      panels: { text, provider, cluster: this.#cluster },
      toolbar: () => this.#toolbar(),
      nodes: this.#shown.nodes.length > 0 ? () => this.#view(title) : undefined,
      showAll: this.showAll,
    });
  }

  #toolbar(): TemplateResult {
    return toolbar({
      text: this.text,
      format: this.format,
      settings: this.settings,
      counts: this.#shown.counts,
      choose: this.choose,
      menus: html`${this.#export.view(this.text)}
      ${this.#chooser.view({
        text: this.text,
        chosen: this.settings.columns,
        density: this.settings.density,
        hasGpu: this.#columns.hasGpu,
      })}`,
    });
  }

  #countText(): string {
    const { text, format } = this;
    const all = this.#cluster.value?.nodes.length ?? 0;
    return text.list.shown(format.number(this.#shown.reported.length), format.number(all), all);
  }

  #view(title: string): TemplateResult {
    const { store } = this.#cluster;
    const options = {
      title,
      text: this.text,
      format: this.format,
      columns: this.#columns.all,
      news: this.#news,
      sort: this.settings.sort,
      sortBy: this.sortBy,
      isSelected: (nodeId: string) => nodeId === this.selected,
      isOpen: (nodeId: string) => this.#rows.open.has(nodeId),
      window: this.#window,
      tabStop: this.#rows.tabStop,
      copyOutcomeOf: (nodeId: string) => this.#rows.copyOutcomeOf(nodeId),
      sinceOf: (node: ClusterNode) => store && nodeNews(store).stateSince(node),
    };
    if (this.settings.view === 'map') return this.#mapOf(title);
    const view = this.settings.view === 'cards' ? nodeCards : nodeTable;
    return view(this.#shown.nodes, options);
  }

  /** Of this moment: what is drawn may be older, in a hidden tab by hours. */
  #exported(): Exported {
    if (this.isConnected) {
      this.#cluster.catchUp();
      this.requestUpdate();
      this.performUpdate();
    }
    const { text, format } = this;
    const { label = '', snapshot } = this.#cluster.store?.state ?? {};
    const receivedAt = snapshot ? new Date(snapshot.nodesReceivedAt).toISOString() : null;
    const fields = this.columns ? exportedFields(this.settings.columns) : undefined;
    return { nodes: this.#shown.reported, fields, label, receivedAt, text, format };
  }

  #mapOf(title: string): TemplateResult {
    const { mapFigure: figure, mapGroup: grouping } = this.settings;
    const { nodes, kept } = this.#shown;
    return this.#map.view(nodes, {
      title,
      kept,
      text: this.text,
      format: this.format,
      figure,
      grouping,
      news: this.#news,
      marksChanges: this.marked === 'all',
      isSame: this.#isSame,
      selected: this.selected,
      select: (node) => {
        this.select(node);
      },
      choose: this.choose,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'castray-node-list': CastrayNodeList;
  }
}
