import { expect } from '@open-wc/testing';
import { startService, type TestService } from '../../support/castray.js';
import { FilesPage } from '../../support/files-page.js';
import { pretendHidden } from '../../support/hidden.js';
import { until } from '../../support/wait.js';

describe('the list of files in a tab that nobody sees', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false });
  });
  afterEach(async () => {
    pretendHidden();
    await service.stop();
  });

  const hide = (isHidden: boolean) => {
    pretendHidden(isHidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const asked = async () => (await service.seen()).requests['/api/files'] ?? 0;

  const isLive = ({ provider }: FilesPage) => provider.connection.phase === 'live';
  /** The connection is lost and back: then there may be other files. */
  const loseAndFind = async (page: FilesPage) => {
    await service.control('drop');
    await until(() => !isLive(page), 'a loss');
    page.provider.reconnect();
    await until(() => isLive(page), 'live again');
  };

  it('is not asked for until it is shown, nor after it is hidden again', async () => {
    hide(true);
    const page = await FilesPage.mount(service);
    await until(() => isLive(page), 'live');
    await page.element.updateComplete;
    expect(await asked()).to.equal(0);
    hide(false);
    await until(() => page.names.length > 0, 'the files');
    expect(await asked()).to.equal(1);
    hide(true);
    await loseAndFind(page);
    expect(await asked()).to.equal(1);
    hide(false);
    await until(async () => (await asked()) === 2, 'what may be new');
  });

  it('is drawn as it came meanwhile when the tab is shown', async () => {
    const page = await FilesPage.of(service);
    hide(true);
    const body = { files: [{ name: 'new.txt', size: 1 }] };
    await service.control('status', { path: '/api/files', body });
    page.get("[part='refresh-button']").click();
    await until(async () => (await service.seen()).paths['/api/files']?.count === 2, 'asked');
    await until(async () => (await service.seen()).paths['/api/files']?.active === 0, 'answered');
    await page.element.updateComplete;
    expect(page.names, 'nothing is drawn there').not.to.include('new.txt');
    hide(false);
    await until(() => page.names.join() === 'new.txt', 'the new list');
  });

  it('is not asked for any more once the element is gone', async () => {
    const page = await FilesPage.of(service);
    const { provider } = page;
    page.element.remove();
    await loseAndFind(page);
    expect(await asked()).to.equal(1);
    provider.append(page.element);
    await until(async () => (await asked()) === 2, 'what may be new');
  });
});
