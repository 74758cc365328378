import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseFileContent, PREVIEW_LIMIT } from '../../src/model/file-content.js';
import { FILE_KINDS } from '../../src/model/files.js';
import { fileEndpoint } from '../support/captures.js';

const read = (content: string, kind: (typeof FILE_KINDS)[number] = 'text', encoding?: string) =>
  parseFileContent(JSON.stringify({ success: true, content, size: 1, encoding }), kind);

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('what is in a file', () => {
  it('is text, as the real service sent it', async () => {
    const content = parseFileContent(
      JSON.stringify(await fileEndpoint('read a small file')),
      'text',
    );
    expect(content).to.deep.equal({
      kind: 'text',
      text: '这是一个测试文件\n包含多行数据\n用于演示文件传输功能',
    });
  });

  it('is JSON with its lines, unless it is none, or holds what JSON cannot', () => {
    expect(read('{"a":[1]}', 'json')).to.deep.equal({
      kind: 'json',
      text: '{\n  "a": [\n    1\n  ]\n}',
    });
    for (const text of ['{"a":', '{"a":NaN}'])
      expect(read(text, 'json')).to.deep.equal({ kind: 'text', text });
  });

  it('is JSON to the last digit, however deep', () => {
    const text = '{"at":1700000000123456789,"b":1.0,"a":[],"c":{ },"s":"a,{\\"}","n":-1e2}';
    expect(read(text, 'json')).to.have.property(
      'text',
      [
        '{',
        '  "at": 1700000000123456789,',
        '  "b": 1.0,',
        '  "a": [],',
        '  "c": {},',
        '  "s": "a,{\\"}",',
        '  "n": -1e2',
        '}',
      ].join('\n'),
    );
  });

  it('is a flight order by what it says; a DOS program with that ending is none', () => {
    expect(read('FROM: A 1 2 3\nTO: B 4 5 6', 'flight')).to.have.property('kind', 'flight');
    expect(read('hello', 'flight')).to.have.property('kind', 'text');
    expect(read('TVqQAAMAAAAEAAAA', 'flight', 'base64')).to.deep.equal({ kind: 'binary' });
  });

  it('is the same after a byte-order mark, which is no part of it', () => {
    expect(read('\ufefftext')).to.deep.equal({ kind: 'text', text: 'text' });
    expect(read('\ufeff{"a":1}', 'json')).to.deep.equal({ kind: 'json', text: '{\n  "a": 1\n}' });
    for (const order of ['FROM: A 1 2 3\r\nTO: B 4 5 6', '{"from":{"x":1},"to":{"x":2}}'])
      expect(read(`\ufeff${order}`, 'flight')).to.have.property('kind', 'flight');
    expect(read('\ufeff')).to.deep.equal({ kind: 'empty' });
  });

  it('is a picture by its first bytes, whatever its name, and never one that could run', () => {
    expect(read(PNG, 'other', 'base64')).to.deep.equal({
      kind: 'image',
      source: `data:image/png;base64,${PNG}`,
    });
    const webp = btoa('RIFF\u0010\u0000\u0000\u0000WEBPVP8L');
    expect(read(webp, 'image', 'base64')).to.have.property('kind', 'image');
    const bmp = btoa('BM\u0046\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0036');
    expect(read(bmp, 'image', 'base64')).to.have.property('kind', 'image');
    expect(read(`${PNG}" onerror="x`, 'image', 'base64')).to.have.property('kind', 'binary');
    expect(read('<svg onload="x"/>', 'image')).to.have.property('kind', 'text');
  });

  it('is not shown where it is binary, empty or too large', () => {
    expect(read('a\0b')).to.deep.equal({ kind: 'binary' });
    expect(read('\u0001\u0002\u0003ab')).to.deep.equal({ kind: 'binary' });
    expect(read('\u001b[31mred\u001b[0m\tlog')).to.have.property('kind', 'text');
    expect(read('')).to.deep.equal({ kind: 'empty' });
    expect(read('x'.repeat(PREVIEW_LIMIT + 1))).to.deep.equal({ kind: 'too-large' });
  });

  it('throws for nothing', () => {
    const answer = fc.jsonValue().map((content) => JSON.stringify({ content, encoding: 'base64' }));
    const any = fc.oneof(fc.string(), fc.json(), answer);
    fc.assert(
      fc.property(any, fc.constantFrom(...FILE_KINDS), (text, kind) => {
        parseFileContent(text, kind);
      }),
      { numRuns: 1000 },
    );
  });
});
