import type { ClusterSnapshot } from '../../model/cluster.js';
import { CastrayEvent } from './castray-event.js';

/** New figures are there. At most four times a second. */
export class SnapshotChangeEvent extends CastrayEvent {
  static readonly type = 'castray-snapshot-change';

  /** Frozen; unchanged nodes in it are the same objects as in the last one. */
  readonly snapshot: ClusterSnapshot;

  constructor(snapshot: ClusterSnapshot) {
    super(SnapshotChangeEvent.type);
    this.snapshot = snapshot;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-snapshot-change': SnapshotChangeEvent;
  }
}
