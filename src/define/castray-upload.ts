import { CastrayUpload } from '../elements/castray-upload/castray-upload.js';
import { define } from './define.js';

define('castray-upload', CastrayUpload);

export { CastrayUpload };
export type { UploadEvent } from '../elements/events/upload-event.js';
