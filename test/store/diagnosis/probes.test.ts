import { expect } from '@open-wc/testing';
import { MAX_FRAME_LENGTH } from '../../../src/connection/live-connection.js';
import { askSocket } from '../../../src/store/diagnosis/probes.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakeSockets } from '../../support/fake-socket.js';
import { frameText, wireNode } from '../../support/wire.js';

describe('the doctor’s own socket', () => {
  const asked = async (frame: string) => {
    const sockets = new FakeSockets();
    const { signal } = new AbortController();
    const answer = askSocket('ws://a/ws', sockets.open, { clock: new FakeClock(), signal });
    sockets.last.events.message(frame);
    const { nodeIds, problem } = await answer;
    expect(sockets.live).to.have.length(0);
    return [nodeIds?.length, problem?.code, problem?.detail];
  };
  const frame = frameText([wireNode(1)]);

  it('refuses what the connection refuses, unread: a frame that is too long', async () => {
    expect(await asked(frame.padEnd(MAX_FRAME_LENGTH))).to.deep.equal([1, undefined, undefined]);
    const long = frame.padEnd(MAX_FRAME_LENGTH + 1);
    expect(await asked(long)).to.deep.equal([undefined, 'bad-frame', 'too-large']);
  });
});
