import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the folders of the file server', () => {
  let service: TestService;
  let page: FilesPage;

  async function show(fileServer: true | 'cors', settings: Partial<CastrayProvider> = {}) {
    service = await startService({ churn: false, files: {}, fileServer });
    page = await FilesPage.of(service, settings);
    page.all('[part=view-button]')[1]!.click();
  }
  afterEach(async () => {
    await service.stop();
    await setViewport({ width: 800, height: 600 });
  });
  const shows = (...names: string[]) =>
    until(() => page.names.join() === names.join(), `${names.join()} instead of ${page.text}`);
  const crumbs = () => page.all('[part=crumb]').map(({ textContent }) => textContent.trim());
  const current = () => page.get('[aria-current=location]').textContent.trim();

  const passes = async () => {
    // the colours of the pressed button take their time
    await Promise.all(page.root.getAnimations().map(({ finished }) => finished));
    await expect(page.element).to.be.accessible();
  };

  it('are walked through from the root, with links and a look into their files', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    expect(page.element.view).to.equal('folders');
    const host = new URL(service.filesUrl!).host;
    expect(crumbs()).to.deep.equal([host]);
    expect(page.text).to.include('3 folders, 0 files');
    page.open('demo_files');
    await until(() => page.names.includes('100%.log'), 'the files');
    page.open('sub dir');
    await shows('inner.txt');
    expect(crumbs()).to.deep.equal([host, 'demo_files', 'sub dir']);
    expect(page.get('nav').ariaLabel).to.equal('Folder');
    expect(page.get('[part=download-link]').getAttribute('href')).to.equal(
      `${service.filesUrl}/demo_files/sub%20dir/inner.txt`,
    );
    page.open('inner.txt');
    await page.says('one folder down');
    page.tick('inner.txt');
    await page.says('1 selected');
    page.all('[part=crumb]')[1]!.click();
    await until(() => page.names.includes('<b>bold.txt'), 'the folder above');
    expect(page.text).not.to.include('selected').and.not.include('one folder down');
    page.element.search = 'config';
    await shows('config.json');
    page.element.search = 'sub';
    await shows('sub dir');
    page.open('sub dir');
    await shows('inner.txt'); // it was looked for in the folder above
    expect(page.element.search).to.equal('');
    page.all('[part=view-button]')[0]!.click();
    await until(() => page.find('nav') === null, 'CastRay’s list');
  }).timeout(15_000);

  it('are the one that was opened last, whichever is read first', async () => {
    service = await startService({ churn: false });
    const folder = (name: string) => ({ name, type: 'directory' });
    const { apiBase } = service;
    for (const [path, ...body] of [
      ['/', folder('slow'), folder('quick')],
      ['/slow/', folder('of the slow one')],
      ['/quick/', folder('of the quick one')],
    ] as const) {
      await service.control('status', { path, body, delay: path === '/slow/' ? 200 : 0 });
    }
    page = await FilesPage.mount(service, { fileServerUrl: apiBase });
    page.element.view = 'folders';
    await shows('quick', 'slow');
    page.open('slow');
    await page.element.updateComplete;
    expect(page.names).to.deep.equal([]);
    page.all('[part=crumb]')[0]!.click();
    await shows('quick', 'slow');
    page.open('quick');
    await shows('of the quick one');
    const active = async () => (await service.seen()).paths['/slow/']?.active;
    await until(async () => (await active()) === 0, 'the other has been read');
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['of the quick one']);
  });

  it('are told to a screen reader once they are read, and so is what a search finds in them', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    const status = page.get('[role=status].visually-hidden');
    const told: string[] = [];
    const note = () => told.push(status.textContent.trim());
    new MutationObserver(note).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    page.open('demo_files');
    await until(() => page.names.includes('sub dir'), 'the files');
    page.element.search = 'inner';
    await until(() => page.names.length === 0, 'none of them');
    page.element.search = 'sub';
    await shows('sub dir');
    await Promise.resolve();
    expect(told).to.have.length(3);
    expect(told.at(-1)).to.match(/^1 folder, 0 of \d+ files$/);
  });

  it('stay open, with a look into a file, where the element is moved in the page', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    page.open('demo_files');
    await until(() => page.names.includes('config.json'), 'the files');
    page.open('config.json');
    await page.says('"camera": "front",');
    page.element.before(page.element.parentElement!.appendChild(document.createElement('div')));
    page.element.previousElementSibling!.append(page.element);
    await page.element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(current()).to.equal('demo_files');
    expect(page.text).to.include('"camera": "front",');
  });

  it('are walked through by the keyboard, which goes on where the user is', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    page.row('demo_files').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.names.includes('sub dir'), 'the files');
    expect(page.focus).to.equal('crumb');
    expect(current()).to.equal('demo_files');
    page.row('sub dir').querySelector('button')!.focus();
    await sendKeys({ press: ' ' });
    await shows('inner.txt');
    expect(current()).to.equal('sub dir');
    expect(page.root.activeElement!.matches('[aria-current]')).to.be.true;
    expect(page.get('[role=status].visually-hidden').textContent).to.equal('1 file');
    page.all('[part=crumb]')[1]!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.names.includes('flight.com'), 'the folder above');
    expect(page.root.activeElement!.textContent.trim()).to.equal('demo_files');
    expect(current()).to.equal('demo_files');
  }).timeout(15_000);

  it('cannot be read from Python’s own server: that is said, with the header that it needs', async () => {
    await show(true);
    await page.says('does not allow this page to read it. It has to add this header');
    expect(page.get('[part=header]').textContent).to.equal(
      `Access-Control-Allow-Origin: ${location.origin}`,
    );
    page.button('CastRay’s list').click();
    await until(() => page.names.includes('flight.com'), 'CastRay’s list');
  });

  it('say that a folder has gone, is empty, or is a page; and are read again', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    page.open('downloads');
    await page.says('The folder is empty.');
    const { provider } = page;
    provider.fileServerUrl = `${service.filesUrl}/absent`;
    await page.says('(404): nothing is there, or no longer.');
    provider.fileServerUrl = service.apiBase;
    await page.says('answers, but with no listing');
    provider.fileServerUrl = 'http://127.0.0.1:9';
    await page.says('This page gets no answer from the file server http://127.0.0.1:9');
    expect(page.get('[role=status].visually-hidden').textContent).to.include('cannot be shown');
    provider.fileServerUrl = `${service.filesUrl}/demo_files`;
    await until(() => page.names.includes('sub dir'), 'the folders');
    page.button('Refresh').click();
    expect(page.names).to.include('sub dir');
  }).timeout(15_000);

  it('and the line about the server agree when it goes down', async () => {
    await show('cors');
    await shows('castray_uploads', 'demo_files', 'downloads');
    page.provider.fileServerUrl = service.apiBase;
    await page.says(`${service.apiBase}, which answers`);
    await service.control('down');
    page.button('Refresh').click();
    const reach = page.get('[part=reach]');
    await until(() => reach.textContent.includes('gets no answer'), 'the same words there');
  });

  it('pass axe in both languages, also where nothing may be read, and fit a narrow page', async () => {
    await setViewport({ width: 320, height: 600 });
    await show('cors', { lang: 'zh-CN', theme: 'dark' });
    await until(() => page.names.includes('demo_files'), 'the root');
    await passes();
    page.open('demo_files');
    await until(() => page.names.includes('sub dir'), 'the files');
    await passes();
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    await service.stop();
    await show(true);
    await page.says('It has to add this header');
    await passes();
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  }).timeout(20_000);
});
