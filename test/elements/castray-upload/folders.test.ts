import { expect } from '@open-wc/testing';
import { startService } from '../../support/castray.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';

/** A file of somebody's disk, as a drop gives it; no script can make a real one. */
const fileEntry = (path: string) => ({
  isFile: true,
  fullPath: path,
  file: (done: (file: File) => void) => done(fileOf(path.split('/').at(-1)!, 10)),
});

/** A folder; a reader gives its entries in parts, 100 at most, and none at the end. */
const folderEntry = (path: string, entries: readonly object[]) => ({
  isDirectory: true,
  fullPath: path,
  createReader: () => {
    const rest = [...entries];
    return { readEntries: (done: (some: object[]) => void) => done(rest.splice(0, 100)) };
  },
});

describe('a dropped folder', () => {
  it('is uploaded with all that is in it, and its folders', async () => {
    const service = await startService({ churn: false, frameInterval: 200 });
    const page = await UploadPage.mount(service);
    const many = Array.from({ length: 120 }, (_, n) => fileEntry(`/logs/many/${n}.log`));
    const folder = folderEntry('/logs', [
      fileEntry('/logs/a.txt'),
      folderEntry('/logs/many', many),
      folderEntry('/logs/empty', []),
      {
        isFile: true,
        fullPath: '/logs/locked.txt',
        file: (_: unknown, failed: () => void) => failed(),
      },
    ]);
    const items = [folder, fileEntry('/beside.txt'), null].map((entry) => ({
      kind: 'file',
      webkitGetAsEntry: () => entry,
      getAsFile: () => fileOf('pasted', 10),
    }));
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { items, files: [] } });
    page.get("[part='drop']").dispatchEvent(drop);
    await page.shows('logs/a.txt: stored on the gateway');
    expect(page.rows()).to.have.length(124);
    expect(page.rows()).to.include('logs/locked.txt: not sent');
    expect(page.text).to.include('The browser could not read it.');
    expect(page.rows().at(-1)).to.match(/^pasted: /);
    expect(page.rows().some((row) => row.startsWith('logs/many/119.log: '))).to.equal(true);
    expect(page.rows().some((row) => row.startsWith('beside.txt: '))).to.equal(true);
    expect(page.part('facts')).to.include('sent as a.txt');
    await service.stop();
  }).timeout(20_000);
});
