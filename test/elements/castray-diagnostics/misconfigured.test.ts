import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import type { CastrayProvider } from '../../../src/elements/castray-provider/castray-provider.js';
import { startService, type TestService } from '../../support/castray.js';
import { DiagnosticsPage } from '../../support/diagnostics-page.js';
import { until } from '../../support/wait.js';

declare global {
  interface Window {
    appConfig?: unknown;
  }
}

describe('the mistake that droneOnCampus made', () => {
  let service: TestService;
  let files: string;
  let filesWs: string;

  // each time on other ports: what a user has put right stays right until the page is reloaded
  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200, fileServer: true });
    files = service.filesUrl!;
    filesWs = `${files.replace('http', 'ws')}/ws`;
  });
  afterEach(async () => {
    delete window.appConfig;
    await service.stop();
  });

  it('is named within 5 s, and put right by a button for every provider of the page', async () => {
    window.appConfig = {
      castrayApiBase: files,
      castrayWsUrl: filesWs,
      fileServerUrl: files,
      rayApiBase: service.apiBase,
    };
    const page = await DiagnosticsPage.mount({});
    const other: CastrayProvider = await fixture(html`<castray-provider></castray-provider>`);
    await page.finds(
      'appConfig.castrayApiBase and appConfig.castrayWsUrl point at a file server. ' +
        `CastRay answers at ${service.apiBase}.`,
    );
    await page.done();
    expect(page.provider.snapshot).to.equal(undefined);
    page.button(`Use ${service.apiBase} until the page is reloaded`).click();
    await until(() => page.provider.snapshot?.nodes.length, 'data');
    await until(() => page.provider.connection.phase === 'live', 'by the WebSocket, too');
    await until(() => other.snapshot?.nodes.length, 'data of the other');
    await page.finds('Correct appConfig.castrayApiBase for good');
    expect(page.buttons).to.deep.equal(['Check now', 'Copy report']);
    expect(page.line('apiBase')).to.include(files).and.include(service.apiBase);
    expect(page.line('status')).to.include('passed');
  }).timeout(20_000);

  it('is named with the attributes, where they are what is wrong', async () => {
    const page = await DiagnosticsPage.mount(
      { apiBase: files },
      { fileServerUrl: service.apiBase },
    );
    await page.finds('api-base and file-server-url are swapped.');
    await page.done();
    page.button(`Use ${service.apiBase} until the page is reloaded`).click();
    await until(() => page.provider.snapshot?.nodes.length, 'data');
    await until(() => page.line('files').includes(files), 'the file server’s address');
    expect(page.line('files')).to.include('passed');
  }).timeout(20_000);

  it('is over when the page’s own configuration is corrected', async () => {
    window.appConfig = { castrayApiBase: files };
    const page = await DiagnosticsPage.mount({});
    await page.finds('most likely a file server. Set it to the address of CastRay.');
    window.appConfig = { castrayApiBase: service.apiBase };
    await page.finds('Nothing is wrong', 8000);
    expect(page.events.at(-1)?.diagnosis.cause).to.equal(undefined);
  }).timeout(20_000);
});
