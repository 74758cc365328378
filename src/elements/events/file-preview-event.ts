import type { FileContent } from '../../model/file-content.js';
import type { RemoteFile } from '../../model/files.js';
import { CastrayEvent } from './castray-event.js';

/** The user looks into a file, and it has been read. */
export class FilePreviewEvent extends CastrayEvent {
  static readonly type = 'castray-file-preview';

  readonly file: RemoteFile;
  /** `kind`, and by kind `text`, `order` (a flight order's `from` and `to`) or `source`. */
  readonly content: FileContent;

  constructor(file: RemoteFile, content: FileContent) {
    super(FilePreviewEvent.type);
    this.file = file;
    this.content = content;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-file-preview': FilePreviewEvent;
  }
}
