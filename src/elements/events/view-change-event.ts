/** The list shows something else, or in another way. */
export class ViewChangeEvent extends Event {
  static readonly type = 'castray-view-change';

  /** As it stands in the attribute `view-state`. */
  readonly viewState: string;

  constructor(viewState: string) {
    super(ViewChangeEvent.type, { bubbles: true, composed: true });
    this.viewState = viewState;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-view-change': ViewChangeEvent;
  }
}
