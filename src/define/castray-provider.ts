import { CastrayProvider } from '../elements/castray-provider/castray-provider.js';
import { define } from './define.js';

define('castray-provider', CastrayProvider);

export { CastrayProvider };
export type { CastrayErrorEvent } from '../elements/events/castray-error-event.js';
export type { ConnectionChangeEvent } from '../elements/events/connection-change-event.js';
export type { SnapshotChangeEvent } from '../elements/events/snapshot-change-event.js';
