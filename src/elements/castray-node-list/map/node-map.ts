import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { ClusterNode } from '../../../model/cluster.js';
import type { AllNews } from '../../../store/node-news.js';
import type { Formats } from '../../../text/formats.js';
import type { NodesMessages } from '../../../text/nodes.js';
import { windowOf } from '../../../context/page-of.js';
import { Changes } from '../changes.js';
import type { MapFigure } from './map-kinds.js';
import { MapLayout, type MapGrouping } from './map-layout.js';
import { mapView } from './map-view.js';

export interface MapOptions {
  /** What the nodes are called as a whole. */
  readonly title: string;
  readonly text: NodesMessages;
  readonly format: Formats;
  readonly figure: MapFigure;
  readonly grouping: MapGrouping;
  /** Which nodes are only there because cells stay under the pointer: they are not counted. */
  readonly kept: ReadonlySet<ClusterNode>;
  /** Which nodes have joined or died of late, where that is to be marked. */
  readonly news: AllNews | undefined;
  /** Whether changes of the figure are to be marked for a moment. */
  readonly marksChanges: boolean;
  /** Whether the figures are of what they were of before, so that they can be compared. */
  readonly isSame: boolean;
  /** Id of the selected node. */
  readonly selected: string;
  readonly select: (node: ClusterNode) => void;
  /** The user wants another figure, or other groups. */
  readonly choose: (setting: 'mapFigure' | 'mapGroup', value: string) => void;
}

/** The side of a cell in px, by how many there are. */
function pitch(count: number): number {
  if (count <= 100) return 30;
  return count <= 1500 ? 20 : 10;
}

/** Where the first cell stands on the right. */
const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
};

/** What is under the pointer, and where that is in the window, in px. */
type Pointed = Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>;

