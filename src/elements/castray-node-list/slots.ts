import { noChange } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

/**
 * Draws the rows with these indices, which ascend. A row that stays among them is not moved and keeps
 * focus and pointer; one that leaves on one side comes in again on the other, with other words in it:
 * in a list that is scrolled, no row is made. The library's `repeat` would make each of them. Moving a row
 * costs the browser twice as much as other words in it: where most would be moved, only `kept` stays.
 */
class Slots extends Directive {
  #slots = new Map<number, ChildPart>();

  render(indices: readonly number[], _kept: number, draw: (index: number) => unknown): unknown {
    return indices.map(draw);
  }

  override update(whole: ChildPart, [indices, kept, draw]: Parameters<this['render']>): unknown {
    const left = this.#slots;
    const slots = new Map<number, ChildPart>();
    const staying = indices.filter((index) => left.has(index));
    const stays = 2 * staying.length > indices.length ? staying : [kept];
    for (const index of stays) {
      const slot = left.get(index);
      if (slot && left.delete(index)) slots.set(index, slot);
    }
    const spare = [...left.values()];
    let next: ChildPart | undefined;
    for (const index of [...indices].reverse()) {
      let slot = slots.get(index);
      if (!slot) slots.set(index, (slot = insertPart(whole, next, spare.pop())));
      setChildPartValue(slot, draw(index));
      next = slot;
    }
    for (const slot of spare) removePart(slot);
    // in the order in which they stand
    this.#slots = new Map([...slots].sort(([a], [b]) => a - b));
    return noChange;
  }
}

export const slots = directive(Slots);
