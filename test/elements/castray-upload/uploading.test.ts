import { expect } from '@open-wc/testing';
import { stub } from 'sinon';
import '../../../src/define/castray-transfers.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountWidget, visibleText } from '../../support/cluster-page.js';
import { fileOf, UploadPage } from '../../support/upload-page.js';
import { until } from '../../support/wait.js';
import { wireNode } from '../../support/wire.js';

const UPLOAD = '/api/file-transfer/upload';
const READ = '/api/file/read?path=/tmp/castray_uploads/';

describe('uploading', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(() => service.stop());

  /** What the service has under a name. */
  const stored = async (name: string): Promise<unknown> => {
    const answer = await fetch(service.apiBase + READ + encodeURIComponent(name));
    return ((await answer.json()) as { size?: unknown }).size;
  };

  it('stores a dropped file on the gateway, and does not say that the node has it', async () => {
    const page = await UploadPage.mount(service);
    page.drop(fileOf('a b.txt', 2000));
    await page.shows('a b.txt: stored on the gateway');
    expect(await stored('a b.txt')).to.equal(2000);
    expect(page.events).to.deep.equal(['start a b.txt sending', 'end a b.txt stored']);
    expect(page.part('facts')).to.equal('→ M10 2 KiB');
    expect(page.part('summary')).to.equal('1 of 1 file stored');
    expect(page.text).to.include('It does not deliver it to the node.');
    page.button('Clear').click();
    await until(() => page.rows().length === 0, 'an empty list');
  });

  it('says where a stored file is only where the page says in which folder, and a transfer can have it', async () => {
    const page = await UploadPage.mount(service);
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: stored on the gateway');
    expect(page.find("[part='path']"), 'nobody said where').to.equal(null);
    page.element.setAttribute('uploads-path', '/tmp/castray_uploads');
    await page.element.updateComplete;
    page.drop(fileOf('b c.txt', 10));
    await page.shows('b c.txt: stored on the gateway');
    expect(page.part('path')).to.equal('/tmp/castray_uploads/b c.txt');
    const copying = stub(navigator.clipboard, 'writeText').resolves();
    page.button('b c.txt: Copy path').click();
    await until(() => page.part('copy-button') === 'Copied', 'the word for it');
    expect(copying.args).to.deep.equal([['/tmp/castray_uploads/b c.txt']]);
    copying.restore();
    const transfers = document.createElement('castray-transfers');
    transfers.actions = 'start';
    page.element.after(transfers);
    const offered = () =>
      [...transfers.shadowRoot!.querySelectorAll('option')].map(({ value }) => value);
    await until(() => offered().includes('/tmp/castray_uploads/b c.txt'), 'it is offered');
    expect(offered()).not.to.include('/tmp/castray_uploads/a.txt');
    page.provider.apiBase = 'http://127.0.0.1:9'; // where it is not
    page.drop(fileOf('unsent.txt', 0));
    await until(() => !offered().includes('/tmp/castray_uploads/b c.txt'), 'it is not there');
  });

  it('says that the node is unknown, as long as none is known', async () => {
    const nobody = { apiBase: 'http://127.0.0.1:9' };
    const page = new UploadPage(await mountWidget('castray-upload', nobody));
    await until(() => page.part('target') === 'unknown', 'the word for it');
  });

  it('takes a pasted file, and one of the picker', async () => {
    const page = await UploadPage.mount(service);
    const clipboardData = new DataTransfer();
    clipboardData.items.add(fileOf('pasted.txt', 10));
    // Firefox gives a made-up ClipboardEvent no files
    const paste = new Event('paste', { bubbles: true, composed: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    page.get("[part='choose-button']").dispatchEvent(paste);
    await page.shows('pasted.txt: stored on the gateway');
    const chosen = new DataTransfer();
    chosen.items.add(fileOf('picked.txt', 10));
    const input = page.get("input[type='file']") as HTMLInputElement;
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    await page.shows('picked.txt: stored on the gateway');
  });

  it('stores 50 files dropped at once, two at a time, each once', async () => {
    const page = await UploadPage.mount(service);
    const names = Array.from({ length: 50 }, (_, n) => `f${n}.txt`);
    page.drop(...names.map((name, n) => fileOf(name, 1000 + n)));
    await until(() => page.part('summary') === '50 of 50 files stored', 'all of them', 30_000);
    const seen = (await service.seen()).paths[UPLOAD]!;
    expect(seen.methods['POST']).to.equal(50);
    expect(seen.maxActive).to.be.at.most(2);
    expect(await stored('f49.txt')).to.equal(1049);
    expect(page.events.filter((event) => event.startsWith('end'))).to.have.length(50);
  }).timeout(40_000);

  it('asks before it overwrites: skip, rename, replace', async () => {
    const page = await UploadPage.mount(service);
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: stored on the gateway');
    page.button('Clear').click();
    page.drop(fileOf('a.txt', 20));
    await page.shows('a.txt: name taken');
    page.button('a.txt: Skip').click();
    await page.shows('a.txt: skipped');
    expect(await stored('a.txt')).to.equal(10);
    page.button('Clear').click();
    page.drop(fileOf('a.txt', 20));
    await page.shows('a.txt: name taken');
    page.button('a.txt: Rename').click();
    await page.shows('a.txt: stored on the gateway');
    expect(page.part('facts')).to.include('sent as a (2).txt');
    expect([await stored('a.txt'), await stored('a (2).txt')]).to.deep.equal([10, 20]);
    page.button('Clear').click();
    page.drop(fileOf('a.txt', 30));
    await page.shows('a.txt: name taken');
    page.button('a.txt: Replace').click();
    await page.shows('a.txt: stored on the gateway');
    expect(await stored('a.txt')).to.equal(30);
  }).timeout(15_000);

  it('sends to the node that its list shows, also where the chosen one has died', async () => {
    const nodes = ['A', 'B', 'C'].map((name, n) =>
      wireNode(n + 1, { name, isHeadNode: name === 'A' }),
    );
    await service.control('nodes', nodes);
    const page = await UploadPage.mount(service);
    await until(() => page.all('option').length === 3, 'three nodes');
    const select = page.get("[part='target']") as HTMLSelectElement;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    const later = nodes.map((node) => (node['name'] === 'B' ? { ...node, state: 'DEAD' } : node));
    await service.control('nodes', later);
    await until(() => page.all('option').length === 2, 'B is gone');
    const shown = visibleText(select.selectedOptions[0]!);
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: stored on the gateway');
    expect(page.part('facts')).to.include(`→ ${shown}`);
  });

  it('offers the head node first, also where another node has become it', async () => {
    const nodes = (head: string) =>
      ['N1', 'N2'].map((name, n) => wireNode(n + 1, { name, isHeadNode: name === head }));
    await service.control('nodes', nodes('N1'));
    const page = await UploadPage.mount(service);
    const offered = () => {
      const { selectedOptions } = page.get("[part='target']") as HTMLSelectElement;
      return visibleText(selectedOptions[0]!);
    };
    await until(() => offered() === 'N1', 'the first head');
    await service.control('nodes', nodes('N2'));
    await until(() => offered() === 'N2', 'the second one');
  });

  it('keeps the list of nodes inside its box, however long their names are', async () => {
    const nodes = [wireNode(1), wireNode(2, { name: 'n'.repeat(80) })];
    await service.control('nodes', nodes);
    const page = await UploadPage.mount(service);
    await until(() => page.all('option').length === 2, 'two nodes');
    for (const width of [1000, 320, 240]) {
      page.element.style.inlineSize = `${width}px`;
      const box = page.get("[part='drop']").getBoundingClientRect();
      const { left, right } = page.get("[part='target']").getBoundingClientRect();
      expect(left, `${width} px`).to.be.above(box.left);
      expect(right, `${width} px`).to.be.below(box.right);
    }
  });

  it('says that there is no node only while there is none', async () => {
    const page = await UploadPage.mount(service);
    await service.control('nodes', [wireNode(1, { state: 'DEAD' })]);
    await until(() => page.textOf('option') === 'unknown', 'nobody is alive');
    page.drop(fileOf('a.txt', 10));
    const alert = () => page.textOf('[role=alert]');
    await until(() => alert() !== '', 'it is said');
    await service.control('nodes', [wireNode(1)]);
    await until(() => page.textOf('option') === 'Worker-1', 'a node');
    expect(alert()).to.equal('');
  });

  it('sends nothing that is empty or too large, and shows the name that is sent', async () => {
    const page = await UploadPage.mount(service);
    page.element.maxSize = '0.001';
    page.drop(fileOf('empty.txt', 0), fileOf('large.txt', 2000), fileOf('<b>.txt', 5));
    await page.shows('<b>.txt: stored on the gateway');
    expect(page.rows().slice(0, 2)).to.deep.equal(['empty.txt: not sent', 'large.txt: not sent']);
    expect(page.all("[part='reason']").map(visibleText)).to.deep.equal([
      'The file is empty.',
      'The file is larger than 1 KiB.',
    ]);
    expect(page.textOf('li:last-child [part="facts"]')).to.include('sent as _b_.txt');
    expect((await service.seen()).paths[UPLOAD]!.methods['POST']).to.equal(1);
  });

  it('marks what turns a name round, in its row and to screen readers, and in the service’s own words', async () => {
    const page = await UploadPage.mount(service);
    const body = { success: false, message: '\u202edrawkcab\u200b' };
    await service.control('status', { path: UPLOAD, body });
    page.drop(fileOf('invoice\u202efdp.exe', 3));
    await page.shows('invoice\ufffdfdp.exe: failed');
    expect(page.get("[part='name']").title).to.equal('invoice\ufffdfdp.exe');
    expect(page.textOf("[role='status']")).to.equal('invoice\ufffdfdp.exe: failed');
    expect(page.part('reason')).to.include('(drawkcab)');
    expect(page.text).not.to.match(/[\u202e\u200b]/);
  });

  it('names the limit that refused a file, in every element of its provider', async () => {
    const strict = await UploadPage.mount(service);
    strict.element.maxSize = '0.001';
    const other = document.createElement('castray-upload');
    strict.provider.append(other);
    const lenient = new UploadPage(other);
    strict.drop(fileOf('large.txt', 2000));
    const reasons = () => [strict.part('reason'), lenient.part('reason')];
    await until(() => reasons().every(Boolean), 'a reason in each');
    const words = 'The file is larger than 1 KiB.';
    expect(reasons()).to.deep.equal([words, words]);
    strict.element.maxSize = 50; // for what is chosen from now on
    await strict.element.updateComplete;
    expect(reasons()).to.deep.equal([words, words]);
  });

  it('go on where the page had no folder for a while', async () => {
    const page = await UploadPage.mount(service);
    Object.assign(page.element, { uploadsPath: undefined, targetPath: undefined }); // of a framework, say
    page.drop(fileOf('a.txt', 10), fileOf('b.txt', 10));
    await page.shows('b.txt: stored on the gateway');
    page.drop(fileOf('c.txt', 10));
    await page.shows('c.txt: stored on the gateway');
    page.drop(fileOf('a.txt', 20));
    await page.shows('a.txt: name taken'); // where the service keeps them by default
  });

  for (const percent of [10, 50, 99]) {
    it(`is not stored where the service stops at ${percent} %, and Again completes it`, async () => {
      const page = await UploadPage.mount(service);
      const size = 16 * 2 ** 20;
      await service.control('cutUpload', { percent });
      page.drop(fileOf('large.bin', size), fileOf('next.txt', 10));
      const row = () => page.rows()[0] ?? '';
      await until(() => /: (failed|unknown)$/.test(row()), 'the loss', 15_000);
      expect(page.part('reason')).to.match(/The connection broke|not confirmed/);
      expect(page.events.join()).not.to.include('large.bin stored');
      await service.control('up');
      expect(page.rows()).to.have.length(2);
      page.get("li:first-child [part='retry-button']").click();
      await page.shows('large.bin: stored on the gateway', 20_000);
      if (page.rows()[1] !== 'next.txt: stored on the gateway')
        page.button('next.txt: Again').click();
      // Stored, and cut before the browser told that it had left: it is asked about as any other.
      await until(() => /stored|taken/.test(page.rows()[1]!), 'an end, or the question');
      if (page.rows()[1] === 'next.txt: name taken') page.button('next.txt: Replace').click();
      await page.shows('next.txt: stored on the gateway');
      expect(page.part('summary')).to.equal('2 of 2 files stored');
      const headers = await fetch(`${service.apiBase}${READ}large.bin`);
      expect(((await headers.json()) as { size: number }).size).to.equal(size);
    }).timeout(60_000);
  }

  it('goes with the page’s token, and once more with a new one where that is refused', async () => {
    const page = await UploadPage.mount(service);
    let asked = 0;
    page.provider.token = () => `token-${(asked += 1)}`;
    await page.provider.updateComplete;
    await service.control('status', { path: UPLOAD, status: 401, body: {}, times: 1 });
    page.drop(fileOf('a.txt', 10));
    await page.shows('a.txt: stored on the gateway');
    const { authorizations } = (await service.seen()).paths[UPLOAD]!;
    expect(authorizations).to.deep.equal(['Bearer token-1', 'Bearer token-2']);
  });

  it('shows how far it is, can be cancelled, and lets the next one go', async () => {
    const page = await UploadPage.mount(service);
    await service.control('slowUpload', { ms: 20 });
    page.drop(fileOf('large.bin', 24 * 2 ** 20));
    await until(() => Number.parseFloat(page.part('percent')) > 5, 'progress', 15_000);
    await until(() => /MiB\/s.*left/.test(page.part('facts')), 'speed and rest', 15_000);
    page.button('large.bin: Cancel').click();
    await page.shows('large.bin: cancelled');
    await service.control('reset');
    page.drop(fileOf('b.txt', 10));
    await page.shows('b.txt: stored on the gateway');
    expect((await stored('large.bin')) === undefined).to.equal(true);
  }).timeout(30_000);

  it('tells screen readers of a question, and of several files at once', async () => {
    const page = await UploadPage.mount(service);
    const said = (words: string) => until(() => page.textOf("[role='status']") === words, words);
    page.drop(fileOf('a.txt', 10));
    await said('a.txt: stored on the gateway');
    page.drop(fileOf('a.txt', 10));
    await said('a.txt: name taken');
    page.drop(fileOf('one', 0), fileOf('two', 0), fileOf('three', 0));
    await said('one, two, three: not sent');
    page.drop(...['4', '5', '6', '7'].map((name) => fileOf(name, 0)));
    await said('4 files: not sent');
  });
});
