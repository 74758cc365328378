import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/**
 * Makes an element a share of its parent's width, in percent. Through the object model: a `style`
 * attribute is refused where a page's Content Security Policy allows none.
 */
class FilledTo extends Directive {
  #size = '';

  render(percent: number): string {
    return `${percent}%`;
  }

  override update({ element }: ElementPart, [percent]: Parameters<this['render']>): unknown {
    const size = this.render(percent);
    if (size !== this.#size && element instanceof HTMLElement)
      element.style.inlineSize = this.#size = size;
    return noChange;
  }
}

export const filledTo = directive(FilledTo);
