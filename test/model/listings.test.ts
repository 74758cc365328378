import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decodeSegment } from '../../src/model/file-address.js';
import { parseListing } from '../../src/model/parse-listing.js';
import { capture, listing } from '../support/captures.js';

const AT = Date.UTC(2026, 10, 25, 9, 46, 40);
const entries = (text: string) => {
  const found = parseListing(text);
  return typeof found === 'string' ? [] : found;
};
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

describe('the listing of a folder', () => {
  it('leaves out names that no file can have, and is refused where it is longer than any', () => {
    const long = 'A'.repeat(10_000);
    const json = [{ name: long }, { name: 'b', url: `./${long}` }, { name: 'a' }];
    expect(entries(JSON.stringify(json)).map(({ name }) => name)).to.deep.equal(['a']);
    const html = (...names: string[]) =>
      `<title>Index of /</title>${names.map((name) => `<a href="${name}">x</a>`).join('')}</html>`;
    expect(entries(html(long, 'a')).map(({ name }) => name)).to.deep.equal(['a']);
    const many = Array.from({ length: 20_001 }, (_, n) => `${n}`);
    expect(parseListing(html(...many.slice(1)))).to.have.length(20_000);
    expect(parseListing(html(...many))).to.equal('too-large');
    expect(parseListing(JSON.stringify(many.map((name) => ({ name }))))).to.equal('too-large');
  });

  it('is read as nginx, Caddy and Python write it, with every awkward name', async () => {
    const [html, json, caddy, python] = await Promise.all(
      ['nginx.html', 'nginx.json', 'caddy.json', 'python.html'].map(async (name) =>
        [...entries(await listing(name))].sort(byName),
      ),
    );
    // nginx leaves out what begins with a dot
    const isHidden = ({ name }: { name: string }) => name.startsWith('.');
    const segments = (files: typeof html) => files!.map(({ segment }) => decodeSegment(segment));
    expect(caddy).to.have.length(28);
    expect(segments(html)).to.deep.equal(segments(caddy!.filter((file) => !isHidden(file))));
    expect(json).to.have.length(26);
    expect(python!.map(({ isFolder }) => isFolder)).to.deep.equal(
      caddy!.map(({ isFolder }) => isFolder),
    );
    const big = { name: 'big.bin', segment: 'big.bin', isFolder: false, size: 5_242_881 };
    const find = (files: typeof html) => files!.find(({ name }) => name === 'big.bin');
    expect(find(html)).to.deep.equal({ ...big, modified: AT - 40_000 });
    expect(find(json)).to.deep.equal({ ...big, modified: AT });
    expect(find(caddy)).to.deep.equal({ ...big, modified: AT });
    expect(find(python)).to.deep.equal({ ...big, size: 'unknown', modified: 'unknown' });
  });

  it('takes a rounded size for none, and the folder’s own link for no entry', async () => {
    const files = entries(await listing('nginx-rounded.html'));
    const sizes = new Map(files.map(({ name, size }) => [name, size]));
    expect(sizes.get('big.bin')).to.equal('unknown');
    expect(sizes.get('100%.log')).to.equal(16);
    expect(sizes.has('..')).to.be.false;
    const [endless] = entries('[{"name":"a","size":1e999}]');
    expect(endless).to.have.property('size', 'unknown');
  });

  it('keeps the address of a name that is no UTF-8', async () => {
    const files = entries(await listing('nginx.html'));
    expect(files.find(({ segment }) => segment === 'latin%E9.txt')?.name).to.equal('latin%E9.txt');
  });

  it('is what the real file server sent', async () => {
    const files = entries(await capture('http-server-listing.html'));
    expect(files.map(({ name }) => name)).to.deep.equal([
      '.hidden',
      '100%.log',
      '<b>bold.txt',
      'a b.txt',
      'data.bin',
      'q?x&y#z.txt',
      'quote".txt',
      'sub dir',
      '中文.csv',
    ]);
  });

  it('is none for any other page, and no entry leads out of the folder', () => {
    const page = (links: string) => `<title>Index of /x/</title><pre>${links}</pre></html>`;
    expect(parseListing('<title>Welcome</title><a href="a">a</a>')).to.equal('no-listing');
    expect(parseListing('{}')).to.equal('no-listing');
    const links = [
      '../',
      '/etc/',
      '//evil.example/',
      'javascript:alert(1)',
      '?C=M',
      '%2e%2e/',
      'ok',
    ];
    const files = entries(page(links.map((to) => `<a href="${to}">${to}</a>`).join('\n')));
    expect(files.map(({ segment }) => segment)).to.deep.equal(['javascript:alert(1)', 'ok']);
  });

  it('leads no preview out of the folder, whoever wrote it', () => {
    const up = '..%2F..%2Fsecret.txt';
    for (const text of [
      `<title>Index of /x/</title><a href="${up}">report.txt</a></html>`,
      `[{"name":"report.txt","url":"./${up}"}]`,
      '[{"name":"../../secret.txt"},{"name":"..\\\\..\\\\secret.txt"}]',
    ])
      expect(parseListing(text), text).to.deep.equal([]);
  });

  it('is none, either, where its end is missing', async () => {
    for (const name of ['nginx.html', 'nginx.json', 'caddy.json', 'python.html']) {
      const text = await listing(name);
      expect(parseListing(text.slice(0, -20)), name).to.equal('cut-short');
    }
  });

  it('throws for nothing, cut, garbled or none, and each entry is one step down', async () => {
    const texts = await Promise.all(['nginx.html', 'caddy.json', 'python.html'].map(listing));
    const garbled = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.string())
      .map(([text, a, b, middle]) => {
        const [start, end] = [a % text.length, b % text.length];
        return text.slice(0, start) + middle + text.slice(end);
      });
    const base = 'http://127.0.0.1:8001/files/';
    fc.assert(
      fc.property(fc.oneof(garbled, fc.string(), fc.json()), (text) =>
        entries(text).every(({ segment }) => {
          const { href } = new URL(base + segment);
          return href.startsWith(base) && !href.slice(base.length).includes('/');
        }),
      ),
      { numRuns: 300 },
    );
  });
});
