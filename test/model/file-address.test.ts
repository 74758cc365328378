import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  addressBelow,
  checkSegment,
  encodeSegment,
  pathInFolder,
  pathSegments,
  plainPath,
} from '../../src/model/file-address.js';

const BASE = 'http://127.0.0.1:8001/root';

describe('the address of a file', () => {
  it('is one step below the folder, and reads as the name, whatever the name', () => {
    const sign = fc.oneof(
      fc.integer({ min: 1, max: 0xd7ff }),
      fc.integer({ min: 1, max: 0x7f }),
      fc.integer({ min: 0x1f300, max: 0x1f6ff }),
    );
    const names = fc.oneof(
      fc.array(sign, { minLength: 1 }).map((codes) => String.fromCodePoint(...codes)),
      fc.constantFrom('%2e%2e', '..%2f', '\\..\\', 'a/../b', '//evil.example/', '?x', '#y', "it's"),
    );
    fc.assert(
      fc.property(names, (name) => {
        const segment = encodeSegment(name);
        if (segment === undefined) return name === '.' || name === '..';
        const url = new URL(addressBelow(BASE, ['demo_files', segment]));
        const steps = url.pathname.split('/');
        return (
          url.origin === 'http://127.0.0.1:8001' &&
          url.search + url.hash === '' &&
          steps.length === 4 &&
          decodeURIComponent(steps[3]!) === name
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is none for half a surrogate pair', () => {
    expect(encodeSegment('a\udcff')).to.equal(undefined);
  });

  it('takes from a listing no segment that leads anywhere else', () => {
    const bad = [
      '',
      '.',
      '..',
      '%2e%2E',
      '.%2e',
      'a/b',
      'a\\b',
      'a?b',
      'a#b',
      ' a',
      'a\tb',
      '\ud800',
      '..%2F..%2fsecret.txt',
      '..%5C..%5csecret.txt',
      'a%5c%2E.',
      'a%00',
    ];
    expect(bad.filter((segment) => checkSegment(segment) !== undefined)).to.deep.equal([]);
    for (const good of ['latin%E9.txt', '中🚁', 'back%5Cslash'])
      expect(checkSegment(good)).to.equal(good);
  });

  it('leaves out of a path what is no name', () => {
    expect(pathSegments('/demo files/../中/./')).to.deep.equal(['demo%20files', '%E4%B8%AD']);
    expect(pathSegments('http://evil.example/x')).to.deep.equal(['http%3A', 'evil.example', 'x']);
    expect(plainPath(['demo%20files', '%E4%B8%AD'])).to.equal('demo files/中');
  });

  it('stands in a folder, whether or not the page author wrote its last slash', () => {
    const paths = ['/tmp/up', '/tmp/up/', '/', ''].map((folder) => pathInFolder(folder, 'a.txt'));
    expect(paths).to.deep.equal(['/tmp/up/a.txt', '/tmp/up/a.txt', '/a.txt', 'a.txt']);
  });
});
