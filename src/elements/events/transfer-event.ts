import type { Transfer } from '../../store/transfers/transfer.js';
import { CastrayEvent } from './castray-event.js';

/**
 * A transfer that the page has seen begin: `castray-transfer-start` once the service has named it,
 * `castray-transfer-end` when it has ended, or nobody knows what became of it. Only
 * `transfer.state === 'completed'` means that the file has arrived. Each `<castray-transfers>` of the
 * provider tells of it: `transfer.key` is the same.
 */
export class TransferEvent extends CastrayEvent {
  static readonly start = 'castray-transfer-start';
  static readonly end = 'castray-transfer-end';

  /** Frozen: `key`, `id`, `state`, `fileName`, `fileSize`, `sourceNode`, `targetNode`, `targetPath` … */
  readonly transfer: Transfer;

  constructor(type: typeof TransferEvent.start | typeof TransferEvent.end, transfer: Transfer) {
    super(type);
    this.transfer = transfer;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-transfer-start': TransferEvent;
    'castray-transfer-end': TransferEvent;
  }
}
