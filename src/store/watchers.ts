/** Who looks on: while nobody does, nothing is asked. */
export class Watchers {
  readonly #all = new Set<object>();

  get hasAny(): boolean {
    return this.#all.size > 0;
  }

  /** Returns a function that ends it. */
  add(): () => void {
    const one = {};
    this.#all.add(one);
    return () => {
      this.#all.delete(one);
    };
  }
}
