import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../../src/define/all.js';
import { addLanguage } from '../../../src/text/add-language.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { until } from '../../support/wait.js';

/** What an ancestor on a page may have: an article, a title with a gradient, a variable font. */
const INHERITED = {
  'text-indent': '2em',
  'word-break': 'break-all',
  'overflow-wrap': 'anywhere',
  'text-shadow': '1px 1px 2px red',
  'font-variant': 'small-caps',
  '-webkit-text-fill-color': 'transparent',
  'text-align-last': 'right',
  'border-collapse': 'collapse',
  'font-stretch': 'condensed',
  hyphens: 'auto',
  'writing-mode': 'vertical-rl',
} as const;

describe('an element on any page', () => {
  let service: TestService;

  before(async () => {
    service = await startService({ churn: false, frameInterval: 200, fileServer: true });
  });
  afterEach(() => fixtureCleanup());
  after(() => service.stop());

  const find = (element: Element, selector: string) =>
    element.shadowRoot!.querySelector<HTMLElement>(selector)!;

  it('takes nothing of the page’s text but the fonts and colours that are meant for it', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="en">
        <castray-node-list></castray-node-list>
      </castray-provider>`,
    );
    const list = provider.querySelector('castray-node-list')!;
    await until(() => find(list, '[part=name]'), 'rows');
    const parts = ['[part=frame]', '[part=name]', 'table', '[part~=cell]', '[part=filter-button]'];
    for (const [name, value] of Object.entries(INHERITED)) {
      const looks = () =>
        parts.map((part) => getComputedStyle(find(list, part)).getPropertyValue(name));
      const before = looks();
      provider.style.setProperty(name, value);
      expect(looks(), name).to.deep.equal(before);
    }
  });

  it('looks the same where the page has no doctype', async () => {
    const looks = async (doctype: string) => {
      const frame = document.createElement('iframe');
      const page = `${doctype}<html lang="en"><meta charset="utf-8"><body style="font: 10px serif">
        <script type="module" src="${new URL('/src/define/all.ts', location.href).href}"></script>
        <castray-provider api-base="${service.apiBase}">
          <castray-node-list></castray-node-list><castray-files></castray-files>
        </castray-provider>`;
      frame.src = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
      document.body.append(frame);
      const cells: unknown[] = [];
      for (const tag of ['castray-node-list', 'castray-files']) {
        const cell = () =>
          frame.contentDocument
            ?.querySelector(tag)
            ?.shadowRoot?.querySelector('tbody tr[part] > td[part=cell]');
        await until(cell, tag, 10_000);
        const style = frame.contentWindow!.getComputedStyle(cell()!);
        const { fontSize, lineHeight, fontFamily, color, whiteSpace } = style;
        cells.push({ fontSize, lineHeight, fontFamily, color, whiteSpace });
      }
      const mode = frame.contentDocument!.compatMode;
      frame.remove();
      return { mode, cells };
    };
    const usual = await looks('<!doctype html>');
    const quirks = await looks('');
    expect([usual.mode, quirks.mode]).to.deep.equal(['CSS1Compat', 'BackCompat']);
    expect(quirks.cells).to.deep.equal(usual.cells);
  }).timeout(30_000);

  it('is hidden with a provider that is hidden', async () => {
    const provider = await mountProvider(
      html`<castray-provider hidden><castray-connection></castray-connection></castray-provider>`,
    );
    const widget = provider.querySelector('castray-connection')!;
    expect(widget.checkVisibility()).to.equal(false);
    provider.hidden = false;
    expect(widget.checkVisibility()).to.equal(true);
  });

  for (const tag of ['castray-provider', 'castray-connection', 'castray-files'] as const)
    it(`is seen as a popover once it is opened: <${tag}>`, async () => {
      const element: LitElement = document.createElement(tag);
      element.popover = 'auto';
      (await fixture<HTMLElement>(html`<div></div>`)).append(element);
      await element.updateComplete;
      expect(getComputedStyle(element).display).to.equal('none');
      element.showPopover();
      expect(getComputedStyle(element).display).not.to.equal('none');
    });

  it('says in which language it speaks where that is not the page’s', async () => {
    const root = await fixture<HTMLElement>(
      html`<div lang="it">
        <castray-provider api-base=${service.apiBase}>
          <castray-files actions="upload">
            <castray-connection slot="toolbar"></castray-connection>
          </castray-files>
        </castray-provider>
      </div>`,
    );
    const files = root.querySelector('castray-files')!;
    await until(() => visibleText(files).includes('blob.bin'), 'the list');
    const marked = () => find(files, '[part=search]').closest('[lang]')?.getAttribute('lang');
    expect(marked()).to.equal('en');
    await expect(files).to.be.accessible();
    addLanguage('it', { unknown: 'ignoto', uploads: { files: 'Scegli file' } });
    await until(() => visibleText(files).includes('Scegli file'), 'also the upload in it');
    expect(marked()).to.equal(undefined);
    root.lang = 'zh-CN';
    await until(() => !visibleText(files).includes('Scegli file'), 'Chinese');
    expect(marked()).to.equal(undefined);
  });

  it('sets what it quotes as its authors did, and panels in the middle, from right to left too', async () => {
    const root = await fixture<HTMLElement>(
      html`<div dir="rtl" lang="en">
        <castray-node-list></castray-node-list>
        <castray-provider api-base=${service.apiBase}
          ><castray-files></castray-files
        ></castray-provider>
      </div>`,
    );
    const list = root.querySelector('castray-node-list')!;
    await until(() => find(list, '.panel p'), 'no provider');
    expect(getComputedStyle(find(list, '.panel p')).textAlign).to.equal('center');

    const files = root.querySelector('castray-files')!;
    await until(() => visibleText(files).includes('.json'), 'the list');
    const cell = find(files, 'tbody [part=cell]');
    expect(getComputedStyle(cell).textAlign, 'a column').to.equal('right');
    const names = files.shadowRoot!.querySelectorAll<HTMLElement>('[part=name-button]');
    [...names].find((name) => name.innerText.endsWith('.json'))!.click();
    await until(() => find(files, 'pre'), 'its text');
    const range = document.createRange();
    range.selectNodeContents(find(files, 'pre'));
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const lefts = new Set(lines.map(({ left }) => Math.round(left)));
    expect(getComputedStyle(find(files, 'pre')).textAlign).to.equal('start');
    expect(lefts.size, 'lines begin one below the other').to.be.lessThan(lines.length);
  });

  it('keeps its looks in another document, and when it comes home from there', async () => {
    const provider = await mountProvider(
      html`<castray-provider api-base=${service.apiBase} lang="en">
        <castray-cluster-summary></castray-cluster-summary>
      </castray-provider>`,
    );
    const home = provider.parentElement!;
    const summary = provider.querySelector('castray-cluster-summary')!;
    await until(() => visibleText(summary).includes('Live'), 'figures');
    const looks = () =>
      [provider, find(summary, '[part=card]')].map((element) => {
        const { display, borderTopWidth } =
          element.ownerDocument.defaultView!.getComputedStyle(element);
        return { display, borderTopWidth };
      });
    const before = looks();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument!.body.append(provider);
    await until(() => visibleText(summary).includes('Live'), 'figures over there');
    const there = looks();
    home.append(provider);
    await until(() => visibleText(summary).includes('Live'), 'figures at home again');
    frame.remove();
    expect({ there, back: looks() }).to.deep.equal({ there: before, back: before });
  });
});
