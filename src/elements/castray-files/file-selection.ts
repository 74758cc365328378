import type { ReactiveControllerHost } from 'lit';
import { plainName } from '../../model/harmless-text.js';
import type { RemoteFile } from '../../model/files.js';
import { FileSaver, type Saving } from './file-saver.js';

const NONE: ReadonlySet<string> = new Set();

/** The files that the user has ticked, and saving them. */
export class FileSelection {
  readonly #host: ReactiveControllerHost;
  readonly saver: FileSaver;
  /** Segments; another set after each change. */
  segments = NONE;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.saver = new FileSaver(host);
  }

  /** Those of the files that are selected. */
  of(files: readonly RemoteFile[]): readonly RemoteFile[] {
    return files.filter(({ segment, isFolder }) => !isFolder && this.segments.has(segment));
  }

  set(segments: readonly string[], isSelected: boolean): void {
    const selected = new Set(this.segments);
    for (const segment of segments) {
      if (isSelected) selected.add(segment);
      else selected.delete(segment);
    }
    this.#replace(selected);
  }

  clear(): void {
    if (this.segments.size > 0) this.#replace(NONE);
  }

  /** `fetchOf`: how to fetch a file. */
  save(files: readonly RemoteFile[], fetchOf: (file: RemoteFile) => Saving['fetch']): void {
    void this.saver.save(
      files.map((file) => ({ name: plainName(file.name), fetch: fetchOf(file) })),
    );
  }

  #replace(segments: ReadonlySet<string>): void {
    this.segments = segments;
    // what is being saved goes on while anything is selected
    const { done, all } = this.saver.state;
    if (segments.size === 0 || done === all) this.saver.reset();
    this.#host.requestUpdate();
  }
}
