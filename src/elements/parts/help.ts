import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SummaryMessages } from '../../text/cluster-summary.js';
import { icon } from './icons.js';

/** What each figure means: a button, and the list that it opens. */
export class Help {
  readonly #host: ReactiveControllerHost;
  #isOpen = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  button({ help }: SummaryMessages): TemplateResult {
    return html`<button
      type="button"
      class="quiet icon"
      part="help-button"
      title=${help.title}
      aria-label=${help.title}
      aria-expanded=${this.#isOpen}
      @click=${this.#toggle}
    >
      ${icon('help')}
    </button>`;
  }

  /** Names, and what is said of them. */
  list(entries: readonly (readonly [name: string, meaning: string])[]): unknown {
    if (!this.#isOpen) return nothing;
    return html`<dl class="help" part="help">
      ${entries.map(
        ([name, meaning]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>`;
  }

  readonly #toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
  };
}

export const helpStyles = css`
  .help {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
    padding-block-start: calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
`;
