import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { NodesMessages } from '../../text/nodes.js';
import type { Density } from '../../theme/presets.js';
import { icon } from '../parts/icons.js';
import {
  allColumns,
  moved,
  toggled,
  writeColumns,
  type ColumnId,
  type ColumnIds,
} from '../node-parts/column-choice.js';
import { columnTitle } from '../node-parts/columns.js';
import { menuKey } from './menu.js';

export interface ColumnRequest {
  readonly text: NodesMessages;
  readonly chosen: ColumnIds;
  /** A node has a GPU, or may have one. */
  readonly hasGpu: boolean;
  /** As far as the list itself knows; the provider may have chosen, too. */
  readonly density: Density | undefined;
}

/** Who is told what was chosen, as it stands in the attribute, and what is to be announced. */
export interface ColumnTarget {
  readonly choose: (setting: 'columns' | 'density', value: string) => void;
  readonly announce: (announcement: string) => void;
}

/** Which figures are shown, in which order, and what each of them means. */
export class ColumnChooser {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: ColumnTarget;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement, target: ColumnTarget) {
    this.#host = host;
    this.#target = target;
  }

  view(request: ColumnRequest): TemplateResult {
    const words = request.text.columns;
    return html`<details
      class="menu columns"
      part="columns"
      @toggle=${this.#toggled}
      @keydown=${menuKey}
    >
      <summary part="columns-button">${words.title}</summary>
      ${this.#isOpen ? this.#panel(request) : nothing}
    </details>`;
  }

  #panel(request: ColumnRequest): TemplateResult {
    const words = request.text.columns;
    return html`<div class="columns-panel" part="columns-panel">
      <p class="small muted">${words.hint}</p>
      <ul>
        ${allColumns(request.chosen).map((id) => this.#line(id, request))}
      </ul>
      <div class="column-line">
        <label>
          <input
            type="checkbox"
            data-density
            .checked=${this.#isCompact(request)}
            @change=${this.#pack}
          />
          ${words.compact}
        </label>
        <button type="button" @click=${() => this.#target.choose('columns', '')}>
          ${words.usual}
        </button>
      </div>
    </div>`;
  }

  #line(id: ColumnId, request: ColumnRequest): TemplateResult {
    const { text, chosen, hasGpu } = request;
    const place = chosen.indexOf(id);
    const move = (by: 1 | -1, isPossible: boolean): TemplateResult => {
      const direction = by < 0 ? 'up' : 'down';
      const label = text.columns[direction](columnTitle(id, text));
      return html`<button
        type="button"
        class="quiet icon"
        data-move=${direction}
        aria-label=${label}
        title=${label}
        ?disabled=${!isPossible}
        @click=${() => this.#move(id, by, request)}
      >
        ${icon(direction)}
      </button>`;
    };
    return html`<li data-column=${id}>
      <div class="column-line">
        <label>
          <input
            type="checkbox"
            .checked=${place >= 0}
            ?disabled=${id === 'name'}
            @change=${({ currentTarget }: Event) => {
              // as it was drawn, until it is drawn anew: this line may be another column's then
              (currentTarget as HTMLInputElement).checked = place >= 0;
              void this.#choose(id, toggled(chosen, id), 'input', 0);
            }}
          />
          ${columnTitle(id, text)}
        </label>
        ${move(-1, place > 1)} ${move(1, place > 0 && place < chosen.length - 1)}
      </div>
      <p class="small muted">
        ${id === 'gpu' && !hasGpu ? html`<b>${text.columns.nobody}</b>` : nothing} ${text.help[id]}
      </p>
    </li>`;
  }

  #move(id: ColumnId, by: 1 | -1, { chosen, text }: ColumnRequest): void {
    const next = moved(chosen, id, by);
    void this.#choose(id, next, 'button:enabled', by < 0 ? 0 : -1);
    const title = columnTitle(id, text);
    this.#target.announce(text.columns.place(title, next.indexOf(id) + 1, next.length));
  }

  /** The focus goes with the column, whose line another one may have afterwards. */
  async #choose(id: ColumnId, next: ColumnIds, control: string, at: 0 | -1): Promise<void> {
    this.#target.choose('columns', writeColumns(next));
    await this.#host.updateComplete;
    const selector = `[data-column='${id}'] ${control}`;
    const controls = this.#host.shadowRoot?.querySelectorAll<HTMLElement>(selector);
    [...(controls ?? [])].at(at)?.focus();
  }

  #isCompact({ density }: ColumnRequest): boolean {
    const inherited = density ?? getComputedStyle(this.#host).getPropertyValue('--_p-lines').trim();
    return inherited === 'compact' || inherited === '0';
  }

  readonly #pack = ({ target }: Event): void => {
    const isCompact = target instanceof HTMLInputElement && target.checked;
    this.#target.choose('density', isCompact ? 'compact' : 'comfortable');
  };

  readonly #toggled = ({ target }: Event): void => {
    this.#isOpen = target instanceof HTMLDetailsElement && target.open;
    this.#host.requestUpdate();
  };
}

export const chooserStyles = css`
  .columns[open] {
    display: block;
  }

  .columns[open],
  .tools:has(.columns[open]) {
    flex-basis: 100%;
  }

  .columns summary {
    inline-size: max-content;
  }

  .columns-panel {
    padding-block: calc(2 * var(--_space)) var(--_space);
  }

  .columns-panel ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    margin-block: calc(2 * var(--_space));
  }

  .column-line {
    display: flex;
    align-items: center;
  }

  .column-line label {
    display: flex;
    flex: 1;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: 28px;
    font-weight: 600;
  }

  .column-line input {
    min-block-size: 0;
    accent-color: var(--_accent);
  }
`;
