import { expect, fixtureCleanup, html } from '@open-wc/testing';
import '../../../src/define/all.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider } from '../../support/cluster-page.js';
import { setViewport } from '../../support/page.js';
import { until } from '../../support/wait.js';

/** Boxes that are as wide as what is in them, as the styles of the box and of the element. */
const BOXES: Readonly<Record<string, readonly [box: string, element: string]>> = {
  'a row of flex items': ['display: flex', ''],
  'a column of flex items': ['display: flex; flex-direction: column; align-items: start', ''],
  'a float': ['display: flow-root', 'float: left'],
  'a line of text': ['', 'display: inline-block'],
  'a grid': ['display: grid; grid-template-columns: auto auto', ''],
  'a box over the page': ['block-size: 1px', 'position: absolute'],
};

/** They ask how wide they are. */
const TAGS = ['castray-cluster-summary', 'castray-node-list', 'castray-files'] as const;

describe('an element whose width its contents decide', () => {
  let service: TestService;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(() => fixtureCleanup());
  after(async () => {
    await service.stop();
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, [box, element]] of Object.entries(BOXES)) {
    it(`can be read in ${name}, and is no wider than the page`, async () => {
      const provider = await mountProvider(
        html`<castray-provider api-base=${service.apiBase} lang="en"></castray-provider>`,
      );
      const widths: Record<string, () => number> = {};
      for (const tag of TAGS) {
        const around = document.createElement('div');
        around.style.cssText = box;
        const widget = document.createElement(tag);
        widget.style.cssText = element;
        around.append(widget);
        provider.append(around);
        widths[tag] = () => widget.getBoundingClientRect().width;
      }
      await until(() => provider.connection.phase === 'live', 'figures');
      for (const [page, least] of [
        [1300, 700],
        [390, 300],
      ] as const) {
        await setViewport({ width: page, height: 600 });
        for (const [tag, width] of Object.entries(widths)) {
          expect(width(), `${tag}, ${page} px`).to.be.within(least, innerWidth); // WebKit's window is never that narrow
        }
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      }
    });
  }
});
