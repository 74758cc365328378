import { makeProblem, type Problem } from '../../connection/problem.js';
import { RestClient, type RestOptions, type RestResult } from '../../connection/rest-client.js';
import { parseFileList, readAnswer } from '../../model/parse-files.js';
import {
  parseFields,
  parseTransfer,
  parseTransferList,
  type TransferReport,
} from '../../model/transfer.js';
import { refusedAnswer } from '../refused-answer.js';
import type { TransferOrder } from './transfer.js';

const API = '/api/file-transfer/';

/** What was read in an answer, or why there is nothing to be read. */
export type Told<T> =
  | { readonly ok: true; readonly value: T; readonly requestedAt: number }
  | { readonly ok: false; readonly problem: Problem };

/** What one CastRay is asked about its transfers. Nothing is asked twice by itself. */
export class TransferService {
  readonly #rest: RestClient;

  constructor(options: RestOptions) {
    this.#rest = new RestClient(options);
  }

  async list(): Promise<Told<readonly TransferReport[]>> {
    return read(await this.#rest.get(`${API}list`, 0), parseTransferList);
  }

  async status(id: string): Promise<Told<TransferReport>> {
    return read(await this.#rest.get(`${API}status/${encodeURIComponent(id)}`, 0), readOne);
  }

  async start(order: TransferOrder): Promise<Told<TransferReport>> {
    const result = await this.#rest.post(`${API}node-to-node`, {
      source_node: order.sourceNode,
      target_node: order.targetNode,
      file_path: order.filePath,
      transfer_mode: order.mode,
    });
    return read(result, readOne);
  }

  /** `undefined` where it does not say. */
  async fileNames(): Promise<readonly string[] | undefined> {
    const result = await this.#rest.get('/api/files', 0);
    const files = result.ok ? parseFileList(result.text) : 'not-json';
    return typeof files === 'string' ? undefined : files.map(({ name }) => name);
  }

  dispose(): void {
    this.#rest.dispose();
  }
}

const readOne = (text: string): TransferReport | undefined => parseTransfer(parseFields(text));

function read<T extends object>(
  result: RestResult,
  parse: (text: string) => T | 'too-large' | undefined,
): Told<T> {
  if (!result.ok) return result;
  const { text, address, receivedAt, requestedAt } = result;
  const value = parse(text);
  if (typeof value === 'object') return { ok: true, value, requestedAt };
  const fields = value ?? readAnswer(text);
  const problem =
    typeof fields === 'string'
      ? makeProblem(fields, address, receivedAt)
      : refusedAnswer(fields, address, receivedAt);
  return { ok: false, problem };
}
