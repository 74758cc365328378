import { expect } from '@open-wc/testing';
import { refusedAnswer } from '../../src/store/refused-answer.js';

describe('what CastRay says instead of a yes', () => {
  it('is kept as far as a sentence goes: what is longer is no reason', () => {
    const detail = (message: unknown) =>
      refusedAnswer({ success: false, message }, 'http://a', 0).detail;
    expect(detail('disk full')).to.equal('disk full');
    expect(detail('A'.repeat(100_000))?.length, 'with its ellipsis').to.equal(501);
    expect(detail({ deep: true })).to.equal(undefined);
  });
});
