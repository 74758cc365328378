import { VERSION } from '../version.js';

/** Where the page keeps which copy of ours defined the elements. */
const DEFINED_BY: unique symbol = Symbol.for('castray-widgets.defined-by');

/**
 * Defines an element unless the page has it already: a second copy of the bundle leaves everything
 * to the first, and says so once, with both versions.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (existing === element) return;
  const page = globalThis as { [DEFINED_BY]?: string | undefined };
  if (!existing) {
    customElements.define(tag, element);
    page[DEFINED_BY] = VERSION;
    return;
  }
  warnOnce(page[DEFINED_BY] ?? 'unknown');
}

let hasWarned = false;

function warnOnce(first: string): void {
  if (hasWarned) return;
  hasWarned = true;
  console.warn(
    `castray-widgets ${VERSION}: version ${first} has defined the elements already and stays in charge.`,
  );
}
