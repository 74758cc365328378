import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { addLanguage } from '../../src/text/add-language.js';
import { commonCatalogue } from '../../src/text/common.js';
import { LanguageController } from '../../src/text/language.js';
import { until } from '../support/wait.js';

class LanguageProbe extends LitElement {
  readonly language = new LanguageController(this);
}
customElements.define('language-probe', LanguageProbe);

describe('the language of an element', () => {
  const langOf = (root: Element) => root.querySelector<LanguageProbe>('language-probe')!.language;

  it('is that of the nearest lang around it, so that one page speaks two', async () => {
    const chinese = await fixture(html`<div lang="zh-CN"><language-probe></language-probe></div>`);
    const english = await fixture(
      html`<div lang="zh-CN">
        <p lang="en"><language-probe></language-probe></p>
      </div>`,
    );
    expect(langOf(chinese).lang).to.equal('zh-CN');
    expect(langOf(english).lang).to.equal('en');
  });

  it('may be written as other systems write it', async () => {
    const root = await fixture(html`<div lang="zh_CN"><language-probe></language-probe></div>`);
    expect(langOf(root).lang).to.equal('zh-CN');
    expect(langOf(root).formats.ago(5000)).to.match(/[秒]/);
  });

  it('is found through shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="zh-Hans"></div>`);
    const probe = new LanguageProbe();
    host.attachShadow({ mode: 'open' }).append(probe);
    expect(probe.language.lang).to.equal('zh-Hans');
    host.lang = 'en-GB';
    await until(() => probe.language.lang === 'en-GB', 'the change outside');
  });

  it('follows a change while the page runs, and the element when it is moved', async () => {
    const root = await fixture(
      html`<div>
        <div id="a" lang="en"><language-probe></language-probe></div>
        <div id="b" lang="zh-CN"></div>
      </div>`,
    );
    const probe = root.querySelector<LanguageProbe>('language-probe')!;
    root.querySelector('#a')!.setAttribute('lang', 'zh-TW');
    await until(() => probe.language.lang === 'zh-TW', 'the change');
    root.querySelector('#a')!.setAttribute('lang', 'en');
    root.querySelector('#b')!.append(probe);
    await until(() => probe.language.lang === 'zh-CN', 'the move');
  });

  it('is English where there is no catalogue, and where lang is no language', async () => {
    const french = await fixture(html`<div lang="fr"><language-probe></language-probe></div>`);
    expect(commonCatalogue.in(langOf(french).lang).unknown).to.equal('unknown');
    expect(langOf(french).formats.ago(5000), 'no sentence of two').to.equal('5 seconds ago');
    addLanguage('fr', { unknown: 'inconnu' });
    expect(langOf(french).formats.ago(5000)).to.equal('il y a 5 secondes');
    const odd = await fixture(html`<div lang="??"><language-probe></language-probe></div>`);
    expect(commonCatalogue.in(langOf(odd).lang).unknown).to.equal('unknown');
    expect(langOf(odd).formats.number(1.25)).to.equal('1.3');
  });
});
