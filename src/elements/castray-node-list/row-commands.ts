import type { ReactiveControllerHost } from 'lit';
import type { ClusterNode } from '../../model/cluster.js';
import { Copier, type CopyOutcome } from '../parts/copier.js';
import { listKey } from './list-keys.js';
import type { ListWindow } from './list-window.js';
import { buttonsOf, nodeRequest } from '../node-parts/node-actions.js';
import type { Presence } from './presence.js';
import type { ShownNodes } from './shown-nodes.js';

/** What commands are given to, and what they have to be told. */
export interface CommandTarget {
  readonly shown: ShownNodes;
  readonly window: ListWindow;
  readonly presence: Presence;
  readonly select: (node: ClusterNode) => void;
  readonly clearSearch: () => void;
  /** Draws the list now. */
  readonly draw: () => void;
  readonly copied: (outcome: CopyOutcome) => void;
}

/** What a user does to rows, by pointer and by keyboard; which of them are open, and where the keys are. */
export class RowCommands {
  readonly open = new Set<string>();
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: CommandTarget;
  readonly #copier: Copier;
  #current: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, target: CommandTarget) {
    this.#host = host;
    this.#target = target;
    this.#copier = new Copier(host);
  }

  listenTo(root: EventTarget): void {
    root.addEventListener('click', (event) => this.#clicked(event));
    // events are of another window's class where the list was moved into one
    root.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent));
    root.addEventListener('focusin', (event) => this.#focused(event as FocusEvent));
  }

  copyOutcomeOf(nodeId: string): CopyOutcome | undefined {
    return this.#copier.outcomeOf(nodeId);
  }

  /** Index of the node whose buttons the Tab key reaches: where the focus was last, else the first in sight. */
  get tabStop(): number {
    const { shown, window } = this.#target;
    const isCurrent = (index: number) => shown.nodes[index]?.nodeId === this.#current;
    return window.indices.find(isCurrent) ?? window.firstSeen;
  }

  /** Where the focus was last; it stays drawn, so that the Tab key finds it. */
  get current(): string | undefined {
    return this.#current;
  }

  /** A search has ended: the list is where its reader was, or where the selected node is. */
  showAgain(selected: string): void {
    const { shown, window } = this.#target;
    const index = [this.#current, selected].map((id) => shown.indexOf(id)).find((i) => i >= 0);
    if (index !== undefined) window.showAgain(index);
  }

  #focused({ target, relatedTarget }: FocusEvent): void {
    const row = target instanceof Element && target.closest<HTMLElement>('[data-node]');
    const nodeId = row && row.dataset['node'];
    if (!nodeId) return;
    this.#goTo(nodeId);
    const { shown, window, presence, draw } = this.#target;
    const index = shown.indexOf(nodeId);
    // the Tab key has come into a row that was scrolled out of sight; a window that is come back to has not
    if (!relatedTarget || presence.isRendering || !window.isParked(index)) return;
    window.goTo(index);
    draw();
    row.scrollIntoView({ block: 'nearest' });
  }

  #goTo(nodeId: string): void {
    if (nodeId === this.#current) return;
    this.#current = nodeId;
    this.#host.requestUpdate();
  }

  #clicked(event: Event): void {
    const request = nodeRequest(event);
    const node = request && this.#target.shown.find(request.nodeId);
    if (!node) return;
    const { action, nodeId } = request;
    if (action === 'select') this.#target.select(node);
    else if (action === 'copy') void this.#copy(nodeId);
    else if (action === 'details') this.#toggle(nodeId);
  }

  #pressed(event: KeyboardEvent): void {
    const { shown, window, clearSearch } = this.#target;
    const { columns, pageSize } = window;
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const key = listKey(event, { columns, pageSize, isRightToLeft });
    if (!key) return;
    if ('go' in key) this.#step(shown.indexOf(key.from) + key.go, key.action);
    else if (key.ask === 'search') this.#find('[part="search"]')?.focus();
    else if (key.ask === 'clear') clearSearch();
    else if (key.ask === 'close') {
      if (!this.open.has(key.from)) return;
      this.#toggle(key.from);
      this.#focus(key.from, 'details');
    } else {
      // the browser clicks the button as well, which selects the node
      this.#toggle(key.from);
      return;
    }
    event.preventDefault();
  }

  #step(to: number, action: string | null): void {
    const { shown, window, draw } = this.#target;
    const index = Math.max(0, Math.min(shown.nodes.length - 1, to));
    const nodeId = shown.nodes[index]?.nodeId;
    if (nodeId === undefined) return;
    this.#current = nodeId;
    window.goTo(index);
    draw();
    this.#focus(nodeId, action ?? 'select')
      ?.closest('[data-node]')
      ?.scrollIntoView({ block: 'nearest' });
  }

  /** In rows that have no such button in sight, as one has in its details, the name gets it. */
  #focus(nodeId: string, action: string): HTMLElement | undefined {
    const find = (which: string) =>
      buttonsOf(this.#host, nodeId, which).find((one) => one.checkVisibility());
    const button = find(action) ?? find('select');
    button?.focus({ preventScroll: true });
    return button;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  #toggle(nodeId: string, isOpen = !this.open.has(nodeId)): void {
    if (isOpen) this.open.add(nodeId);
    else this.open.delete(nodeId);
    this.#host.requestUpdate();
  }

  async #copy(nodeId: string): Promise<void> {
    const outcome = await this.#copier.copy(nodeId);
    this.#target.copied(outcome);
    // where it is refused, the whole id can be marked and copied by hand
    this.#toggle(nodeId, outcome === 'refused' || this.open.has(nodeId));
  }
}
