import type { FileSort, FileSortKey, RemoteFile } from '../../model/files.js';
import type { FilesMessages } from '../../text/files.js';
import type { Formats } from '../../text/formats.js';

/** What the rows are drawn from. */
export interface FileViewOptions {
  readonly title: string;
  readonly text: FilesMessages;
  readonly format: Formats;
  readonly sort: FileSort;
  readonly sortBy: (key: FileSortKey) => void;
  readonly isSelected: (file: RemoteFile) => boolean;
  /** The file that is looked into, and what is drawn under its row. */
  readonly opened: RemoteFile | undefined;
  readonly openedView: unknown;
  /** Where a file can be downloaded; `undefined` without a file server. */
  readonly addressOf: (file: RemoteFile) => string | undefined;
}

/** What one more click on a column's header means; first of all what is large or new. */
export function nextFileSort(current: FileSort, key: FileSortKey): FileSort {
  const isFigure = key === 'size' || key === 'modified';
  return { key, descending: current.key === key ? !current.descending : isFigure };
}
