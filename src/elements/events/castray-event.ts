/** What an element tells the page: it is heard outside of shadow trees, too. */
export abstract class CastrayEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}
