import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';

/** Puts markup on the page and gives the first provider in it. */
export async function mountProvider(markup: TemplateResult): Promise<CastrayProvider> {
  const root = await fixture<HTMLElement>(markup);
  const provider = root.matches('castray-provider') ? root : root.querySelector('castray-provider');
  return provider!;
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
