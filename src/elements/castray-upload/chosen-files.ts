import type { ChosenFile } from '../../store/uploads/upload-item.js';

/** What an input gives; with its folders, where a folder was chosen. */
export function fromFiles(files: Iterable<File>): readonly ChosenFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/**
 * What was dropped or pasted, folders with all that is in them; what cannot be read is there too,
 * without a file. Has to be called within the event.
 */
export async function fromTransfer(transfer: DataTransfer | null): Promise<readonly ChosenFile[]> {
  if (!transfer) return [];
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  // Files that a script put there, or that were pasted, have no entry in some engines.
  if (!entries.some((entry) => entry?.isDirectory)) return fromFiles(transfer.files);
  const files = items.map((item) => item.getAsFile());
  const found = await Promise.all(
    entries.map(async (entry, n) =>
      entry ? filesIn(entry) : fromFiles(files[n] ? [files[n]] : []),
    ),
  );
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((done) => {
      (entry as FileSystemFileEntry).file(done, () => done(undefined));
    });
    return [{ file, path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: ChosenFile[] = [];
  // A reader gives at most 100 at a time, and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | undefined>((done) => {
      reader.readEntries(done, () => done(undefined));
    });
    if (!some) return [...all, { file: undefined, path }];
    if (some.length === 0) return all;
    for (const each of some) all.push(...(await filesIn(each)));
  }
}
