import type { FileUpload } from '../../store/uploads/file-upload.js';
import { CastrayEvent } from './castray-event.js';

/**
 * An upload: `castray-upload-start` when its first byte leaves, `castray-upload-end` when it is over.
 * Only `upload.state === 'stored'` means that the service has it, on its gateway, byte for byte.
 * Each `<castray-upload>` of the provider tells of it: `upload.key` is the same.
 */
export class UploadEvent extends CastrayEvent {
  static readonly start = 'castray-upload-start';
  static readonly end = 'castray-upload-end';

  /** Frozen: `key`, `state`, `given`, `name`, `size`, `storedSize`, `targetNode` … */
  readonly upload: FileUpload;

  constructor(type: typeof UploadEvent.start | typeof UploadEvent.end, upload: FileUpload) {
    super(type);
    this.upload = upload;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-upload-start': UploadEvent;
    'castray-upload-end': UploadEvent;
  }
}
