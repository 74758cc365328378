import { asFields, readAmount, readPercent, readText, readWord } from './fields.js';
import { encodeSegment } from './file-address.js';
import { MAX_NAME, MAX_SENTENCE, MAX_TEXT } from './harmless-text.js';
import { parseJson } from './json.js';
import { OddityList } from './oddity.js';
import { isTooLong } from './too-many.js';
import { isKnown, UNKNOWN, type Maybe } from './unknown.js';
import { MIB } from './units.js';

/** How CastRay is to send a file: as it sees fit, directly, or relayed. */
export const TRANSFER_MODES = ['auto', 'direct', 'relay'] as const;
/** One of {@link TRANSFER_MODES}. */
export type TransferMode = (typeof TRANSFER_MODES)[number];

/** The end of the year 9999, in ms since 1970. What comes after it was not counted in seconds. */
const LATEST = 253_402_300_799_999;

/** What CastRay says of one transfer. Texts are empty where it says nothing. */
export interface TransferReport {
  readonly id: string;
  readonly status: Maybe<'in-progress' | 'completed' | 'failed'>;
  /** 0–100. */
  readonly progress: Maybe<number>;
  /** Bytes a second since the start. It goes on falling after the end. */
  readonly speed: Maybe<number>;
  /** Empty: the service has no record of this id, whatever else it says. */
  readonly fileName: string;
  readonly filePath: string;
  /** Bytes. */
  readonly fileSize: Maybe<number>;
  readonly sourceNode: string;
  readonly targetNode: string;
  readonly targetPath: string;
  readonly mode: Maybe<TransferMode>;
  readonly error: string;
  /** ms since 1970 by the service's clock. */
  readonly startedAt: Maybe<number>;
  readonly endedAt: Maybe<number>;
}

/** The answer to `status/ID` or to a start, or one of the list; `undefined` without an id to ask by. */
export function parseTransfer(value: unknown): TransferReport | undefined {
  const fields = asFields(value);
  if (!fields) return undefined;
  const odd = new OddityList();
  const text = (key: string, most = MAX_NAME): string => readText(fields, key, odd, most) ?? '';
  const times = (key: string, factor: number): Maybe<number> => {
    const amount = readAmount(fields, key, odd);
    return isKnown(amount) ? amount * factor : UNKNOWN;
  };
  const time = (key: string): Maybe<number> => {
    const ms = times(key, 1000);
    return isKnown(ms) && ms <= LATEST ? ms : UNKNOWN;
  };
  const id = text('transfer_id', MAX_TEXT) || text('id', MAX_TEXT);
  if (!encodeSegment(id)) return undefined;
  return {
    id,
    status: readWord(fields, 'status', ['in-progress', 'completed', 'failed'], odd),
    progress: readPercent(fields, 'progress', odd),
    speed: times('speed', MIB),
    fileName: text('file_name', MAX_TEXT),
    filePath: text('file_path', MAX_TEXT),
    fileSize: readAmount(fields, 'file_size', odd),
    sourceNode: text('source_node'),
    targetNode: text('target_node'),
    targetPath: text('target_path', MAX_TEXT),
    mode: readWord(fields, 'transfer_mode', TRANSFER_MODES, odd),
    error: text('error', MAX_SENTENCE),
    startedAt: time('start_time'),
    endedAt: time('end_time'),
  };
}

/** The answer to `list`; `undefined` where it is none, `too-large` where it has too many entries. */
export function parseTransferList(
  text: string,
): readonly TransferReport[] | 'too-large' | undefined {
  const list = parseFields(text)?.['transfers'];
  if (!Array.isArray(list)) return undefined;
  if (isTooLong(list)) return 'too-large';
  return list.map(parseTransfer).filter((report) => report !== undefined);
}

/** A JSON object, or `undefined`. */
export function parseFields(text: string): ReturnType<typeof asFields> {
  const json = parseJson(text);
  return json.ok ? asFields(json.value) : undefined;
}
