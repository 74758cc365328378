import { expect } from '@open-wc/testing';
import { commonCatalogue } from '../../src/text/common.js';
import { CATALOGUES } from '../support/pseudo-language.js';
import { problemText } from '../../src/text/problem-text.js';

type Tree = Readonly<Record<string, unknown>>;

/** Takes numbers and how they are written, in some order. */
type Sentence = (...parts: unknown[]) => string;
const call = (sentence: Sentence): string => sentence(3, '3', 3);

/** Every sentence with its path; functions are called with what they may get. */
function sentences(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'function') found.set(here, call(value as Sentence));
    else for (const [k, text] of sentences(value as Tree, here)) found.set(k, text);
  }
  return found;
}

describe('the catalogues', () => {
  const catalogues = CATALOGUES;
  const spoken = (lang: string) =>
    new Map(catalogues.flatMap((catalogue) => [...sentences(catalogue.in(lang))]));
  const en = spoken('en');
  const zh = spoken('zh-CN');

  it('have something to say in both languages', () => {
    expect(en.size).to.be.greaterThan(100);
    for (const [path, text] of [...en, ...zh]) expect(text.trim(), path).not.to.equal('');
  });

  it('are Chinese in Chinese, but for names that stay', () => {
    const latin = [...zh].filter(([, text]) => !/[\u4e00-\u9fff]/.test(text));
    expect(
      latin.map(([, text]) => text.replace(/[\s\d/%（），。：]/g, '')).filter(Boolean),
    ).to.satisfy((words: string[]) => words.every((word) => /^(CPU|GPU|IP)$/.test(word)));
  });

  it('name the address, the status and the service’s words of a problem, then what to do', () => {
    const problem = { code: 'http-status', status: 503, detail: 'busy', at: 0 } as const;
    const address = 'http://127.0.0.1:8000/api/ray-dashboard';
    expect(problemText({ ...problem, address }, commonCatalogue.in('en'))).to.equal(
      `${address} (503 busy): an error. See the log of the service.`,
    );
    const refused = { code: 'bad-address', field: 'ws-url', detail: 'scheme', at: 0 } as const;
    expect(problemText({ ...refused, address: 'ftp://x' }, commonCatalogue.in('zh'))).to.match(
      /^ws-url="ftp:\/\/x"：/,
    );
  });
});
