/**
 * The window that shows a document; the bundle's own for one that is shown nowhere. Widgets can be moved into
 * an `<iframe>` or a picture-in-picture window: what is seen, measured, drawn and printed is then over there.
 */
export function windowOf(page: Document): Window & typeof globalThis {
  return page.defaultView ?? window;
}
