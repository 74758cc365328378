import {
  FILE_SORT_KEYS,
  findFiles,
  sortFiles,
  totalSize,
  type FileSort,
  type RemoteFile,
} from '../../model/files.js';
import type { CompareNames } from '../../model/name-ranks.js';
import { isKnown } from '../../model/unknown.js';
import type { FilesMessages } from '../../text/files.js';
import type { Formats } from '../../text/formats.js';
import type { AttributeReader } from '../attribute-reader.js';

const BY_NAME: FileSort = { key: 'name', descending: false };

/** So many rows are drawn at most, which takes a moment; a search brings up the others. */
export const MAX_ROWS = 1000;

/** The files that are found, in their order; found and sorted only when something has changed: 5,000 take a while. */
export class ShownFiles {
  files: readonly RemoteFile[] = [];
  /** The first of them, which have rows. */
  drawn = this.files;
  order = BY_NAME;
  readonly #reader: AttributeReader;
  #of: readonly unknown[] = [];

  constructor(reader: AttributeReader) {
    this.#reader = reader;
  }

  update(all: readonly RemoteFile[], search: unknown, sort: unknown, compare: CompareNames): void {
    const of = [all, search, sort, compare];
    if (of.every((value, index) => value === this.#of[index])) return;
    this.#of = of;
    this.order = this.#reader.sort('sort', sort, FILE_SORT_KEYS) ?? BY_NAME;
    this.files = sortFiles(
      findFiles(all, typeof search === 'string' ? search : ''),
      this.order,
      compare,
    );
    this.drawn = this.files.slice(0, MAX_ROWS);
  }
}

/** How many of all are shown, and their size; folders apart. */
export function countText(
  shown: readonly RemoteFile[],
  all: readonly RemoteFile[],
  { files: words }: FilesMessages,
  { number, bytes }: Formats,
): string {
  const filesIn = (list: readonly RemoteFile[]) => list.filter(({ isFolder }) => !isFolder);
  const files = filesIn(shown);
  const folders = shown.length - files.length;
  const count = filesIn(all).length;
  const size = totalSize(files);
  const text = words.shown(
    number(files.length),
    number(count),
    count,
    isKnown(size) ? bytes(size) : '',
  );
  return (folders > 0 ? words.foldersShown(number(folders), folders) : '') + text;
}
