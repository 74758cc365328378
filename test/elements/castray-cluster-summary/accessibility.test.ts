import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/castray-provider.js';
import '../../../src/define/castray-cluster-summary.js';
import type { CastrayClusterSummary } from '../../../src/elements/castray-cluster-summary/castray-cluster-summary.js';
import { startService, type TestService } from '../../support/castray.js';
import { mountProvider, visibleText } from '../../support/cluster-page.js';
import { passesAxeInForcedColours } from '../../support/for-everybody.js';
import { AXE_LANGUAGES, AXE_THEMES, engine, setMedia } from '../../support/page.js';
import { until } from '../../support/wait.js';

describe('the cluster summary for everybody', () => {
  let service: TestService;

  beforeEach(async () => {
    service = await startService({ churn: false, frameInterval: 200 });
  });
  afterEach(async () => {
    if (engine === 'chromium') await setMedia({});
    await service.stop();
  });

  async function show(theme: string, lang: string, compact = false, api = service.apiBase) {
    const provider = await mountProvider(
      html`<castray-provider api-base=${api} theme=${theme} lang=${lang}>
        <castray-cluster-summary ?compact=${compact}></castray-cluster-summary>
      </castray-provider>`,
    );
    await until(() => !api || provider.snapshot, 'data');
    const summary: CastrayClusterSummary = provider.querySelector('castray-cluster-summary')!;
    await summary.updateComplete;
    return summary;
  }

  for (const theme of AXE_THEMES) {
    for (const lang of AXE_LANGUAGES) {
      it(`passes axe, ${theme}, in ${lang}, as a card, as a line and without an address`, async () => {
        await expect(await show(theme, lang)).to.be.accessible();
        await expect(await show(theme, lang, true)).to.be.accessible();
        await expect(await show(theme, lang, false, '')).to.be.accessible();
      }).timeout(20_000);
    }
  }

  passesAxeInForcedColours(() => show('light', 'en'));

  it('has its buttons in the order of the keyboard, and no other stop', async () => {
    const summary = await show('light', 'en');
    const before = document.createElement('button');
    summary.before(before);
    before.focus();
    const reached: (string | null | undefined)[] = [];
    for (const key of ['Tab', 'Tab', 'Tab']) {
      await sendKeys({ press: key });
      reached.push(summary.shadowRoot!.activeElement?.getAttribute('aria-label'));
    }
    expect(reached).to.deep.equal(['Refresh', 'Pause', 'What the figures mean']);
  });

  it('says what each figure means when asked, from the keyboard, as a card and as a line', async () => {
    for (const compact of [false, true]) {
      const summary = await show('dark', 'zh-CN', compact);
      const button = summary.shadowRoot!.querySelector<HTMLElement>('[part=help-button]')!;
      const help = () => summary.shadowRoot!.querySelector<HTMLElement>('[part=help]');
      expect(button.ariaExpanded).to.equal('false');
      expect(help()).to.equal(null);
      button.focus();
      await sendKeys({ press: 'Enter' });
      await summary.updateComplete;
      expect(button.ariaExpanded).to.equal('true');
      const names = [...help()!.querySelectorAll('dt')].map(visibleText);
      expect(names.join()).to.equal('节点,CPU,内存,GPU,对象存储,头节点,累加');
      expect(visibleText(help()!)).to.include('处理器使用率').and.include('由各节点累加得出');
      await expect(summary).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await until(() => !help(), 'closed again');
    }
  }).timeout(20_000);

  it('closes what it has opened by Escape, and the focus is where it was opened', async () => {
    for (const compact of [false, true]) {
      const summary = await show('dark', 'en', compact);
      const root = summary.shadowRoot!;
      const button = root.querySelector<HTMLElement>('[part=help-button]')!;
      const isOpen = () => button.ariaExpanded === 'true';
      button.focus();
      await sendKeys({ press: 'Enter' });
      await until(isOpen, 'open');
      if (compact) {
        await sendKeys({ press: 'Tab' });
        expect(root.activeElement, 'what may have to be scrolled').to.have.attribute(
          'part',
          'more',
        );
      }
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen(), 'closed');
      expect(root.activeElement).to.equal(button);
    }
  }).timeout(20_000);

  for (const width of [1200, 700, 400]) {
    it(`keeps what each figure means inside its box, as a card and as a line, ${width} px wide`, async () => {
      for (const compact of [false, true]) {
        const summary = await show('light', 'en', compact);
        const root = summary.shadowRoot!;
        summary.style.inlineSize = `${width}px`;
        root.querySelector<HTMLElement>('[part=help-button]')!.click();
        await summary.updateComplete;
        const meanings = [...root.querySelectorAll('[part=help] dd')];
        expect(meanings).to.have.length(7);
        for (const meaning of meanings) {
          const words = document.createRange();
          words.selectNodeContents(meaning);
          const { right } = meaning.getBoundingClientRect();
          expect(words.getBoundingClientRect().right).to.be.at.most(right + 1);
        }
      }
    });
  }

  it('speaks the language around it, and changes with it', async () => {
    const summary = await show('light', 'zh-CN');
    expect(visibleText(summary)).to.include('头节点').and.include('存活');
    summary.closest('castray-provider')!.lang = 'en';
    await until(() => visibleText(summary).includes('Head node'), 'English');
  });
});
