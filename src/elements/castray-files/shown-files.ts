import {
  FILE_SORT_KEYS,
  findFiles,
  sortFiles,
  type FileSort,
  type RemoteFile,
} from '../../model/files.js';
import { readSort } from './file-view.js';

/** The files on the screen; found and sorted only when something has changed: 5,000 take a while. */
export class ShownFiles {
  files: readonly RemoteFile[] = [];
  order: FileSort = readSort('', FILE_SORT_KEYS);
  #of: readonly unknown[] = [];

  update(
    all: readonly RemoteFile[],
    search: unknown,
    sort: unknown,
    compare: (a: string, b: string) => number,
  ): void {
    const of = [all, search, sort, compare];
    if (of.every((value, index) => value === this.#of[index])) return;
    this.#of = of;
    this.order = readSort(sort, FILE_SORT_KEYS);
    this.files = sortFiles(
      findFiles(all, typeof search === 'string' ? search : ''),
      this.order,
      compare,
    );
  }
}
