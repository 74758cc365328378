import { replacementKey, type EndpointField, type Replacements } from '../connection/endpoint.js';

/** One address of the page's configuration that is wrong, and the right one. */
export interface AddressChange {
  readonly field: EndpointField;
  /** The setting as a page's author writes it. */
  readonly setting: string;
  /** As it is set; absolute. */
  readonly from: string;
  /** As it should be; absolute. */
  readonly to: string;
}

interface Book {
  readonly replacements: Map<string, string>;
  readonly listeners: Set<() => void>;
}

/** Addresses that a user replaced, for all providers of the page and all copies of the bundle on it. */
const SHARED: unique symbol = Symbol.for('castray-widgets.addresses/1');

export function replacedAddresses(): Replacements {
  return book().replacements;
}

/** From now on, until the page is reloaded. */
export function replaceAddresses(changes: readonly AddressChange[]): void {
  const { replacements, listeners } = book();
  for (const { field, from, to } of changes) replacements.set(replacementKey(field, from), to);
  for (const listener of [...listeners]) listener();
}

/** Returns a function that ends it. */
export function onAddressesReplaced(listener: () => void): () => void {
  const { listeners } = book();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function book(): Book {
  const page = globalThis as unknown as { [SHARED]: Book | undefined };
  return (page[SHARED] ??= { replacements: new Map(), listeners: new Set() });
}
