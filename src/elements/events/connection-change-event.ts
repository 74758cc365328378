import type { ConnectionState } from '../../connection/connection-state.js';
import { CastrayEvent } from './castray-event.js';

/** The connection is in another phase, or its attempts, the time of the next one or its error changed. */
export class ConnectionChangeEvent extends CastrayEvent {
  static readonly type = 'castray-connection-change';

  readonly connection: ConnectionState;
  /** As it was just before: its figures, such as `lastDataAt`, may be newer than those of the last event. */
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
