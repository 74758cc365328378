import { fixture, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';

/** Puts markup on the page and gives the first provider in it. */
export async function mountProvider(markup: TemplateResult): Promise<CastrayProvider> {
  const root = await fixture<HTMLElement>(markup);
  const provider = root.matches('castray-provider') ? root : root.querySelector('castray-provider');
  return provider!;
}

/** Waits for a condition that a user or a page author could see; `what` is said where it never comes. */
export async function until(condition: () => unknown, what: string, timeout = 4000): Promise<void> {
  await waitUntil(condition, what, { timeout, interval: 20 });
}

/** As {@link until}, for what has to be asked for. */
export async function untilAsync(
  condition: () => Promise<boolean>,
  what: string,
  timeout = 4000,
): Promise<void> {
  await waitUntil(condition, what, { timeout, interval: 50 });
}

/** Everything a reader sees in an element, its shadow tree included, with single spaces. */
export function visibleText(element: Element): string {
  return texts(element.shadowRoot ?? element)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function texts(node: Node): string[] {
  return [...node.childNodes].flatMap((child) => {
    if (child instanceof Text) return [child.data];
    if (!(child instanceof Element) || child.localName === 'style') return [];
    return texts(child.shadowRoot ?? child);
  });
}
