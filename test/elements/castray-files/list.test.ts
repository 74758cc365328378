import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { until } from '../../support/wait.js';

const LIST = '/api/files';

describe('the list of files', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false });
  });
  afterEach(async () => service.stop());

  it('has name, type and size, natural order, and another by its headers', async () => {
    const files = [
      { name: 'log 10.txt', size: 5 },
      { name: 'log 2.txt', size: 2048 },
      { name: 'a.com' },
    ];
    await service.control('status', { path: LIST, body: { files } });
    const page = await FilesPage.of(service);
    expect(page.names).to.deep.equal(['a.com', 'log 2.txt', 'log 10.txt']);
    expect(page.text).to.include('3 files, 2 KiB').and.include('flight order unknown');
    expect(page.text).not.to.include('Modified');
    expect(page.get('[aria-sort]').ariaSort).to.equal('ascending');
    page.button('Size').click();
    await until(() => page.names[0] === 'log 2.txt', 'the largest first');
    expect(page.get('.column-size').ariaSort).to.equal('descending');
    expect(page.element.getAttribute('sort')).to.equal('size desc');
    page.button('Size').click();
    await until(() => page.names[0] === 'log 10.txt', 'the smallest first');
    expect(page.names[2]).to.equal('a.com');
  });

  it('has its boxes and its buttons in line with what they belong to, on a narrow page too', async () => {
    const page = await FilesPage.of(service);
    const middle = (selector: string) => {
      const { top, bottom } = page.get(selector).getBoundingClientRect();
      return (top + bottom) / 2;
    };
    for (const width of ['320px', '700px']) {
      page.element.style.inlineSize = width;
      expect(middle("[part='refresh-button']")).to.be.closeTo(middle("[part='search']"), 1);
      expect(middle('tbody [type=checkbox]')).to.be.closeTo(middle("tbody [part='name']"), 1.5);
    }
  });

  it('has at most three lines of a long name, marks that it is cut, and has it whole as a title', async () => {
    const names = ['图书馆'.repeat(20), 'n'.repeat(90), 'a.txt'];
    const files = names.map((name) => ({ name, size: 1 }));
    await service.control('status', { path: LIST, body: { files } });
    const page = await FilesPage.of(service);
    page.element.style.inlineSize = '320px';
    for (const name of names.slice(0, 2)) {
      const shown = page.row(name).querySelector<HTMLElement>("[part='name']")!;
      expect(shown.scrollHeight, `${name} is cut`).to.be.above(shown.clientHeight);
      expect(shown.clientHeight).to.be.above(40).and.below(70);
      expect(getComputedStyle(shown).webkitLineClamp).to.equal('3');
      expect(shown.title).to.equal(name);
    }
    expect(page.row('a.txt').querySelector<HTMLElement>("[part='name']")!.title).to.equal('');
  });

  it('is searched, says how many match, and can be had whole again', async () => {
    const page = await FilesPage.of(service);
    page.element.search = 'FLIGHT com';
    await page.says('2 of 6 files');
    page.element.search = 'nothing like it';
    await page.says('No file matches');
    page.button('Show all files').click();
    await until(() => page.names.length === 6, 'all of them');
  });

  it('leaves the focus with the file that has it, wherever a new list has that file', async () => {
    const page = await FilesPage.of(service);
    const offer = async (...names: string[]) => {
      await service.control('status', { path: LIST, body: { files: names.map(fileOf) } });
      page.button('Refresh').click();
      await until(() => page.names.join() === names.join(), names.join());
      await page.element.updateComplete;
    };
    const fileOf = (name: string) => ({ name, size: 1 });
    await offer('b', 'c');
    page.row('b').querySelector<HTMLElement>("[part='name-button']")!.focus();
    await offer('a', 'b', 'c');
    expect(page.focus).to.equal('b');
    expect(page.root.activeElement).to.equal(page.row('b').querySelector('button'));
    page.row('c').querySelector('input')!.focus();
    await offer('b', 'c');
    expect(page.root.activeElement).to.equal(page.row('c').querySelector('input'));
    await offer('b');
    expect(page.focus).to.equal('frame');
  });

  it('is there at once for another widget of the same provider', async () => {
    const page = await FilesPage.of(service);
    const element = document.createElement('castray-files');
    page.element.after(element);
    await element.updateComplete;
    expect(new FilesPage(element).names).to.deep.equal(page.names);
  });

  it('says that the folder is empty', async () => {
    await service.control('status', { path: LIST, body: { files: [] } });
    const page = await FilesPage.mount(service);
    await page.says('No files The folder is empty.');
  });

  for (const [what, override, words] of [
    ['401', { status: 401, body: { detail: 'who?' } }, '(401 who?): a sign-in is needed'],
    ['403', { status: 403, body: { detail: '不允许' } }, '(403 不允许): reading is not allowed'],
    ['404', { status: 404, body: { detail: 'Not Found' } }, '(404 Not Found): nothing is there'],
    ['413', { status: 413, body: { detail: '' } }, '(413): it is too large for the server'],
    ['422', { status: 422, body: { detail: [] } }, '(422): the request was not understood'],
    ['500', { status: 500, body: { detail: 'broken' } }, '(500 broken): an error. See the log'],
    ['HTML', { body: '<html>', contentType: 'text/html' }, 'what answers is not CastRay'],
    ['an HTML 404', { status: 404, body: '<p>', contentType: 'text/html' }, 'is not CastRay'],
    ['a list that is none', { body: { files: 7 } }, 'what answers is not CastRay'],
    ['half a list', { body: '{"files":[{"name":"a' }, 'the answer broke off'],
    [
      'a cut connection',
      { body: '{"files":', headers: { 'content-length': '999', connection: 'close' } },
      'the answer broke off',
    ],
    ['no CORS', { body: { files: [] }, cors: false }, 'but not to this page'],
  ] as const) {
    it(`says what ${what} means, keeps the last good list as old, and is right again`, async () => {
      const page = await FilesPage.of(service);
      await service.control('status', { path: LIST, ...override });
      page.button('Refresh').click();
      await page.says(words);
      expect(page.text).to.include('The list could not be renewed; this one is from');
      expect(page.names).to.have.length(6);
      const other = await FilesPage.mount(service);
      await other.says('The files cannot be shown');
      await other.says(words);
      expect(other.names).to.deep.equal([]);
      await service.control('status', { path: LIST });
      other.button('Refresh').click();
      await until(() => other.names.length === 6, 'the files');
      expect(other.text).not.to.include(words);
    }).timeout(15_000);
  }

  it('says that nothing answers, and has the list by itself once something does', async () => {
    await service.control('down');
    const page = await FilesPage.mount(service);
    await page.says('The files cannot be shown');
    await page.says('no answer');
    await service.control('up');
    await until(() => page.names.length === 6, 'the files', 20_000);
  }).timeout(30_000);

  it('waits for a slow drip, saying so', async () => {
    const files = [{ name: 'slow.txt', size: 1 }];
    await service.control('status', { path: LIST, body: { files }, drip: 1500 });
    const page = await FilesPage.mount(service);
    await page.says('Loading the files …');
    expect(page.get('[aria-busy=true]')).to.exist;
    await until(() => page.names[0] === 'slow.txt', 'the file');
  });

  it('says what is known of the file server', async () => {
    const page = await FilesPage.mount(service);
    await page.says('Nothing can be downloaded: set file-server-url');
    const { provider } = page;
    provider.fileServerUrl = 'http://127.0.0.1:9';
    await page.says('This page gets no answer from the file server http://127.0.0.1:9:');
    provider.fileServerUrl = service.apiBase;
    await page.says(`Downloads come from ${service.apiBase}, which answers.`);
    await until(() => page.all('[part=download-link]').length === 6, 'the links');
    page.element.filesPath = '/other dir/';
    await until(
      () => page.get('[part=download-link]').getAttribute('href')?.includes('/other%20dir/'),
      'another path',
    );
  });

  it('says what to set where no service is, and where no provider is', async () => {
    const page = await FilesPage.mount({ apiBase: '' });
    await page.says('No usable address of CastRay');
    page.element.provider = 'nobody';
    await page.says('No <castray-provider> with the id “nobody”');
  });

  it('draws the first 1,000 of 5,000 files, says how many more there are, and searches all of them', async () => {
    const files = Array.from({ length: 5000 }, (_, n) => ({ name: `file ${n}.txt`, size: n }));
    await service.control('status', { path: LIST, body: { files } });
    const page = await FilesPage.mount(service, { fileServerUrl: service.apiBase });
    await until(() => page.names.length === 1000, 'the files', 10_000);
    expect(page.names.at(-1)).to.equal('file 999.txt');
    expect(page.part('status')).to.contain('5,000 files');
    await page.says('and 4,000 more: search to narrow');
    page.get("[data-action='select-all']").click();
    await page.element.updateComplete;
    expect(page.part('selection'), 'nothing is ticked unseen').to.contain('1,000 selected');
    const startedAt = performance.now();
    page.element.search = '4242';
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['file 4242.txt']);
    expect(page.text).not.to.contain('more:');
    expect(performance.now() - startedAt).to.be.lessThan(2000);
  }).timeout(20_000);

  it('refuses a list that is longer than any, and goes on showing the last one', async () => {
    const page = await FilesPage.of(service);
    const before = page.names;
    const files = Array.from({ length: 20_001 }, (_, n) => ({ name: `${n}` }));
    await service.control('status', { path: LIST, body: { files } });
    page.get('[part=refresh-button]').click();
    await page.says('the answer is too large');
    await page.says('The list could not be renewed; this one is from');
    expect(page.names).to.deep.equal(before);
  });
});
