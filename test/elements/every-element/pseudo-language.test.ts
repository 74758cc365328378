import { expect, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import { addLanguage } from '../../../src/text/add-language.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { setViewport } from '../../support/page.js';
import { pseudoLanguage } from '../../support/pseudo-language.js';
import { until } from '../../support/wait.js';

describe('a language of longer words', () => {
  let service: TestService;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  it('is taken at once by the elements on the page, and fits on all of them down to 320 px', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="qps-ploc" label="Campus">
        <castray-cluster-summary></castray-cluster-summary>
        <castray-cluster-summary compact></castray-cluster-summary>
        <castray-connection open></castray-connection>
        <castray-diagnostics services></castray-diagnostics>
        <castray-node-list></castray-node-list>
        <castray-node-list view="cards"></castray-node-list>
        <castray-node-list view="map"></castray-node-list>
        <castray-node-detail></castray-node-detail>
        <castray-transfers actions="start"></castray-transfers>
        <castray-files actions="upload"></castray-files>
      </castray-provider>`,
    );
    await until(() => provider.connection.phase === 'live', 'data');
    provider.querySelector('castray-node-detail')!.nodeId = provider.snapshot!.nodes[0]!.nodeId;
    const elements = [...provider.children];
    await provider.querySelector('castray-diagnostics')!.run();
    addLanguage('qps-ploc', pseudoLanguage());
    for (const element of elements) {
      await until(() => visibleText(element).includes('⟦'), `${element.localName} in it`);
    }
    for (const width of [1200, 640, 320]) {
      await setViewport({ width, height: 800 });
      for (const element of elements) {
        const { localName, scrollWidth, clientWidth } = element;
        expect(scrollWidth, `${localName} at ${width} px`).to.be.at.most(clientWidth);
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    }
  }).timeout(20_000);
});
