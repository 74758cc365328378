// What docs/reliability.md says of the fifteen rules: its code is there, and its tests are.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';

const ROW = /^\| (\d+) +\| .*?\| `(src\/\S+)` +\| `(test\/\S+)`: (.*?) +\|$/gm;

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8').catch(() => '');

/** As Markdown, and as a string of a test. */
const plain = (text) => text.replace(/[`\\]/g, '');

describe('the table of the fifteen rules', () => {
  let rows;

  before(async () => {
    rows = [...(await read('docs/reliability.md')).matchAll(ROW)];
  });

  it('has all of them', () => {
    const numbers = new Set(rows.map(([, number]) => Number(number)));
    assert.deepEqual(
      [...numbers],
      Array.from({ length: 15 }, (_, i) => i + 1),
    );
  });

  it('names code that is there, and tests that are', async () => {
    const missing = [];
    for (const [, , code, test, title] of rows) {
      if (!(await read(code))) missing.push(code);
      if (!plain(await read(test)).includes(plain(title))) missing.push(`${test}: ${title}`);
    }
    assert.deepEqual(missing, []);
  });
});
