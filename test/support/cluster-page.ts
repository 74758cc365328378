import { fixture, fixtureCleanup } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';

/** Where a widget finds its cluster: a service of the test's own, or any other address. */
export interface Whereabouts {
  readonly apiBase?: string;
}

/** Puts markup on the page and gives the first provider in it. */
export async function mountProvider(markup: TemplateResult): Promise<CastrayProvider> {
  const root = await fixture<HTMLElement>(markup);
  const provider = root.matches('castray-provider') ? root : root.querySelector('castray-provider');
  return provider!;
}

/**
 * Shows a widget in a provider of its own, in English unless told otherwise, in place of all that was mounted
 * before in the same test. `settings` are the provider's properties, `attributes` the widget's.
 */
export async function mountWidget<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { apiBase }: Whereabouts,
  settings: Partial<CastrayProvider> = {},
  attributes: Readonly<Record<string, string>> = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  fixtureCleanup();
  const provider = document.createElement('castray-provider');
  Object.assign(provider, { apiBase, lang: 'en' }, settings);
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  provider.append(widget);
  await fixture(provider);
  return widget;
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
