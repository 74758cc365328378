import type { ConnectionState } from '../../connection/connection-state.js';
import { CastrayEvent } from './castray-event.js';

/** The connection is in another phase, or its attempts or its error changed. */
export class ConnectionChangeEvent extends CastrayEvent {
  static readonly type = 'castray-connection-change';

  readonly connection: ConnectionState;
  /** The state that the last event of this kind told. */
  readonly previous: ConnectionState;

  constructor(connection: ConnectionState, previous: ConnectionState) {
    super(ConnectionChangeEvent.type);
    this.connection = connection;
    this.previous = previous;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-connection-change': ConnectionChangeEvent;
  }
}
