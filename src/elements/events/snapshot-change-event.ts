import type { ClusterSnapshot } from '../../model/cluster.js';

/** New figures are there. At most four times a second. */
export class SnapshotChangeEvent extends Event {
  static readonly type = 'castray-snapshot-change';

  /** Frozen; unchanged nodes in it are the same objects as in the last one. */
  readonly snapshot: ClusterSnapshot;

  constructor(snapshot: ClusterSnapshot) {
    super(SnapshotChangeEvent.type, { bubbles: true, composed: true });
    this.snapshot = snapshot;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-snapshot-change': SnapshotChangeEvent;
  }
}
