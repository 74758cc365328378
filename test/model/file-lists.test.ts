import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { findFiles, kindOf, sortFiles, totalSize, type RemoteFile } from '../../src/model/files.js';
import { parseFileList } from '../../src/model/parse-files.js';
import { fileEndpoint } from '../support/captures.js';

const file = (name: string, size: RemoteFile['size'] = 1, isFolder = false): RemoteFile => ({
  name,
  segment: encodeURIComponent(name),
  isFolder,
  size,
  modified: 'unknown',
});
const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
const names = (files: readonly RemoteFile[]) => files.map(({ name }) => name);

describe('the list of files', () => {
  it('is what the real service sent', async () => {
    const files = parseFileList(JSON.stringify(await fileEndpoint('list files')));
    expect(files).to.have.length(5);
    expect((files as RemoteFile[])[3]).to.deep.equal({
      name: 'flight.com',
      segment: 'flight.com',
      isFolder: false,
      size: 177,
      modified: 'unknown',
    });
  });

  it('leaves out what is no file, and knows no size that is none', () => {
    const items = [
      { name: 'a' },
      { name: 'b', size: -1 },
      { name: '..' },
      {},
      null,
      3,
      { name: 'a' },
    ];
    const files = parseFileList(JSON.stringify({ files: items })) as RemoteFile[];
    expect(files.map(({ name, size }) => [name, size])).to.deep.equal([
      ['a', 'unknown'],
      ['b', 'unknown'],
    ]);
  });

  it('leaves out names that no file can have, and is refused where it is longer than any', () => {
    const list = (...files: object[]) => parseFileList(JSON.stringify({ files }));
    const longest = { name: '长'.repeat(1024) };
    expect(list({ name: 'A'.repeat(1025) }, longest)).to.have.length(1);
    const many = Array.from({ length: 20_001 }, (_, n) => ({ name: `${n}` }));
    expect(list(...many.slice(1))).to.have.length(20_000);
    expect(list(...many)).to.equal('too-large');
  });

  it('says whether an answer is another one, none of CastRay’s, or has lost its end', () => {
    expect(parseFileList('<html>')).to.equal('not-json');
    expect(parseFileList('[]')).to.equal('not-castray');
    expect(parseFileList('{"files":{}}')).to.equal('not-castray');
    expect(parseFileList('{"files":[{"name":"a')).to.equal('cut-short');
  });

  it('throws for nothing', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((files) => JSON.stringify({ files: [files] })),
    );
    fc.assert(
      fc.property(any, (text) => void parseFileList(text)),
      { numRuns: 1000 },
    );
  });

  it('is found by words and sorted naturally: folders first, what is unknown last', () => {
    const files = [file('b10', 5), file('B2', 'unknown'), file('z', 0, true), file('a', 7)];
    const sorted = (key: 'name' | 'size', descending: boolean) =>
      names(sortFiles(files, { key, descending }, compare));
    expect(sorted('name', false)).to.deep.equal(['z', 'a', 'B2', 'b10']);
    expect(sorted('size', true)).to.deep.equal(['z', 'a', 'b10', 'B2']);
    expect(sorted('size', false)).to.deep.equal(['z', 'b10', 'a', 'B2']);
    expect(names(findFiles(files, '0 B1'))).to.deep.equal(['b10']);
    expect(totalSize(files)).to.equal(12);
  });

  it('has a word for each kind by its ending', () => {
    const kinds = ['x.COM', 'x.JSON', '.json', 'x.md', 'x.png', 'x.mp4', 'x.tar.gz', 'x', 'x.exe'];
    expect(kinds.map((name) => kindOf(file(name)))).to.deep.equal([
      'flight',
      'json',
      'other',
      'text',
      'image',
      'video',
      'archive',
      'other',
      'other',
    ]);
  });
});
