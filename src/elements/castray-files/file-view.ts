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

/** A sort as it stands in the attribute; one more click on a header turns it. */
export function nextSort(current: FileSort, key: FileSortKey): string {
  const descends = current.key === key ? !current.descending : key === 'size' || key === 'modified';
  return `${key} ${descends ? 'desc' : 'asc'}`;
}
