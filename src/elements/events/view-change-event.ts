import { CastrayEvent } from './castray-event.js';

/** The list shows something else, or in another way. */
export class ViewChangeEvent extends CastrayEvent {
  static readonly type = 'castray-view-change';

  /** As it stands in the attribute `view-state`. */
  readonly viewState: string;

  constructor(viewState: string) {
    super(ViewChangeEvent.type);
    this.viewState = viewState;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-view-change': ViewChangeEvent;
  }
}
