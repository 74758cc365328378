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
