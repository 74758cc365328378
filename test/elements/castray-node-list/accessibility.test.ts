import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TestService } from '../../support/castray.js';
import { startHeld, NodeListPage } from '../../support/node-list-page.js';
import { engine, setMedia } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the node list for everybody', () => {
  let service: TestService;

  before(async () => {
    service = await startHeld();
  });
  afterEach(async () => {
    fixtureCleanup();
    if (engine === 'chromium') await setMedia({});
  });
  after(async () => {
    await service.stop();
  });

  /** A list with a node selected and another one open: everything there is to see. */
  async function show(view: string, theme = 'light', lang = 'en'): Promise<NodeListPage> {
    const page = await NodeListPage.mount(service, { lang }, { view, theme });
    page.nodeButton('Node-2', 'name').click();
    page.nodeButton('Head', 'details-button').click();
    await page.element.updateComplete;
    return page;
  }

  const looks = [
    ['table', 'light', 'en'],
    ['table', 'dark', 'zh-CN'],
    ['cards', 'dark', 'en'],
    ['cards', 'light', 'zh-CN'],
  ] as const;

  for (const [view, theme, lang] of looks) {
    it(`passes axe as ${view}, ${theme}, in ${lang}`, async () => {
      await expect((await show(view, theme, lang)).element).to.be.accessible();
    }).timeout(20_000);
  }

  if (engine === 'chromium') {
    it('passes axe in forced colours, and marks what is chosen by an outline', async () => {
      await setMedia({ 'forced-colors': 'active' });
      const page = await show('table');
      await expect(page.element).to.be.accessible();
      expect(getComputedStyle(page.node('Node-2')).outlineStyle).to.equal('solid');
      expect(getComputedStyle(page.node('Head')).outlineStyle).to.equal('none');
    }).timeout(20_000);

    it('has no colour of the page in forced colours, shapes included', async () => {
      const { style } = document.documentElement;
      const names = ['good', 'warning', 'bad'].map((name) => `--castray-${name}`);
      for (const name of names) style.setProperty(name, 'rgb(1, 2, 3)');
      await setMedia({ 'forced-colors': 'active' });
      try {
        const page = await show('table');
        const colours = () =>
          page.all('svg *').flatMap((shape) => {
            const { fill, stroke } = getComputedStyle(shape);
            return [fill, stroke];
          });
        expect(colours()).not.to.include('rgb(1, 2, 3)');
        page.element.mapFigure = 'state';
        page.element.view = 'map';
        await page.element.updateComplete;
        expect(page.find('[role=grid] [data-band]')).not.to.equal(null);
        expect(colours()).not.to.include('rgb(1, 2, 3)');
      } finally {
        for (const name of names) style.removeProperty(name);
      }
    });
  }

  it('marks the selected row, and indents details, where a line begins', async () => {
    const page = await show('table');
    const bar = () => getComputedStyle(page.node('Node-2').querySelector('th')!).boxShadow;
    const indent = () => getComputedStyle(page.get('.details-frame'));
    expect(bar()).to.match(/ 3px 0px/);
    expect(indent().paddingLeft).to.equal('34px');
    page.element.dir = 'rtl';
    await until(() => bar().includes(' -3px 0px'), 'the bar on the right');
    expect(indent().paddingRight).to.equal('34px');
    expect(indent().paddingLeft).not.to.equal('34px');
  });

  it('speaks Chinese in a Chinese page', async () => {
    const { text } = await show('table', 'light', 'zh-CN');
    for (const word of ['全部 4', '名称', '内存', '存活', '失效', '检测中', 'GPU 计算', '8 核'])
      expect(text).to.include(word);
  });

  it('is reached by the Tab key, from the filters to the rows and out again', async () => {
    const page = await show('table');
    const next = document.createElement('button');
    page.element.after(next);
    page.button('All 4').focus();
    const reached = new Set<string | null | undefined>();
    for (let presses = 0; presses < 40 && document.activeElement !== next; presses += 1) {
      reached.add(page.root.activeElement?.getAttribute('part'));
      await sendKeys({ press: 'Tab' });
    }
    expect(document.activeElement).to.equal(next);
    for (const part of ['search', 'view-button', 'sort-button', 'details-button', 'name'])
      expect(reached).to.include(part);
  }).timeout(20_000);
});
