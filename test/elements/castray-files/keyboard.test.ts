import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { before, focused, press, tabOut, tabTo } from '../../support/keyboard.js';
import { until } from '../../support/wait.js';

describe('the files by the keyboard alone', () => {
  let service: TestService;
  let page: FilesPage;

  beforeEach(async () => {
    service = await startService({ churn: false, files: {}, fileServer: 'cors' });
    page = await FilesPage.of(service);
  });
  afterEach(async () => service.stop());

  it('are searched, sorted, looked into, downloaded, and selected to be saved at once', async () => {
    before(page.element);
    await tabTo('[part=search]');
    await sendKeys({ type: 'flight' });
    await page.says('2 of 14 files');
    await tabTo('[part=sort-button]', 'Size');
    await press('Enter');
    await until(() => page.get('.column-size').ariaSort === 'descending', 'the largest first');
    expect(focused()!.textContent).to.include('Size');
    await tabTo('[part=name-button]', 'flight.com');
    await press('Enter');
    await until(() => page.find('[part=flight]'), 'the flight order');
    expect(page.focus).to.equal('flight.com');
    const followed: string[] = [];
    page.root.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link) followed.push(link.href);
      if (link) event.preventDefault();
    });
    await tabTo('[part=download-link]');
    await press('Enter');
    expect(followed).to.deep.equal([`${service.filesUrl}/demo_files/flight.com`]);
    await tabTo('[part=source]');
    await tabOut(page.element);
  }).timeout(20_000);

  it('are selected, and saved or had as addresses', async () => {
    before(page.element);
    await tabTo("[data-action='select-all']");
    await press(' ');
    await page.says('14 selected');
    page.element.search = 'report';
    await page.says('1 of 14 files');
    before(page.element);
    await tabTo('[part=download-selected]');
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    await press('Enter');
    await page.says('14 of 14 saved', 10_000);
    HTMLAnchorElement.prototype.click = click;
    expect(page.focus).to.equal('download-selected');
    await tabTo('summary');
    await press('Enter');
    await tabTo('textarea');
    await tabTo("[data-action='select']");
    await press(' ');
    await page.says('13 selected');
    await tabOut(page.element);
  }).timeout(20_000);

  it('are had from a folder, and from CastRay’s list again', async () => {
    before(page.element);
    await tabTo('[part=view-button]', 'Folders');
    await press('Enter');
    await until(() => page.names.includes('demo_files'), 'the root');
    await tabTo('[part=name-button]', 'demo_files');
    await press('Enter');
    await until(() => page.names.includes('sub dir'), 'the files');
    expect(page.focus).to.equal('crumb');
    await tabTo('[part=name-button]', 'config.json');
    await press(' ');
    await page.says('"camera": "front"');
    await tabOut(page.element);
    before(page.element);
    await tabTo('[part=view-button]', 'CastRay');
    await press(' ');
    await until(() => page.find('nav') === null, 'CastRay’s list');
    expect(page.focus).to.equal('view-button');
  }).timeout(20_000);
});
