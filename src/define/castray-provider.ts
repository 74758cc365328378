import { CastrayProvider } from '../elements/castray-provider/castray-provider.js';
import { define } from './define.js';

define('castray-provider', CastrayProvider);
