import { parseTransfer, type TransferReport } from '../../src/model/transfer.js';

export const ORDER = {
  sourceNode: 'M10',
  targetNode: 'M2',
  filePath: 'demo_files/blob.bin',
  mode: 'auto',
} as const;

/** What the service says of it a while after the start, but for `changes`. */
export function report(changes: object = {}): TransferReport {
  return parseTransfer({
    transfer_id: 'transfer_7',
    status: 'in-progress',
    progress: 10,
    speed: 4,
    file_name: 'blob.bin',
    file_size: 3_000_000,
    source_node: 'M10',
    target_node: 'M2',
    ...changes,
  })!;
}
