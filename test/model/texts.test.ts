import { expect } from '@open-wc/testing';
import { makeProblem } from '../../src/connection/problem.js';
import {
  fewMarks,
  harmlessText,
  looksOf,
  MAX_NAME,
  MAX_SENTENCE,
  plainName,
} from '../../src/model/harmless-text.js';
import { safeName } from '../../src/store/uploads/file-name.js';
import { frameReport, wireNode } from '../support/wire.js';

const nameOf = (name: unknown) => frameReport([wireNode(1, { name })]).nodes[0]!.name;

/** Soft hyphen, grapheme joiner, Hangul and Khmer fillers, Mongolian separator, variation, tag, joiners. */
const UNSEEN = [
  ...['\u00ad', '\u034f', '\u115f', '\u3164', '\u17b4', '\u180e', '\ufe0f', '\u{e0100}'],
  ...['\u{e0041}', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u202e', '\u2066'],
];

/** As people spell them: none of them may change. */
const REAL = [
  ...['实验室节点-3（备用）', '無人機〇一', '研究室ノード', '서버 1호', 'Узел №2', 'Κόμβος'],
  ...[
    'Gerät Müller',
    'Nguyễn Văn Ước',
    'Nguye\u0302\u0303n',
    'señor ½ µ¶ ™',
    'אוֹרֶן שָׁלוֹם',
    'عُقْدَة رَئِيسِيَّة',
  ],
  ...['می\u200cخواهم', 'कंप्यूटर', 'क्\u200dष', 'ක්\u200dෂ', 'ശ്രീ', 'คอมพิวเตอร์ที่นี่', 'မြွှော်', 'བསྒྲུབས'],
  ...[
    '👩\u200d🚀 1',
    '🏳️\u200d🌈',
    '👩🏽\u200d💻',
    '❤️\u200d🔥',
    '☂️',
    '☂︎',
    '1️⃣ #️⃣',
    '🇨🇳',
    '👨\u200d👩\u200d👧\u200d👦',
  ],
];

describe('texts from the network', () => {
  it('lose control and bidirectional characters, with which one name can pose as another', () => {
    expect(nameOf('M10\u202e4x\u2066\u0007\u0000\u200b')).to.equal('M104x');
    expect(nameOf('\ufeff a\nb\u2028c ')).to.equal('a b c');
    const { oddities } = frameReport([wireNode(1, { name: 'a\u202eb' })]);
    expect(oddities).to.deep.include({ code: 'text-cut', count: 1, where: 'nodes[0].name' });
  });

  it('lose all that nobody sees, and the name of a file has a mark there', () => {
    for (const unseen of [...UNSEEN, '\ud83d'])
      for (const [before, after] of [
        ['Jet', 'son'],
        ['Jetson', ''],
        ['节点', '一'],
        ['\u05d0\u05d1', ''],
      ] as const) {
        const at = `U+${unseen.codePointAt(0)!.toString(16)} in ${before}${after}`;
        expect(nameOf(before + unseen + after), at).to.equal(before + after);
        expect(plainName(before + unseen + after), at).to.equal(`${before}\ufffd${after}`);
        if (unseen === '\ud83d') continue; // normalized, it is a mark in Firefox, and nothing elsewhere
        expect(safeName(before + unseen + after), at).to.equal(before + after);
        expect(looksOf(before + unseen), at).to.equal(before);
      }
    expect(nameOf('🚀\u200d\u200d🚀'), 'two joiners').to.equal('🚀🚀');
    expect(nameOf('م\u200c\u200cخ'), 'two joiners').to.equal('مخ');
  });

  it('stay as they are spelt, in Chinese, Hebrew, Arabic, Hindi and Burmese, with accents and emoji', () => {
    for (const name of REAL) {
      const { nodes, oddities } = frameReport([wireNode(1, { name })]);
      expect(nodes[0]!.name).to.equal(name);
      expect(oddities, name).to.deep.equal([]);
      expect(plainName(`${name}.txt`)).to.equal(`${name}.txt`);
      expect(safeName(`${name}.txt`)).to.equal(`${name}.txt`.normalize('NFC'));
      expect(fewMarks(name)).to.equal(name);
      expect(makeProblem('http-status', '', 0, { detail: name }).detail).to.equal(name);
    }
  });

  it('have no more marks in a row than a word can have: thousands on one letter stop a browser', () => {
    for (const mark of ['\u0300', '\u20dd', '\u0903', '\u{1d165}']) {
      const name = `N0${mark.repeat(16_000)}`;
      expect(Array.from(nameOf(name)!.replace('…', '')), 'a node').to.have.length(8);
      expect(Array.from(plainName(name).replaceAll('\ufffd', '')), 'a file').to.have.length(8);
      expect(Array.from(fewMarks(`${name}b${mark}`)), 'a preview').to.have.length(10);
    }
  });

  it('have not more of them either where joiners stand between', () => {
    const name = `क${'\u094d\u200d'.repeat(90)}`;
    expect(nameOf(name)!.length).to.be.below(10);
    expect(plainName(name).replaceAll('\ufffd', '').length).to.be.below(10);
  });

  it('keep words apart that stood on two lines', () => {
    const stateMessage = 'health check failed\r\n\tsee raylet.out\n';
    const [node] = frameReport([wireNode(1, { stateMessage })]).nodes;
    expect(node!.stateMessage).to.equal('health check failed see raylet.out');
  });

  it('keep markup as the text that it is', () => {
    const markup = '<img src=x onerror="alert(1)">';
    expect(nameOf(markup)).to.equal(markup);
  });

  it('keep a name of 200 letters and a sentence of 500, and are cut where they are longer', () => {
    const name = 'n'.repeat(MAX_NAME);
    expect(nameOf(name)).to.equal(name);
    expect(nameOf(`${name}n`)).to.equal(`${name}…`);
    expect(nameOf(`${name.slice(1)}🚀`), 'and not in a letter').to.equal(`${name.slice(1)}…`);
    const stateMessage = 's'.repeat(MAX_SENTENCE);
    const [node] = frameReport([wireNode(1, { stateMessage: `${stateMessage}s` })]).nodes;
    expect(node!.stateMessage).to.equal(`${stateMessage}…`);
    expect(harmlessText('x'.repeat(1e6))).to.have.length(MAX_NAME + 1);
  });

  it('are none where nothing is left', () => {
    for (const value of ['', '   ', '\u202e\u0000', 7, null, ['x']]) {
      expect(nameOf(value)).to.be.undefined;
    }
  });
});

describe('a service’s own words in a problem', () => {
  it('are in one line, without what turns the sentence around them round, and not endless', () => {
    const detail = '\u202edrawkcab\u200b\nagain ';
    const problem = makeProblem('socket-closed', 'ws://a', 0, { detail, status: 4000 });
    expect(problem).to.deep.equal({
      code: 'socket-closed',
      address: 'ws://a',
      at: 0,
      status: 4000,
      detail: 'drawkcab again',
    });
    expect(makeProblem('service-error', '', 0, { detail: '\u202e' })).not.to.have.property(
      'detail',
    );
    const long = makeProblem('service-error', '', 0, { detail: 'A'.repeat(20_000_000) });
    expect(long.detail).to.have.length(MAX_SENTENCE + 1);
  });
});
