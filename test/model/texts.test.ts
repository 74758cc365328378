import { expect } from '@open-wc/testing';
import { MAX_TEXT } from '../../src/model/fields.js';
import { frameReport, wireNode } from '../support/wire.js';

const nameOf = (name: unknown) => frameReport([wireNode(1, { name })]).nodes[0]!.name;

describe('texts from the network', () => {
  it('lose control and bidirectional characters, with which one name can pose as another', () => {
    expect(nameOf('M10\u202e4x\u2066\u0007\u0000\u200b')).to.equal('M104x');
    expect(nameOf('\ufeff a\nb\u2028c ')).to.equal('a b c');
    const { oddities } = frameReport([wireNode(1, { name: 'a\u202eb' })]);
    expect(oddities).to.deep.include({ code: 'text-cut', count: 1, where: 'nodes[0].name' });
  });

  it('keep the joiners, with which words and emoji are spelt', () => {
    expect(nameOf('می\u200cخواهم 👩\u200d🚀')).to.equal('می\u200cخواهم 👩\u200d🚀');
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

  it('keep a name of 10 KiB, and cut what is longer than any name', () => {
    expect(nameOf('n'.repeat(10_240))).to.have.length(10_240);
    expect(nameOf('n'.repeat(1_000_000))).to.have.length(MAX_TEXT);
  });

  it('are none where nothing is left', () => {
    for (const value of ['', '   ', '\u202e\u0000', 7, null, ['x']]) {
      expect(nameOf(value)).to.be.undefined;
    }
  });
});
