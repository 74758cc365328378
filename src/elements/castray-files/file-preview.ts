import type { ReactiveControllerHost } from 'lit';
import type { FileResult } from '../../connection/file-download.js';
import { previewLimit, type FileContent } from '../../model/file-content.js';
import { kindOf, type RemoteFile } from '../../model/files.js';
import { isKnown } from '../../model/unknown.js';
import type { FileCatalogue } from '../../store/files/file-catalogue.js';
import { FilePreviewEvent } from '../events/file-preview-event.js';

/** The one file that is looked into; without a result while it is read. */
export interface Preview {
  readonly file: RemoteFile;
  readonly result?: FileResult<FileContent>;
}

/** Reads the file that the user chose, unless it is known to be too large. */
export class FilePreview {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Another object after each change. */
  shown: Preview | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Opens a file, or closes it where it is open. Never rejects. */
  async toggle(
    file: RemoteFile,
    segments: readonly string[],
    catalogue: FileCatalogue,
  ): Promise<void> {
    if (this.shown?.file.segment === file.segment) {
      this.close();
      return;
    }
    const opened = { file };
    this.#show(opened);
    const kind = kindOf(file);
    const isTooLarge = isKnown(file.size) && file.size > previewLimit(kind);
    const result: FileResult<FileContent> = isTooLarge
      ? { ok: true, content: { kind: 'too-large' } }
      : await catalogue.read(segments, kind);
    if (this.shown !== opened) return; // closed, or another one is open by now
    this.#show({ file, result });
    if (result.ok) this.#host.dispatchEvent(new FilePreviewEvent(file, result.content));
  }

  close(): void {
    if (this.shown) this.#show(undefined);
  }

  #show(preview: Preview | undefined): void {
    this.shown = preview;
    this.#host.requestUpdate();
  }
}
