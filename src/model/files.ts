import type { CompareNames } from './name-ranks.js';
import { matcher } from './search.js';
import type { Sort } from './sort.js';
import { MAX_ENTRIES } from './too-many.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';

/** Where CastRay's file server has its files, unless a page says otherwise. */
export const FILES_PATH = 'demo_files/';

/** A file, or a folder, that somebody offers. */
export interface RemoteFile {
  /** As it is called, for people; may hold any character. */
  readonly name: string;
  /** As it stands in an address: encoded, and without a slash. */
  readonly segment: string;
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: Maybe<number>;
  /** In ms since 1970. */
  readonly modified: Maybe<number>;
}

/** No file system has names of so many characters; most have 255 bytes. */
const MAX_FILE_NAME = 1024;
/** And so long in an address, where one character may be `%E4%BD%A0`. */
const MAX_SEGMENT = 9 * MAX_FILE_NAME;

/**
 * The entries of a list as files. What `read` finds no usable name in is left out, as is a name that no file can have;
 * of two with one address the second. `too-large` where there are too many.
 */
export function namedFiles<T>(
  entries: Iterable<T>,
  read: (entry: T) => RemoteFile | undefined,
): readonly RemoteFile[] | 'too-large' {
  const found = new Map<string, RemoteFile>();
  let count = 0;
  for (const entry of entries) {
    if ((count += 1) > MAX_ENTRIES) return 'too-large';
    const file = read(entry);
    if (!file || file.name.length > MAX_FILE_NAME || file.segment.length > MAX_SEGMENT) continue;
    if (!found.has(file.segment)) found.set(file.segment, file);
  }
  return [...found.values()];
}

/** What a file is by its ending, which may not be true: nothing is decided by it but a word. */
export const FILE_KINDS = [
  'folder',
  'flight',
  'text',
  'json',
  'image',
  'video',
  'archive',
  'other',
] as const;
/** One of {@link FILE_KINDS}. */
export type FileKind = (typeof FILE_KINDS)[number];

const ENDINGS: readonly (readonly [FileKind, RegExp])[] = [
  ['flight', /^com$/],
  ['json', /^(geo|nd)?jsonl?$/],
  ['text', /^(txt|md|log|csv|tsv|ya?ml|toml|ini|conf|cfg|xml|html?|css|[cm]?[jt]s|py|sh|svg)$/],
  ['image', /^(png|jpe?g|gif|webp|avif|bmp)$/],
  ['video', /^(mp4|webm|mkv|avi|mov|h26[45])$/],
  ['archive', /^(zip|tar|t?gz|xz|bz2|zst|7z|rar)$/],
];

/** What comes after the last dot; empty where there is none, or nothing before it. */
export function endingOf(name: string): string {
  return /.\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function kindOf({ name, isFolder }: RemoteFile): FileKind {
  if (isFolder) return 'folder';
  const ending = endingOf(name);
  return ENDINGS.find(([, pattern]) => pattern.test(ending))?.[0] ?? 'other';
}

/** What files can be sorted by. */
export const FILE_SORT_KEYS = ['name', 'type', 'size', 'modified'] as const;
export type FileSortKey = (typeof FILE_SORT_KEYS)[number];

export type FileSort = Sort<FileSortKey>;

/** The files whose name holds every word of the search. */
export function findFiles(files: readonly RemoteFile[], search: string): readonly RemoteFile[] {
  const matches = matcher(search);
  return matches ? files.filter(({ name }) => matches(name)) : files;
}

/** A sorted copy: folders first, what is unknown last, and equal ones by their names. */
export function sortFiles(
  files: readonly RemoteFile[],
  { key, descending }: FileSort,
  compareNames: CompareNames,
): RemoteFile[] {
  const sign = descending ? -1 : 1;
  const byKey = (a: RemoteFile, b: RemoteFile): number => {
    if (key === 'name') return sign * compareNames(a.name, b.name);
    if (key === 'type') return sign * compareNames(typeKey(a), typeKey(b));
    return compareKnown(a[key], b[key], sign);
  };
  return [...files].sort(
    (a, b) =>
      Number(b.isFolder) - Number(a.isFolder) ||
      byKey(a, b) ||
      compareNames(a.name, b.name) ||
      (a.segment < b.segment ? -1 : 1),
  );
}

function typeKey(file: RemoteFile): string {
  return `${FILE_KINDS.indexOf(kindOf(file))} ${endingOf(file.name)}`;
}

function compareKnown(a: Maybe<number>, b: Maybe<number>, sign: number): number {
  if (isKnown(a) && isKnown(b)) return sign * (a - b);
  return Number(isKnown(b)) - Number(isKnown(a));
}

/** The sizes that are known, added up; unknown where none is. */
export function totalSize(files: readonly RemoteFile[]): Maybe<number> {
  const sizes = files.map(({ size }) => size).filter(isKnown);
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : UNKNOWN;
}
