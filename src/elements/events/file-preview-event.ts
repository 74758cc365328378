import type { FileContent } from '../../model/file-content.js';
import type { RemoteFile } from '../../model/files.js';

/** The user looks into a file, and it has been read. */
export class FilePreviewEvent extends Event {
  static readonly type = 'castray-file-preview';

  readonly file: RemoteFile;
  /** `kind`, and by kind `text`, `order` (a flight order's `from` and `to`) or `source`. */
  readonly content: FileContent;

  constructor(file: RemoteFile, content: FileContent) {
    super(FilePreviewEvent.type, { bubbles: true, composed: true });
    this.file = file;
    this.content = content;
  }

  /** For scripts that are used to `event.detail`. */
  get detail(): this {
    return this;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'castray-file-preview': FilePreviewEvent;
  }
}
