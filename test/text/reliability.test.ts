import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';

const ROW = /^\| (\d+) +\| .*?\| `src\/(\S+)` +\| `test\/(\S+)`: (.*?) +\|$/gm;

const read = async (path: string): Promise<string> =>
  (await readFile({ path: `../../${path}` })) ?? `there is no ${path}`;

/** As Markdown, and as a string of a test. */
const plain = (text: string) => text.replace(/[`\\]/g, '');

describe('the table of the fifteen rules', () => {
  let rows: RegExpMatchArray[];

  before(async () => {
    rows = [...(await read('docs/reliability.md')).matchAll(ROW)];
  });

  it('has all of them', () => {
    const numbers = rows.map(([, number]) => Number(number));
    expect([...new Set(numbers)]).to.deep.equal(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  it('names code that is there, and tests that are', async () => {
    const missing: string[] = [];
    for (const [, , code, test, title] of rows) {
      if ((await read(`src/${code}`)).startsWith('there is no')) missing.push(code!);
      if (!plain(await read(`test/${test}`)).includes(plain(title!)))
        missing.push(`${test}: ${title}`);
    }
    expect(missing).to.deep.equal([]);
  });
});
