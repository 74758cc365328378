import { pathInFolder } from '../../model/file-address.js';
import { MIB } from '../../model/units.js';
import { UNKNOWN } from '../../model/unknown.js';
import { Pace } from '../pace.js';
import { safeName } from './file-name.js';
import type { FileUpload, UploadReason } from './file-upload.js';

/** Bytes. What CastRay reads into memory has to fit there. */
export const MAX_UPLOAD = 100 * MIB;

/** A file that a user chose, with its folders where a folder was chosen. */
export interface ChosenFile {
  /** `undefined` where the browser could not read it. */
  readonly file: Blob | undefined;
  /** Its name; where a folder was chosen, with the folders from there on. */
  readonly path: string;
}

/** Where files are to go. */
export interface UploadSettings {
  /** The node's name, as CastRay wants it. */
  readonly targetNode: string;
  /** Bytes; what is larger is refused. */
  readonly maxSize: number;
  /** The folder that is told to the service. */
  readonly targetFolder: string;
  /** The folder in which the service keeps uploads: there a name may be taken. */
  readonly uploadsFolder: string;
  /** Whether the page said that itself: only then a stored file's path is told. */
  readonly isFolderGiven?: boolean;
}

/** What a user answers where a file has the name already. */
export type NameAnswer = 'replace' | 'rename' | 'skip';

/** One upload in the queue. */
export interface UploadItem {
  upload: FileUpload;
  readonly file: Blob;
  readonly settings: UploadSettings;
  pace: Pace;
  /** Whether the name is free, or may be replaced: for one attempt. */
  isNameSettled: boolean;
  attempt: AbortController | undefined;
}

/** Where the service keeps it. */
export const pathOf = ({ settings, upload }: UploadItem): string =>
  pathInFolder(settings.uploadsFolder, upload.name);

/** Nothing moves. */
export const AT_REST = { speed: UNKNOWN, remainingMs: UNKNOWN } as const;
/** Nothing of it has been sent. */
export const FRESH = {
  ...AT_REST,
  sent: 0,
  storedSize: UNKNOWN,
} as const;

/** What the page itself finds wrong with a file. */
function refusal(
  { file, path }: ChosenFile,
  { maxSize }: UploadSettings,
): UploadReason | undefined {
  if (!file) return 'unreadable';
  if (!safeName(path)) return 'no-name';
  if (file.size === 0) return 'empty';
  return file.size > maxSize ? 'too-large' : undefined;
}

export function newItem(key: string, chosen: ChosenFile, settings: UploadSettings): UploadItem {
  const { file = new Blob(), path } = chosen;
  const reason = refusal(chosen, settings);
  const upload: FileUpload = Object.freeze({
    key,
    given: path,
    name: safeName(path),
    size: file.size,
    targetNode: settings.targetNode,
    maxSize: settings.maxSize,
    state: reason ? 'refused' : 'waiting',
    reason,
    ...FRESH,
  });
  return { file, settings, pace: new Pace(), isNameSettled: false, attempt: undefined, upload };
}
