import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SummaryMessages } from '../../text/cluster-summary.js';
import { icon } from './icons.js';

/** What each figure means: a button, and the list that it opens. Escape closes it. */
export class Help {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isOpen = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addEventListener('keydown', this.#pressed);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** `hasNotices`: what it opens also says that something is not as it should be. */
  button({ help, comma }: SummaryMessages, hasNotices = false): TemplateResult {
    const title = hasNotices ? comma(help.notices, help.title) : help.title;
    return html`<button
      type="button"
      class="quiet icon ${hasNotices ? 'wary' : ''}"
      part="help-button"
      title=${title}
      aria-label=${title}
      aria-expanded=${this.#isOpen}
      @click=${this.#toggle}
    >
      ${icon(hasNotices ? 'warning' : 'help')}
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

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    this.#toggle();
    this.#host.shadowRoot?.querySelector<HTMLElement>('[part=help-button]')?.focus();
    event.preventDefault();
  };

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
