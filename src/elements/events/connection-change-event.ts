import type { ConnectionState } from '../../connection/connection-state.js';

/** The connection is in another phase, or its attempts or its error changed. */
export class ConnectionChangeEvent extends Event {
  static readonly type = 'castray-connection-change';

  readonly connection: ConnectionState;
  /** The state that the last event of this kind told. */
  readonly previous: ConnectionState;

  constructor(connection: ConnectionState, previous: ConnectionState) {
    super(ConnectionChangeEvent.type, { bubbles: true, composed: true });
    this.connection = connection;
    this.previous = previous;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-connection-change': ConnectionChangeEvent;
  }
}
