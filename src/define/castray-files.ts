import { CastrayFiles } from '../elements/castray-files/castray-files.js';
import { define } from './define.js';

define('castray-files', CastrayFiles);
