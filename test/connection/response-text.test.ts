import { expect } from '@open-wc/testing';
import { MAX_BODY_BYTES, readBody, TooLargeError } from '../../src/connection/response-text.js';

const MIB = 2 ** 20;

/** A body that goes on for ever, a MiB at a time. */
function endless(chunks: { sent: number; cancelled: boolean }): Response {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks.sent += 1;
      controller.enqueue(new Uint8Array(MIB));
    },
    cancel() {
      chunks.cancelled = true;
    },
  });
  return new Response(stream);
}

describe('a body', () => {
  it('is read as text, also where a letter is cut in two', async () => {
    const bytes = new TextEncoder().encode('集群');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readBody(new Response(stream))).to.equal('集群');
  });

  it('may be none', async () => {
    expect(await readBody(new Response(null))).to.equal('');
  });

  it('is not read on once it is too large, announced or not', async () => {
    const chunks = { sent: 0, cancelled: false };
    const error: unknown = await readBody(endless(chunks)).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(TooLargeError);
    expect(chunks.cancelled).to.be.true;
    expect(chunks.sent).to.be.within(32, 36);
    const headers = { 'content-length': String(MAX_BODY_BYTES + 1) };
    const announced: unknown = await readBody(new Response('x', { headers })).catch(
      (e: unknown) => e,
    );
    expect(announced).to.be.instanceOf(TooLargeError);
  });
});
