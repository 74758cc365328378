import { expect } from '@open-wc/testing';
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
});
