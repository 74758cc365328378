import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import type { NodeFilter, NodeSortKey } from '../../model/node-query.js';
import { writeSort } from '../../model/sort.js';
import { nodesCatalogue, type NodesMessages } from '../../text/nodes.js';
import { CastrayElement } from '../castray-element.js';
import { NodeSelectEvent } from '../events/node-select-event.js';
import {
  MARKS,
  nextSort,
  readSettings,
  type ListSettings,
  type Marks,
  type NodeView,
} from './list-settings.js';
import type { MapFigure } from './map/map-kinds.js';
import type { MapGrouping } from './map/map-layout.js';
import type { ViewAttributes } from './view-state.js';
import { ViewKeeper } from './view-keeper.js';

/** What can be set on the list of nodes, by the page's author and by the user, and how it hangs together. */
export abstract class ListAttributes extends CastrayElement<NodesMessages> {
  protected override readonly catalogue = nodesCatalogue;

  static override properties: PropertyDeclarations = {
    view: { reflect: true, useDefault: true },
    filter: { reflect: true, useDefault: true },
    search: { useDefault: true },
    sort: { reflect: true, useDefault: true },
    columns: { reflect: true, useDefault: true },
    selected: { useDefault: true },
    viewState: { attribute: 'view-state', reflect: true, useDefault: true },
    marks: { reflect: true, useDefault: true },
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

  /**
   * What is shown of a node, in order: `name`, `state`, `cpu`, `memory`, `gpu`, `address`, `work`, `network`,
   * `labels`, `object-store`. Empty for all but the last.
   */
  columns = '';

  /** Ray's id of the selected node; empty for none. Set by a script, it fires no event. */
  selected = '';

  /** What the map shows: `cpu`, `memory`, `gpu` or `state`. */
  mapFigure: MapFigure = 'cpu';

  /** By what the map groups: `state`, `connection` or `none`. */
  mapGroup: MapGrouping = 'state';

  /**
   * `view`, `filter`, `search`, `sort`, `columns`, `mapFigure`, `mapGroup` and `density` as one text, as in an
   * address's query; what is as usual is left out. Set, all of them change.
   */
  viewState = '';

  /** What is marked: `all` that changes, for a moment; `nodes` that join or die, for a minute; `none`. */
  marks: Marks = 'all';

  /** Keeps the view: `key` in `localStorage`, `#key` in the page's address, so that a link has it. */
  persist = '';

  readonly #keeper = new ViewKeeper(this, this.attributeReader);

  protected settings: ListSettings = readSettings(this.attributeReader, this);

  protected get marked(): Marks {
    return this.attributeReader.word('marks', this.marks, MARKS, 'all');
  }

  protected readSettings(): void {
    this.settings = readSettings(this.attributeReader, this);
  }

  protected select(node: ClusterNode): void {
    this.selected = node.nodeId;
    this.dispatchEvent(new NodeSelectEvent(node));
  }

  protected readonly choose = (setting: keyof ViewAttributes, value: string): void => {
    Object.assign(this, { [setting]: value });
  };

  /** By a column's header. */
  protected readonly sortBy = (key: NodeSortKey): void => {
    this.sort = writeSort(nextSort(this.settings.sort, key));
  };

  protected readonly showAll = (): void => {
    this.filter = 'all';
    this.search = '';
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#keeper.settle(changed);
  }
}
