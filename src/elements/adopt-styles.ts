import type { CSSResult, LitElement } from 'lit';
import { viewOf } from '../context/page-of.js';

/**
 * Gives an element its looks again in the document that it was moved to, a window on top of all others
 * say, or home from there: browsers take them away, since documents share no style sheets.
 */
export function adoptStylesAnew({ constructor, ownerDocument, shadowRoot }: LitElement): void {
  const view = viewOf(ownerDocument);
  if (!view || !shadowRoot) return;
  const { elementStyles } = constructor as typeof LitElement;
  shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync((style as CSSResult).cssText);
    return sheet;
  });
}

type Root = HTMLElement | DocumentFragment;

/**
 * The root of an element that is drawn for the first time. One that was made in one document and put into another before
 * that has Lit adopt style sheets of the first, which browsers refuse.
 */
export function rootAnywhere(element: LitElement, create: () => Root): Root {
  try {
    return create();
  } catch (reason) {
    const { shadowRoot } = element;
    if (!shadowRoot) throw reason;
    adoptStylesAnew(element);
    return shadowRoot;
  }
}
