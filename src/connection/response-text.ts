import { MIB } from '../model/units.js';

/** Longest body that is read, in bytes. 10,000 nodes with Ray's raw records take about 10 MB. */
export const MAX_BODY_BYTES = 32 * MIB;

/** The body is longer than {@link MAX_BODY_BYTES}. */
export class TooLargeError extends Error {}

/**
 * The body as text, without ever holding more than the limit: what a wrong address streams for ever
 * must not fill the page's memory.
 */
export async function readBody(response: Response): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > MAX_BODY_BYTES) throw new TooLargeError();
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      throw new TooLargeError();
    }
    text += decoder.decode(value, { stream: true });
  }
}
