import type { LitElement } from 'lit';
import type { CastrayProvider } from '../../src/elements/castray-provider/castray-provider.js';
import { visibleText } from './cluster-page.js';
import { until } from './wait.js';

/** An element in its provider, read and used through its shadow tree in the way of a user. */
export class ShadowPage<E extends LitElement = LitElement> {
  readonly element: E;
  /** In which it stood at first. */
  readonly provider: CastrayProvider;

  constructor(element: E) {
    this.element = element;
    this.provider = element.closest('castray-provider')!;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** All that a user reads in it. */
  get text(): string {
    return visibleText(this.element);
  }

  /** What its buttons are called, in their order. */
  get buttons(): string[] {
    return this.all('button').map(nameOf);
  }

  all<H extends HTMLElement = HTMLElement>(selector: string): H[] {
    return [...this.root.querySelectorAll<H>(selector)];
  }

  /** The first that matches; `null` where none does. */
  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  /** The first that matches. Throws where none does. */
  get(selector: string): HTMLElement {
    const found = this.find(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  }

  /** What a user reads in the first that matches; empty where none does. */
  textOf(selector: string): string {
    const found = this.find(selector);
    return found ? visibleText(found) : '';
  }

  /** As {@link textOf}, of a part. */
  part(name: string): string {
    return this.textOf(`[part~='${name}']`);
  }

  /** The first button that is called exactly so. Throws where none is. */
  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((one) => nameOf(one) === name);
    if (!found) throw new Error(`no button “${name}” among “${this.buttons.join('”, “')}”`);
    return found;
  }

  /** Waits until a user reads these words somewhere in it; `timeout` in ms. */
  async says(words: string, timeout?: number): Promise<void> {
    await until(() => this.text.includes(words), `“${words}”`, timeout).catch((error: unknown) => {
      throw new Error(`not read: “${words}”, but: ${this.text}`, { cause: error });
    });
  }
}

function nameOf(button: HTMLElement): string {
  return button.ariaLabel ?? visibleText(button);
}
