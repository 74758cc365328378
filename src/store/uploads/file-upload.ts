import type { Problem } from '../../connection/problem.js';
import type { Maybe } from '../../model/unknown.js';

/**
 * - `refused`: nothing was or will be sent; `reason` says why;
 * - `waiting`, `checking`: its turn has not come; its name is looked for on the service;
 * - `exists`: there is a file of that name, and the user is asked;
 * - `sending`, `answering`: bytes leave; all have left, and the service has not answered;
 * - `stalled`: nothing has moved for 30 s, and it is still tried;
 * - `stored`: the service says so, with the size that was sent. On the gateway: not on the node;
 * - `failed`: it says no, or something else than what was sent;
 * - `unknown`: no answer that can be read, although all bytes have left: it may be stored;
 * - `cancelled`, `skipped`: by the user; the first also where the provider gets another address.
 */
export type UploadState =
  | 'refused'
  | 'waiting'
  | 'checking'
  | 'exists'
  | 'sending'
  | 'answering'
  | 'stalled'
  | 'stored'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'skipped';

/**
 * Why an upload is `refused`: `unreadable` by the browser, `empty`, `too-large`, `no-name` that can be
 * kept; or why it is not `stored`: the service counted another size, or none.
 */
export type UploadReason =
  'unreadable' | 'empty' | 'too-large' | 'no-name' | 'size-differs' | 'no-size';

/** One upload as far as it is known. Frozen; another object whenever something is new. */
export interface FileUpload {
  /** Of the page's own. */
  readonly key: string;
  /** As the user's disk has it, with its folders where one was chosen. */
  readonly given: string;
  /** Under which it is sent: what was given, made safe by `safeName()`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The node's name, as CastRay wants it. */
  readonly targetNode: string;
  readonly state: UploadState;
  readonly reason?: UploadReason | undefined;
  /** Bytes that have left. */
  readonly sent: number;
  /** Bytes a second, lately. */
  readonly speed: Maybe<number>;
  /** Estimated from the speed, in ms. */
  readonly remainingMs: Maybe<number>;
  /** Bytes; what is larger was refused when it was chosen. */
  readonly maxSize: number;
  /** Bytes, as the service counted them. */
  readonly storedSize: Maybe<number>;
  /** Of a stored file, where the page says in which folder: there, by the name that the service told. */
  readonly storedPath?: string | undefined;
  readonly problem?: Problem | undefined;
  /** It was meant for a cluster that the provider has left, and is not sent to another. */
  readonly isElsewhere?: boolean | undefined;
}

const OVER: readonly UploadState[] = [
  'refused',
  'stored',
  'failed',
  'unknown',
  'cancelled',
  'skipped',
];

const TRIED_AGAIN: readonly UploadState[] = ['failed', 'unknown', 'cancelled', 'stalled'];

export const mayRetry = ({ state, isElsewhere }: FileUpload): boolean =>
  !isElsewhere && TRIED_AGAIN.includes(state);

export const isUploadOver = (state: UploadState): boolean => OVER.includes(state);
