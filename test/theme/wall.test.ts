import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { startService } from '../support/castray.js';
import { mountProvider } from '../support/cluster-page.js';
import { setViewport } from '../support/page.js';
import { until } from '../support/wait.js';

describe('a screen on a wall', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('gets larger letters the larger it is, and nothing is cut off', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <castray-provider>
          <div id="usual"><castray-connection></castray-connection></div>
        </castray-provider>
        <castray-provider size="wall">
          <div id="wall"><castray-connection></castray-connection></div>
          <div id="normal"><castray-connection size="normal"></castray-connection></div>
        </castray-provider>
      </div>`,
    );
    const height = (id: string) => page.querySelector<HTMLElement>(`#${id}`)!.offsetHeight;
    for (const [width, larger] of [
      [1000, 1.5],
      [1900, 2],
      [2600, 3],
      [3700, 4],
    ] as const) {
      await setViewport({ width, height: 800 });
      const usual = height('usual');
      expect(height('wall') / usual, `at ${width} px`).to.be.closeTo(larger, 0.1);
      expect(height('normal')).to.be.closeTo(usual, 1);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    }
  });

  it('gets them on a page that unsets everything of everything, too', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <style>
          castray-connection {
            all: unset !important;
          }
        </style>
        <castray-provider size="wall"><castray-connection></castray-connection></castray-provider>
      </div>`,
    );
    // with the widget there: WebKit asks media anew for what is on the page, and keeps its answers for what comes
    await setViewport({ width: 1900, height: 800 });
    expect(getComputedStyle(page.querySelector('castray-connection')!).zoom).to.equal('2');
  });

  it('enlarges what stands in an element with it, and not a second time', async () => {
    await setViewport({ width: 1900, height: 800 });
    const service = await startService({ churn: false, frameInterval: 200 });
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="en" size="wall">
        <castray-connection></castray-connection>
        <castray-upload></castray-upload>
        <castray-files actions="upload">
          <castray-connection slot="toolbar"></castray-connection>
        </castray-files>
      </castray-provider>`,
    );
    const files = provider.querySelector('castray-files')!;
    const upload = () => files.shadowRoot?.querySelector('castray-upload');
    const height = (element: Element | null | undefined) =>
      element?.shadowRoot?.querySelector('button')?.getBoundingClientRect().height;
    await until(() => height(upload()), 'the upload in the files');
    expect(height(upload())).to.equal(height(provider.querySelector('castray-upload')));
    const [alone, slotted] = provider.querySelectorAll('castray-connection');
    expect(height(slotted)).to.equal(height(alone));
    await service.stop();
  });
});
