import { expect, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { startService, type TestService } from '../support/castray.js';
import { mountProvider, visibleText } from '../support/cluster-page.js';
import { setViewport } from '../support/page.js';
import { until } from '../support/wait.js';
import { wireNode } from '../support/wire.js';

/** More than are drawn as a whole. */
const NODES = Array.from({ length: 150 }, (_, i) =>
  wireNode(i + 1, i === 0 ? { name: 'Head', isHeadNode: true } : {}),
);

describe('the density of rows', () => {
  let service: TestService;

  before(async () => {
    await setViewport({ width: 1300, height: 900 });
    service = await startService({ churn: false, fileServer: true });
    await service.control('hold');
    await service.control('frame', { type: 'cluster_status', data: { nodes: NODES } });
  });
  after(async () => {
    await setViewport({ width: 800, height: 600 });
    await service.stop();
  });

  it('is the provider’s, unless an element has its own, and holds on a wall, too', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="en" label="Campus">
        <castray-node-list></castray-node-list>
        <castray-node-list density="comfortable"></castray-node-list>
        <castray-files></castray-files>
        <castray-node-list density="compact" size="wall"></castray-node-list>
      </castray-provider>`,
    );
    const [first, second, files, wall] = [...provider.children] as HTMLElement[];
    const row = (element?: HTMLElement) => element!.shadowRoot!.querySelector('tbody [part~=cell]');
    const height = (element?: HTMLElement) => row(element)!.getBoundingClientRect().height;
    const rows = (element?: HTMLElement) =>
      element!.shadowRoot!.querySelectorAll('[data-node]').length;
    await until(() => row(first) && row(wall) && row(files), 'rows of all');
    const usual = height(second);
    const usualFiles = height(files);
    const drawn = rows(first);
    expect(height(first)).to.equal(usual);
    provider.setAttribute('density', 'compact');
    await until(() => height(first) < 0.65 * usual, 'rows of one line');
    await until(() => rows(first) > drawn, 'as many of them as have room now');
    expect(height(second), 'its own').to.equal(usual);
    expect(height(files)).to.be.lessThan(usualFiles);
    // WebKit tells the height before the zoom; comfortable, it would be at least twice as high
    expect(height(wall) / height(first)).to.be.within(0.95, 1.6);

    const list = provider.querySelector('castray-node-list')!;
    const heights = [...list.shadowRoot!.querySelectorAll('tbody[data-rows] > tr')].map(
      (one) => one.getBoundingClientRect().height,
    );
    expect(new Set(heights.map(Math.round)).size, 'all of one height').to.equal(1);
    expect(visibleText(list)).to.include('head');
    await expect(list).to.be.accessible();
    list.shadowRoot!.querySelector<HTMLElement>("[part='details-button']")!.click();
    await list.updateComplete;
    const total = list.shadowRoot!.querySelector<HTMLElement>("[part='details'] .total")!;
    expect(total.offsetHeight, 'details have all').to.be.greaterThan(0);

    list.view = 'cards';
    await list.updateComplete;
    await setViewport({ width: 320, height: 700 });
    for (const element of [list, files!])
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});
