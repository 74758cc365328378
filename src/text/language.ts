import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatsFor, type Formats } from './formats.js';
import { translationFor, watchTranslations } from './translations.js';

/**
 * The language of an element: that of the nearest `lang` around it, through shadow roots, else the
 * browser's. Follows every change of a `lang` attribute, and every language that the page adds, while
 * the element is in the page.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lang = '';
  readonly #observer = new MutationObserver(() => {
    this.#langChanged();
  });
  #stopWatching: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A BCP 47 tag. */
  get lang(): string {
    this.#lang ||= nearestLang(this.#host);
    return this.#lang;
  }

  /** Figures stand within sentences: those of a language that nobody speaks are English ones, too. */
  get formats(): Formats {
    return formatsFor(this.#fallback || this.lang);
  }

  /** What is spoken instead of a language that nobody speaks; else nothing. */
  get #fallback(): string {
    return /^(zh|en)\b/i.test(this.lang) || translationFor(this.lang) ? '' : 'en';
  }

  hostConnected(): void {
    const attributes = { subtree: true, attributeFilter: ['lang'] };
    // in each tree around it, whose changes are not seen from the next one
    for (let element: Element | null = this.#host; element; element = hostOf(element))
      this.#observer.observe(element.getRootNode(), attributes);
    this.#stopWatching = watchTranslations(() => {
      this.#host.requestUpdate();
    });
    this.#langChanged();
  }

  /** A screen reader takes the words for those of the page's language, unless it is told. */
  hostUpdated(): void {
    const fallback = this.#fallback;
    for (const box of this.#host.shadowRoot?.children ?? []) {
      if (!fallback) box.removeAttribute('lang');
      else if (box.localName !== 'slot' && box.getAttribute('lang') !== fallback) {
        box.setAttribute('lang', fallback);
      }
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#stopWatching?.();
  }

  #langChanged(): void {
    const lang = nearestLang(this.#host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  }
}

function nearestLang(host: Element): string {
  for (let element: Element | null = host; element; element = hostOf(element)) {
    const lang = element.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang.replaceAll('_', '-'); // zh_CN, as other systems write it
  }
  return navigator.language;
}

/** The element whose shadow tree this one stands in. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
