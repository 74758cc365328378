import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../../src/connection/access.js';
import type { RestResult } from '../../../src/connection/rest-client.js';
import type { UploadRequest } from '../../../src/connection/upload.js';
import type { ClusterStore } from '../../../src/store/cluster-store.js';
import { nextName, safeName } from '../../../src/store/uploads/file-name.js';
import { UploadQueue } from '../../../src/store/uploads/upload-queue.js';
import { FakeClock } from '../../support/fake-clock.js';
import { until } from '../../support/wait.js';

const SETTINGS = {
  targetNode: 'M2',
  maxSize: 1000,
  targetFolder: '/uploads/',
  uploadsFolder: '/tmp/castray_uploads/',
};

describe('the queue of uploads', () => {
  let clock: FakeClock;
  let queue: UploadQueue;
  let sent: (UploadRequest & { answer: (body: object) => void })[];

  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    const send = (request: UploadRequest): Promise<RestResult> =>
      new Promise((done) => {
        const answer = (body: object): void => {
          const times = { requestedAt: 0, receivedAt: 0, address: request.apiBase };
          done({ ok: true, text: JSON.stringify(body), ...times });
        };
        request.signal.addEventListener('abort', () => answer({}));
        sent.push({ ...request, answer });
      });
    // Nothing listens there: whether a name is taken stays unknown, and it is sent.
    const endpoint = { apiBase: { url: 'http://127.0.0.1:9' } };
    const store = { state: { endpoint }, access: NO_ACCESS, subscribe: () => () => undefined };
    queue = new UploadQueue(store as unknown as ClusterStore, clock, send);
  });

  const add = (...names: string[]): void => {
    const file = new Blob(['x'.repeat(100)]);
    queue.add(
      names.map((path) => ({ file, path })),
      SETTINGS,
    );
  };
  const states = (): string[] => queue.state.uploads.map(({ state }) => state);
  const upload = () => queue.state.uploads[0]!;

  it('sends two at a time, and the rest in their turn', async () => {
    add('a', 'b', 'c', 'd');
    await until(() => sent.length === 2, 'two');
    expect(states()).to.deep.equal(['sending', 'sending', 'waiting', 'waiting']);
    sent[0]!.answer({ success: true, size: 100 });
    await until(() => sent.length === 3, 'the third');
    expect(sent.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
    expect(sent[2]).to.include({ targetNode: 'M2', targetPath: '/uploads/c' });
  });

  it('is stalled after 30 s without a sign of life, goes on with one, and can be tried again', async () => {
    add('a');
    await until(() => sent.length === 1, 'it is sent');
    sent[0]!.progress(10);
    clock.advance(29_000);
    sent[0]!.progress(20);
    clock.advance(29_000);
    expect(upload()).to.include({ state: 'sending', sent: 20 });
    clock.advance(1000);
    expect(upload().state).to.equal('stalled');
    sent[0]!.progress(30);
    expect(upload().state).to.equal('sending');
    sent[0]!.progress(100);
    expect(upload().state).to.equal('answering');
    clock.advance(30_000);
    queue.retry(upload().key);
    await until(() => sent.length === 2, 'it is sent once more');
    expect(sent[0]!.signal.aborted).to.equal(true);
    expect(upload()).to.include({ state: 'sending', sent: 0 });
    sent[1]!.progress(10);
    clock.advance(250);
    expect(upload(), 'of the last attempt is no speed of this one').to.include({
      sent: 10,
      speed: 'unknown',
    });
  });

  it('tells a smoothed speed and the time that is left', async () => {
    add('a');
    await until(() => sent.length === 1, 'it is sent');
    sent[0]!.progress(0);
    clock.advance(1000);
    sent[0]!.progress(20);
    clock.advance(1000);
    expect(upload()).to.include({ speed: 20, remainingMs: 4000 });
    sent[0]!.progress(20);
    clock.advance(250);
    const { speed } = upload();
    expect(speed).to.be.within(10, 19);
  });

  it('tells how far it is four times a second, however often it hears of that', async () => {
    add('a');
    await until(() => sent.length === 1, 'it is sent');
    const told: number[] = [];
    queue.subscribe(({ uploads }) => told.push(uploads[0]!.sent));
    for (let bytes = 1; bytes <= 20; bytes += 1) {
      sent[0]!.progress(bytes);
      clock.advance(50);
      await Promise.resolve();
    }
    expect(told).to.deep.equal([5, 10, 15, 20]);
  });

  for (const [bytes, state] of [
    [99, 'cancelled'],
    [100, 'unknown'],
  ] as const) {
    it(`is ${state}, where the user stops it after ${bytes} of 100 bytes`, async () => {
      add('a');
      await until(() => sent.length === 1, 'it is sent');
      sent[0]!.progress(bytes);
      queue.cancel(upload().key);
      expect(upload().state).to.equal(state);
      expect(sent[0]!.signal.aborted).to.equal(true);
      sent[0]!.progress(bytes); // on its way by then
      expect(upload().state).to.equal(state);
    });
  }

  for (const [answer, state, reason] of [
    [{ success: true, size: 100 }, 'stored', undefined],
    [{ success: true, size: 99 }, 'failed', 'size-differs'],
    [{ success: true }, 'unknown', 'no-size'],
    [{ success: false, message: 'full' }, 'failed', undefined],
    [{ hello: 'world' }, 'unknown', undefined],
  ] as const) {
    it(`is ${state} by the answer ${JSON.stringify(answer)}`, async () => {
      add('a');
      await until(() => sent.length === 1, 'it is sent');
      sent[0]!.progress(100);
      sent[0]!.answer(answer);
      await until(() => upload().state === state, state);
      expect(upload().reason).to.equal(reason);
      clock.advance(600_000);
      expect(upload().state, 'an end is an end').to.equal(state);
    });
  }

  it('says nothing of the last attempt while it is tried again', async () => {
    add('a');
    for (const [n, answer] of [{ success: true, size: 99 }, { success: false }].entries()) {
      await until(() => sent.length === n + 1, 'it is sent');
      expect([upload().reason, upload().problem]).to.deep.equal([undefined, undefined]);
      sent[n]!.answer(answer);
      await until(() => upload().state === 'failed', 'it fails');
      queue.retry(upload().key);
    }
    await until(() => sent.length === 3, 'it is sent');
    expect([upload().reason, upload().problem]).to.deep.equal([undefined, undefined]);
  });

  it('sends nothing that is empty, too large or has no name', () => {
    queue.add(
      [
        { file: new Blob([]), path: 'a' },
        { file: new Blob(['x'.repeat(1001)]), path: 'b' },
        { file: new Blob(['x']), path: '...' },
      ],
      SETTINGS,
    );
    expect(queue.state.uploads.map(({ reason }) => reason)).to.deep.equal([
      'empty',
      'too-large',
      'no-name',
    ]);
    expect(sent).to.deep.equal([]);
  });

  it('asks, where two of one name are on their way', async () => {
    add('x/a', 'y/a');
    await until(() => states().includes('exists'), 'the question');
    expect(states()).to.deep.equal(['sending', 'exists']);
    queue.settle(queue.state.uploads[1]!.key, 'rename');
    await until(() => sent.length === 2, 'the second');
    expect(sent.map(({ name }) => name)).to.deep.equal(['a', 'a (2)']);
  });

  it('makes names safe, and finds the next one', () => {
    expect(safeName('../../etc/passwd')).to.equal('passwd');
    expect(safeName('C:\\x\\<b>"q?.txt')).to.equal('_b__q_.txt');
    expect(safeName('a\u202etxt.exe')).to.equal('atxt.exe');
    expect(safeName('.hidden ')).to.equal('hidden');
    expect(safeName('..')).to.equal('');
    expect(safeName('中文.csv')).to.equal('中文.csv');
    const long = safeName(`${'长'.repeat(200)}.json`);
    expect(new TextEncoder().encode(long).length).to.be.at.most(200);
    expect(long).to.match(/^长+\.json$/);
    expect([nextName('a.txt'), nextName('a (2).txt'), nextName('a')]).to.deep.equal([
      'a (2).txt',
      'a (3).txt',
      'a (2)',
    ]);
  });
});
