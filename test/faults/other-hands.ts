import type { TestService } from '../support/castray.js';

interface Answer {
  readonly transfer_id: string;
}

/** Somebody else starts a transfer. Returns its id. */
export async function startTransfer({ apiBase }: TestService, target: string): Promise<string> {
  const body = new URLSearchParams({
    source_node: 'M10',
    target_node: target,
    file_path: 'demo_files/blob.bin',
    transfer_mode: 'auto',
  });
  const url = `${apiBase}/api/file-transfer/node-to-node`;
  const answer = (await (await fetch(url, { method: 'POST', body })).json()) as Answer;
  return answer.transfer_id;
}
