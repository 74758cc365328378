import { CastrayFiles } from '../elements/castray-files/castray-files.js';
import './castray-upload.js'; // which `actions="upload"` shows
import { define } from './define.js';

define('castray-files', CastrayFiles);

export { CastrayFiles };
export type { FilePreviewEvent } from '../elements/events/file-preview-event.js';
