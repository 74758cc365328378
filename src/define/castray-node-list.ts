import { CastrayNodeList } from '../elements/castray-node-list/castray-node-list.js';
import { define } from './define.js';

define('castray-node-list', CastrayNodeList);

export { CastrayNodeList };
export type { NodeSelectEvent } from '../elements/events/node-select-event.js';
export type { ViewChangeEvent } from '../elements/events/view-change-event.js';
