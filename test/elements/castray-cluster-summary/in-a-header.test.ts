import { expect, html } from '@open-wc/testing';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import type { CastrayClusterSummary } from '../../../src/elements/castray-cluster-summary/castray-cluster-summary.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the cluster summary in a fixed header of 64 px', () => {
  let service: TestService;
  let summary: CastrayClusterSummary;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
    await setViewport({ width: 1366, height: 600 });
  });
  afterEach(async () => {
    await service.stop();
    await setViewport({ width: 800, height: 600 });
  });

  async function show(lang: string): Promise<void> {
    const page = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang=${lang}>
        <div
          style="position: fixed; inset: 0 0 auto; display: flex; align-items: center; block-size: 64px"
        >
          <h1 style="flex: none; inline-size: 300px">A page</h1>
          <castray-cluster-summary compact></castray-cluster-summary>
        </div>
        <p style="margin-block-start: 64px">The page itself.</p>
      </castray-provider>`,
    );
    summary = page.querySelector('castray-cluster-summary')!;
    await summary.updateComplete;
  }

  const part = (name: string) =>
    summary.shadowRoot!.querySelector<HTMLElement>(`[part~='${name}']`)!;

  /** All of the line, which nobody could scroll to. */
  function expectInHeader(when: string): void {
    const { top, bottom, right } = part('card').getBoundingClientRect();
    expect(top, `${when}: top`).to.be.at.least(0);
    expect(bottom, `${when}: bottom`).to.be.at.most(64);
    expect(right, `${when}: right`).to.be.at.most(innerWidth);
    expect(part('phase').getBoundingClientRect().top).to.be.at.least(0);
  }

  for (const lang of ['en', 'zh-CN']) {
    it(`stays in it, whatever there is to say, in ${lang}, which opens below`, async () => {
      await show(lang);
      await until(() => part('tiles'), 'figures');
      expectInHeader('well');
      const button = part('help-button');
      const name = button.ariaLabel!;
      button.click();
      await until(() => part('help'), 'help');
      expectInHeader('with help');
      const { top, height } = part('help').getBoundingClientRect();
      expect(top).to.be.at.least(part('card').getBoundingClientRect().bottom);
      const over = document.elementFromPoint(700, top + height / 2);
      expect(over, 'over the page').to.equal(summary);
      await service.control('down');
      await until(() => part('notice'), 'notices');
      expectInHeader('down, with help');
      expect(part('more').contains(part('notice'))).to.equal(true);
      await expect(summary).to.be.accessible();
      button.click();
      await until(() => !part('more'), 'closed');
      expectInHeader('down');
      expect(button.ariaLabel, 'says that there is more').not.to.equal(name);
      await service.control('up');
      await until(() => button.ariaLabel === name, 'all is well', 10_000);
    }).timeout(20_000);

    it(`stays in it with a service that never came, and says why, in ${lang}`, async () => {
      await service.control('down');
      for (const width of [1366, 1152]) {
        await setViewport({ width, height: 600 });
        await show(lang);
        await until(() => summary.shadowRoot!.querySelector('.panel button'), 'the cause');
        expectInHeader(`${width} px`);
        expect(visibleText(summary)).to.include(new URL(service.apiBase).host);
      }
    });
  }
});
