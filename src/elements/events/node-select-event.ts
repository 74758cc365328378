import type { ClusterNode } from '../../model/cluster.js';
import { CastrayEvent } from './castray-event.js';

/** The user chose a node. Chosen again, it is told again: the page may have closed what it opened. */
export class NodeSelectEvent extends CastrayEvent {
  static readonly type = 'castray-node-select';

  /** Frozen; as it was known when it was chosen. */
  readonly node: ClusterNode;

  constructor(node: ClusterNode) {
    super(NodeSelectEvent.type);
    this.node = node;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-node-select': NodeSelectEvent;
  }
}
