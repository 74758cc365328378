import { CastrayNodeDetail } from '../elements/castray-node-detail/castray-node-detail.js';
import { define } from './define.js';

define('castray-node-detail', CastrayNodeDetail);

export { CastrayNodeDetail };
