import { expect } from '@open-wc/testing';
import { startService } from '../../support/castray.js';
import { before, focused, press, tabOut, tabTo } from '../../support/keyboard.js';
import { uploadsOf } from '../../../src/store/uploads/upload-queue.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';

describe('an upload by the keyboard alone', () => {
  it('is chosen, sent to a node, settled, cancelled, sent again, and cleared', async () => {
    const service = await startService({ churn: false, frameInterval: 200 });
    const page = await UploadPage.mount(service);
    const { click } = HTMLInputElement.prototype;
    // the browser's own picker, which no test can use
    const pick = async (word: string, ...files: readonly File[]) => {
      const picked = new Promise<HTMLInputElement>((done) => {
        HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
          done(this);
        };
      });
      before(page.element);
      await tabTo("[part='choose-button']", word);
      await press('Enter');
      const input = await picked;
      const chosen = new DataTransfer();
      for (const file of files) chosen.items.add(file);
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
    };
    try {
      before(page.element);
      await tabTo("[part='choose-button']", 'Choose a folder');
      await tabTo("[part='target']");
      const select = focused() as HTMLSelectElement;
      await press(select.selectedIndex === 0 ? 'ArrowDown' : 'ArrowUp');
      const node = select.selectedOptions[0]!.textContent.trim();
      await tabOut(page.element);
      await pick('Choose files', fileOf('a.txt', 10));
      await page.shows('a.txt: stored on the gateway');
      expect(page.part('facts')).to.include(`→ ${node}`);
      await tabTo("[part='clear-button']");
      await press('Enter');
      await until(() => page.rows().length === 0, 'an empty list');
      expect(focused()).to.equal(page.find("[part='card']"));

      await pick('Choose files', fileOf('a.txt', 20), fileOf('b.txt', 20));
      await page.shows('a.txt: name taken');
      await page.shows('b.txt: stored on the gateway');
      await tabTo("[part='answer-button']", 'Rename');
      await press('Enter');
      await page.shows('a.txt: stored on the gateway');
      expect(focused()).to.equal(page.find("li[part='upload']"));

      await service.control('slowUpload', { ms: 20 });
      await pick('Choose files', fileOf('large.bin', 24 * 2 ** 20));
      await until(() => page.rows().some((row) => row === 'large.bin: sending'), 'sending', 8000);
      await tabTo("[part='cancel-button']");
      await press(' ');
      await page.shows('large.bin: cancelled');
      expect(focused()).to.equal(page.find("li[part='upload']:last-child"));
      await service.control('slowUpload', { ms: 0 });
      await tabTo("[part='retry-button']");
      await press('Enter');
      await page.shows('large.bin: stored on the gateway', 20_000);
      await tabOut(page.element);
    } finally {
      HTMLInputElement.prototype.click = click;
      await service.stop();
    }
  }).timeout(60_000);

  it('stays where it is without scrolling back to it, where rows come and go', async () => {
    const service = await startService({ churn: false, frameInterval: 200 });
    const page = await UploadPage.mount(service);
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: stored on the gateway');
    await service.control('stall', { ms: null });
    page.drop(fileOf('b.txt', 10), fileOf('c.txt', 10));
    await page.shows('c.txt: checking the name');
    const far = document.createElement('div');
    far.style.blockSize = '5000px';
    page.provider.after(far);
    page.get("li:last-child [part='cancel-button']").focus();
    scrollTo(0, 3000);
    uploadsOf(page.provider.store).clear(); // as another element of this provider does
    await until(() => page.rows().length === 2, 'one row less');
    const stayed = [scrollY > 2500, page.root.activeElement!.getAttribute('part')];
    far.remove();
    await service.stop();
    expect(stayed).to.deep.equal([true, 'cancel-button']);
  });
});
