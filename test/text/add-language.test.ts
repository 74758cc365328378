import { expect } from '@open-wc/testing';
import { stub } from 'sinon';
import { addLanguage, type Translation } from '../../src/text/add-language.js';
import { commonCatalogue } from '../../src/text/common.js';
import { nodesCatalogue } from '../../src/text/nodes.js';

describe('a language that the page adds', () => {
  it('is spoken in its varieties too, and English where it says nothing', () => {
    addLanguage('nl', { unknown: 'onbekend', phases: { live: 'Live!' }, node: { head: 'hoofd' } });
    expect(nodesCatalogue.in('nl-BE')).to.deep.include({ unknown: 'onbekend', none: 'none' });
    expect(nodesCatalogue.in('nl').phases).to.include({ live: 'Live!', paused: 'Paused' });
    expect(nodesCatalogue.in('nl').node.head).to.equal('hoofd');
    expect(nodesCatalogue.in('en').unknown).to.equal('unknown');
  });

  it('may be a variety alone, or other words for a language that is there', () => {
    addLanguage('fr-CA', { unknown: 'inconnu' });
    expect(commonCatalogue.in('fr-ca').unknown).to.equal('inconnu');
    expect(commonCatalogue.in('fr').unknown).to.equal('unknown');
    addLanguage('zh-Hant', { unknown: '不明' });
    expect(commonCatalogue.in('zh-Hant')).to.include({ unknown: '不明', none: '无' });
    expect(commonCatalogue.in('zh-CN').unknown).to.equal('未知');
  });

  it('may be named as other systems write it, as a `lang` may', () => {
    addLanguage('pt_BR', { unknown: 'desconhecido' });
    expect(commonCatalogue.in('pt-BR').unknown).to.equal('desconhecido');
    expect(commonCatalogue.in('pt').unknown).to.equal('unknown');
  });

  it('may be said in several calls, of which each keeps what it does not say anew', () => {
    addLanguage('fi', { unknown: 'outo', phases: { live: 'Elää', paused: 'Tauolla' } });
    addLanguage('fi', { none: 'ei', phases: { live: 'Suora' } });
    const { unknown, none, phases } = commonCatalogue.in('fi');
    expect([unknown, none, phases.live, phases.paused]).to.deep.equal([
      'outo',
      'ei',
      'Suora',
      'Tauolla',
    ]);
  });

  it('says in English what it has of another kind, and what throws', () => {
    const broken = {
      unknown: 7,
      phases: 'none',
      usedOf: () => {
        throw new Error('a fault of the page');
      },
      list: { shown: (shown: string) => ({ shown }), viewLabel: null },
    };
    addLanguage('sv', broken as unknown as Translation);
    const { unknown, phases, usedOf, list } = nodesCatalogue.in('sv');
    expect([unknown, phases.live, usedOf('1', '2')]).to.deep.equal(['unknown', 'Live', '1 of 2']);
    expect([list.shown('1', '1', 1), list.viewLabel]).to.deep.equal(['1 node', 'View']);
  });

  it('is refused with a warning, and without a throw, where it is none or cannot be read', () => {
    const warn = stub(console, 'warn');
    const unreadable = {
      get unknown(): string {
        throw new Error('a fault of the page');
      },
    };
    try {
      addLanguage('not a language', { unknown: '?' });
      addLanguage(Symbol('it') as unknown as string, { unknown: '?' });
      addLanguage('it', unreadable);
      expect(warn.callCount).to.equal(3);
      addLanguage('it', null as unknown as Translation);
      expect(warn.callCount).to.equal(3);
    } finally {
      warn.restore();
    }
    expect(commonCatalogue.in('it').unknown).to.equal('unknown');
  });
});