/** Every node as one cell: where the keys and the pointer are, and how many cells have room. */
export class NodeMap implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #page = window;
  #sizes: ResizeObserver | undefined;
  readonly #changes: Changes;
  #watched: Element | undefined;
  #width = 600;
  #measuring = 0;
  #layout = new MapLayout([], 'none', 1);
  #nodes: readonly ClusterNode[] | undefined;
  #grouping: MapGrouping | undefined;
  #active = 0;
  #activeId = '';
  #isLookedAt = false;
  /** Where the pointer rests, unless a key has been pressed since it came there. */
  #pointer: Omit<Pointed, 'target'> | undefined;
  #options: MapOptions | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#changes = new Changes(() => host.requestUpdate());
    host.addController(this);
  }

  view(nodes: readonly ClusterNode[], options: MapOptions): TemplateResult {
    this.#options = options;
    const before = this.#layout.placeOf(this.#active);
    const side = pitch(nodes.length);
    const columns = Math.max(1, Math.floor(this.#width / side));
    const { grouping } = options;
    if (nodes !== this.#nodes || grouping !== this.#grouping || columns !== this.#layout.columns) {
      this.#layout = new MapLayout(nodes, grouping, columns);
      this.#nodes = nodes;
      this.#grouping = grouping;
    }
    if (!options.marksChanges || !options.isSame) this.#changes.forget();
    if (options.marksChanges) this.#changes.look(nodes, [options.figure]);
    // with its node, or where the node was that has left
    const index = this.#layout.indexOf(this.#activeId);
    this.#active = index >= 0 ? index : Math.min(this.#active, nodes.length - 1);
    const after = this.#layout.placeOf(this.#active);
    const hasMoved = before?.row !== after?.row || before?.column !== after?.column;
    if (hasMoved && this.#pointer) void this.#host.updateComplete.then(this.#lookAgain);
    return mapView(this.#layout, {
      ...options,
      side,
      changes: this.#changes.current,
      active: this.#active,
      isLookedAt: this.#isLookedAt,
      onKey: this.#pressed,
      onPoint: this.#pointed,
      onLeave: this.#left,
      onFocus: this.#focused,
      onClick: this.#clicked,
    });
  }

  hostConnected(): void {
    const page = (this.#page = windowOf(this.#host.ownerDocument));
    this.#sizes = new page.ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (!width || width === this.#width) return; // 0 in a tab that is not shown
      this.#width = width;
      // not at once, since the map's height changes with it
      page.cancelAnimationFrame(this.#measuring);
      this.#measuring = page.requestAnimationFrame(() => {
        this.#host.requestUpdate();
      });
    });
  }

  hostUpdated(): void {
    const map = this.#find('.map-grid');
    if (map === this.#watched) return;
    this.#sizes?.disconnect();
    this.#watched = map;
    if (map) this.#sizes?.observe(map);
    else this.#changes.forget();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#watched = undefined;
    this.#page.cancelAnimationFrame(this.#measuring);
  }

  #find(selector: string): Element | undefined {
    return this.#host.shadowRoot?.querySelector(selector) ?? undefined;
  }

  get #isRightToLeft(): boolean {
    return this.#host.matches(':dir(rtl)'); // as the picture is mirrored
  }

  #goTo(index: number): void {
    this.#active = index;
    this.#activeId = this.#layout.nodes[index]?.nodeId ?? '';
    this.#isLookedAt = true;
    this.#host.requestUpdate();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (altKey || metaKey) return;
    if (key === 'Enter' || key === ' ') this.#select(this.#active);
    else {
      const asked = (this.#isRightToLeft && MIRRORED[key]) || key;
      const next = this.#layout.step(this.#active, asked, ctrlKey);
      if (next === undefined) return;
      this.#pointer = undefined;
      this.#goTo(next);
      void this.#host.updateComplete.then(() => {
        this.#find('.map-active')?.scrollIntoView({ block: 'nearest' });
      });
    }
    event.preventDefault();
  };

  readonly #pointed = (event: Pointed): void => {
    const { clientX, clientY } = event;
    this.#pointer = { clientX, clientY };
    const index = this.#under(event);
    if (index === undefined || (index === this.#active && this.#isLookedAt)) return;
    this.#goTo(index);
  };

  /** Cells have moved under a pointer that rests: a click selects what is there now, so it is told of. */
  readonly #lookAgain = (): void => {
    const at = this.#find('.map-grid:hover') && this.#pointer;
    const target = at && this.#host.shadowRoot?.elementFromPoint(at.clientX, at.clientY);
    if (target) this.#pointed({ ...at, target });
  };

  readonly #left = (): void => {
    this.#pointer = undefined;
    this.#look(this.#host.shadowRoot?.activeElement === this.#find('.map-grid'));
  };

  readonly #focused = ({ type }: Event): void => {
    // from now on with its node, wherever that goes
    if (type === 'focus') this.#goTo(this.#active);
    else this.#look(false);
  };

  #look(isLookedAt: boolean): void {
    this.#isLookedAt = isLookedAt;
    this.#host.requestUpdate();
  }

  readonly #clicked = (event: MouseEvent): void => {
    const index = this.#under(event);
    if (index !== undefined) this.#select(index);
  };

  #select(index: number): void {
    this.#goTo(index);
    const node = this.#layout.nodes[index];
    if (node) this.#options?.select(node);
  }

  /** The cell under the pointer, whatever zoom or transform the page has. */
  #under({ target, clientX, clientY }: Pointed): number | undefined {
    const picture = target instanceof Element ? target.closest('svg') : null;
    const group = this.#layout.groups[Number(picture?.dataset['group'])];
    if (!picture || !group) return undefined;
    const { left, right, top, width, height } = picture.getBoundingClientRect();
    const { columns } = this.#layout;
    const rows = Math.ceil(group.nodes.length / columns);
    const x = this.#isRightToLeft ? right - clientX : clientX - left;
    const column = Math.floor((x / width) * columns);
    const place = Math.floor(((clientY - top) / height) * rows) * columns + column;
    return place in group.nodes ? group.start + place : undefined;
  }
}
