import { expect, fixtureCleanup } from '@open-wc/testing';
import '../../../src/define/all.js';
import { startService, type TestService } from '../../support/castray.js';
import { visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

const TAGS = ['castray-node-list', 'castray-cluster-summary', 'castray-node-detail'] as const;

describe('the keyboard where a button goes that was pressed', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false });
    await service.control('stall', { ms: null });
  });
  afterEach(async () => {
    fixtureCleanup();
    await service.stop();
  });

  for (const tag of TAGS) {
    it(`stays in <${tag}>`, async () => {
      const provider = document.createElement('castray-provider');
      provider.lang = 'en';
      provider.apiBase = service.apiBase;
      const element = document.createElement(tag);
      provider.append(element);
      document.body.append(provider);
      try {
        provider.pause();
        const root = element.shadowRoot!;
        const button = () =>
          [...root.querySelectorAll('button')].find((one) => visibleText(one) === 'Resume');
        await until(button, 'the button');
        button()!.focus();
        button()!.click();
        await until(() => !button(), 'it has gone');
        expect(root.activeElement?.getAttribute('role')).to.equal('group');
      } finally {
        provider.remove();
      }
    });
  }
});
