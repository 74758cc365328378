/**
 * What a document says of itself, by the getters of its class: whoever may put an `<img name="hidden">` on the
 * page has `document.hidden` be that picture.
 */

/** Whether nobody can see the document. */
export function isHidden(page: Document): boolean {
  return Reflect.get<Document, 'hidden'>(Document.prototype, 'hidden', page);
}

/** The window that shows a document, if any. */
export function viewOf(page: Document): (Window & typeof globalThis) | null {
  return Reflect.get<Document, 'defaultView'>(Document.prototype, 'defaultView', page);
}

/**
 * The window that shows a document; the bundle's own for one that is shown nowhere. Widgets can be moved into
 * an `<iframe>` or a picture-in-picture window: what is seen, measured, drawn and printed is then over there.
 */
export function windowOf(page: Document): Window & typeof globalThis {
  return viewOf(page) ?? window;
}
