import type { ClusterNode } from '../../model/cluster.js';

/** The user chose a node. Chosen again, it is told again: the page may have closed what it opened. */
export class NodeSelectEvent extends Event {
  static readonly type = 'castray-node-select';

  /** Frozen; as it was known when it was chosen. */
  readonly node: ClusterNode;

  constructor(node: ClusterNode) {
    super(NodeSelectEvent.type, { bubbles: true, composed: true });
    this.node = node;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-node-select': NodeSelectEvent;
  }
}
