import { CastrayNodeList } from '../elements/castray-node-list/castray-node-list.js';
import { define } from './define.js';

define('castray-node-list', CastrayNodeList);
