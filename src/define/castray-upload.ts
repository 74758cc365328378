import { CastrayUpload } from '../elements/castray-upload/castray-upload.js';
import { define } from './define.js';

define('castray-upload', CastrayUpload);
