import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { awkwardNames, FilesPage } from '../../support/files-page.js';
import { until } from '../../support/wait.js';

const names = awkwardNames();

describe('200 files of awkward names', () => {
  let service: TestService | undefined;
  const contents = Object.fromEntries(names.map((name, n) => [name, `${n} ${name}\r\n`.repeat(n)]));

  async function show(fileServer: true | 'cors') {
    service = await startService({ churn: false, fileServer, files: contents });
    return FilesPage.of(service);
  }
  afterEach(async () => service?.stop());

  it('are listed, linked, and downloaded byte for byte from Python’s file server', async () => {
    const page = await show(true);
    const links = page.all<HTMLAnchorElement>("[part='download-link']");
    const shown = links.map(({ href }) => {
      const segment = href.slice(`${service!.filesUrl}/demo_files/`.length);
      return { href, name: decodeURIComponent(segment) };
    });
    expect(shown.map(({ name }) => name)).to.include.members([...names, '.hidden', '<b>bold.txt']);
    expect(await service!.wronglyDownloaded(shown)).to.deep.equal([]);
    expect(page.text).to.include(`${shown.length} files, `);
    expect(links.every(({ rel }) => rel === 'noopener noreferrer')).to.be.true;
    const text = page.get(`[data-row="${encodeURIComponent('<b>bold.txt')}"]`).innerHTML;
    expect(text).to.include('&lt;b&gt;bold.txt').and.not.include('<b>');
  }).timeout(30_000);

  it('are saved all at once, byte for byte, where the file server lets pages read', async () => {
    const page = await show('cors');
    const saved = new Map<string, Promise<string>>();
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.set(
        this.download,
        fetch(this.href).then((response) => response.text()),
      );
    };
    try {
      page.get("[data-action='select-all']").click();
      await page.says('selected');
      page.get("[part='download-selected']").click();
      const all = page.names.length;
      await page.says(`${all} of ${all} saved`, 20_000);
      const wrong = [];
      for (const name of names) {
        const shown = name.replace(/[\t\u202e]/g, '\ufffd');
        if ((await saved.get(shown)) !== contents[name]) wrong.push(name);
      }
      expect(wrong).to.deep.equal([]);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  }).timeout(30_000);

  it('go on being saved where another one is ticked meanwhile', async () => {
    const page = await show('cors');
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      page.tick('flight.com');
      page.tick('100%.log');
      await page.says('2 selected');
      page.button('Download selected').click();
      page.tick('config.json');
      await page.says('3 selected');
      await page.says('2 of 2 saved');
      expect(saved).to.have.members(['flight.com', '100%.log']);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  }).timeout(15_000);

  it('cannot be saved all at once from Python’s own server: that is said, with the addresses', async () => {
    const page = await show(true);
    page.tick('flight.com');
    page.tick('100%.log');
    await page.says('2 selected');
    page.button('Download selected').click();
    await page.says('a browser then saves one file at a time');
    expect((page.get('textarea') as HTMLTextAreaElement).value.split('\n')).to.have.members([
      `${service!.filesUrl}/demo_files/flight.com`,
      `${service!.filesUrl}/demo_files/100%25.log`,
    ]);
    page.tick('flight.com');
    await until(() => !page.text.includes('one file at a time'), 'another selection');
  }).timeout(15_000);

  it('could not be downloaded where nothing answers: nobody’s headers are to blame', async () => {
    const page = await show('cors');
    page.provider.fileServerUrl = 'http://127.0.0.1:9';
    page.tick('flight.com');
    await page.says('1 selected');
    page.button('Download selected').click();
    await page.says('flight.com could not be downloaded.');
    const links = page.all<HTMLAnchorElement>("[part='download-link']");
    expect(links.map(({ origin }) => origin)).to.include('http://127.0.0.1:9');
    expect(links.map(({ origin }) => origin)).not.to.include(service!.filesUrl);
    expect(page.text).not.to.include('lets pages read nothing');
  });
});
