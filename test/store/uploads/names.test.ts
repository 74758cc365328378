import { expect } from '@open-wc/testing';
import { mayRetry } from '../../../src/store/uploads/file-upload.js';
import { UploadScene } from '../../support/upload-scene.js';

const FOLDER = '/tmp/castray_uploads';

describe('a name in the queue of uploads', () => {
  let scene: UploadScene;

  beforeEach(() => {
    scene = new UploadScene();
  });

  it('is looked for, and told, in a folder that was written without its last slash', async () => {
    scene.disk.add(`http://a${FOLDER}/a`);
    const folders = { targetFolder: '/uploads', uploadsFolder: FOLDER };
    scene.addWith(folders, 'a', 'b');
    await scene.says('exists', 'sending');
    expect(scene.sent[0]!.targetPath).to.equal('/uploads/b');
  });

  it('is asked about again, where another file has been stored under it since the loss', async () => {
    scene.add('x/a');
    await scene.isSent(1);
    scene.sent[0]!.progress(50);
    scene.sent[0]!.break();
    await scene.says('failed');
    scene.add('y/a');
    await scene.isSent(2);
    scene.store(1);
    await scene.says('failed', 'stored');
    scene.again(0);
    await scene.says('exists', 'stored');
    expect(scene.sent).to.have.length(2);
  });

  for (const [name, tells] of [
    ['the service says that it has one', true],
    ['the service does not say which files it has', false],
  ] as const) {
    it(`is not asked about for what may be the file itself, where ${name}`, async () => {
      scene.tells = tells;
      scene.add('a');
      await scene.isSent(1);
      scene.sent[0]!.progress(100);
      scene.disk.add(`http://a${FOLDER}/a`);
      scene.sent[0]!.break();
      await scene.says('unknown');
      scene.again(0);
      await scene.isSent(2);
      scene.sent[1]!.progress(50);
      scene.sent[1]!.break();
      await scene.says('failed');
      scene.again(0);
      await scene.isSent(3);
    });
  }

  it('is asked about, where what may be the file itself has been replaced since', async () => {
    scene.tells = false;
    scene.add('x/a');
    await scene.isSent(1);
    scene.sent[0]!.progress(100);
    scene.sent[0]!.break();
    await scene.says('unknown');
    scene.add('y/a');
    await scene.says('unknown', 'exists');
    scene.settle(1, 'replace');
    await scene.isSent(2);
    scene.store(1);
    await scene.says('unknown', 'stored');
    scene.again(0);
    await scene.says('exists', 'stored');
  });

  it('is asked about, where the service does not say and a file of the page was stored under it', async () => {
    scene.tells = false;
    scene.add('1/a', '2/b', '3/b');
    await scene.isSent(2);
    scene.store(0);
    await scene.says('stored', 'sending', 'exists');
    scene.queue.clear();
    scene.add('4/a', '5/c');
    await scene.says('sending', 'exists', 'exists', 'sending');
    expect(scene.sent.map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
  });

  it('is free again, where the service says that what was stored under it is gone', async () => {
    scene.add('x/a');
    await scene.isSent(1);
    scene.store(0);
    await scene.says('stored');
    scene.disk.clear();
    scene.add('y/a');
    await scene.says('stored', 'sending');
  });

  it('is sent by one after the other, where both are to replace what has it', async () => {
    scene.disk.add(`http://a${FOLDER}/a`);
    scene.add('x/a', 'y/a');
    await scene.says('exists', 'exists');
    scene.settle(0, 'replace');
    scene.settle(1, 'replace');
    scene.add('b');
    await scene.says('sending', 'waiting', 'sending');
    expect(scene.sent.map(({ name }) => name)).to.deep.equal(['a', 'b']);
    scene.store(0);
    await scene.says('stored', 'sending', 'sending');
  });

  it('of another cluster is not sent to this one: neither at once nor by a retry', async () => {
    scene.add('a', 'b', 'c');
    await scene.isSent(2);
    scene.store(0);
    await scene.says('stored', 'sending', 'sending');
    scene.moveTo('http://b');
    expect(scene.states).to.deep.equal(['stored', 'cancelled', 'cancelled']);
    expect(scene.queue.state.uploads.some(mayRetry)).to.equal(false);
    scene.again(1);
    scene.tells = false;
    scene.add('a');
    await scene.says('stored', 'cancelled', 'cancelled', 'sending');
    expect(scene.sent.map(({ apiBase, name }) => `${apiBase} ${name}`)).to.deep.equal([
      'http://a a',
      'http://a b',
      'http://a c',
      'http://b a',
    ]);
  });
});
