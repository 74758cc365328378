import { LitElement, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import { base } from '../theme/base.js';
import { controls } from '../theme/controls.js';
import { iconStyle } from '../theme/icon.js';
import type { Density, Size, Theme } from '../theme/presets.js';
import { tokens } from '../theme/tokens.js';
import type { Formats } from '../text/formats.js';
import { LanguageController } from '../text/language.js';
import { adoptStylesAnew, rootAnywhere } from './adopt-styles.js';
import { AttributeReader } from './attribute-reader.js';
import { checkLook } from './appearance-check.js';
import { Ages } from './parts/ages.js';
import type { Messages } from '../text/common.js';

/** Further in the future than this, in ms, nothing has been: the clock was set back, by nobody knows how much. */
const AHEAD = 5000;

/** WebKit has none. */
const whenIdle = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;

/** The looks that all visible elements share. */
export const sharedStyles: CSSResultGroup = [tokens, base, iconStyle, controls];

/** What all visible elements have in common: a provider, a language, a theme. */
export abstract class CastrayElement<M extends Messages = Messages> extends LitElement {
  static override styles: CSSResultGroup = sharedStyles;

  static override properties: PropertyDeclarations = {
    provider: { useDefault: true },
    theme: { reflect: true, useDefault: true },
    size: { reflect: true },
    density: { reflect: true },
  };

  /** Id of the `<castray-provider>` to use; the nearest one around the element unless given. */
  provider = '';

  /** `light`, `dark`, `aerial`, `high-contrast`; the provider's, else the page's colour scheme. */
  theme: Theme = 'auto';

  /** `wall`: readable from some 5 m. The provider's unless given. */
  size: Size | undefined;

  /** `compact`: rows of one line, close together; `comfortable`. The provider's unless given. */
  density: Density | undefined;

  /** The sentences of the element's topic. */
  protected abstract readonly catalogue: { in(lang: string): M };

  protected readonly attributeReader = new AttributeReader(this.localName);

  readonly #language = new LanguageController(this);
  #said = { text: '', lang: '' };
  readonly #ages = new Ages(this, (age) =>
    age < -AHEAD ? this.text.age.unknown : this.format.ago(age),
  );

  constructor() {
    super();
    checkLook(this, this.attributeReader);
  }

  adoptedCallback(): void {
    adoptStylesAnew(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return rootAnywhere(this, () => super.createRenderRoot());
  }

  /** What the first drawing waits for, if for anything. */
  protected awaited(): Promise<void> | undefined {
    return undefined;
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    const awaited = this.hasUpdated ? undefined : this.awaited();
    if (!awaited) {
      this.performUpdate();
      return undefined;
    }
    // the first format of a page takes the browser 10 ms, for which it has the time now
    (whenIdle ?? setTimeout)(() => this.format.dateTime(0));
    return awaited.then(() => {
      this.performUpdate();
    });
  }

  /** The sentences in the element's language. */
  protected get text(): M {
    return this.catalogue.in(this.#language.lang);
  }

  /** The figures in the element's language. */
  protected get format(): Formats {
    return this.#language.formats;
  }

  /** What a live region holds: what was said last. It does not stay where the language has changed. */
  protected get announcement(): string {
    const { text, lang } = this.#said;
    return lang === this.#language.lang ? text : '';
  }

  /** How long ago something was (ms since 1970), in words that stay right while they are shown. */
  protected readonly ago = (at: number): string => this.#ages.since(at);

  /** Tells screen readers, politely, in a live region. */
  protected readonly announce = (words: string): void => {
    // the same words once more are read only where something about them differs
    const text = words === this.announcement ? `${words}\u00a0` : words;
    this.#said = { text, lang: this.#language.lang };
    this.requestUpdate();
  };
}
