import { CastrayConnection } from '../elements/castray-connection/castray-connection.js';
import { define } from './define.js';

define('castray-connection', CastrayConnection);

export { CastrayConnection };
