import { CastrayTransfers } from '../elements/castray-transfers/castray-transfers.js';
import { define } from './define.js';

define('castray-transfers', CastrayTransfers);

export { CastrayTransfers };
export type { TransferEvent } from '../elements/events/transfer-event.js';
