import { expect } from '@open-wc/testing';
import { commonCatalogue } from '../../src/text/common.js';
import { CATALOGUES } from '../support/pseudo-language.js';
import { problemText } from '../../src/text/problem-text.js';
import { sendingProblem } from '../../src/text/sending.js';
import { transfersCatalogue } from '../../src/text/transfers.js';

type Tree = Readonly<Record<string, unknown>>;

/** Takes numbers and how they are written, in some order. */
type Sentence = (...parts: unknown[]) => string;
const call = (sentence: Sentence): string => sentence('3', '3', 3);

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
    expect(problemText({ ...problem, address }, commonCatalogue.in('zh'))).to.equal(
      `${address}（503 busy）：返回错误。请查看服务日志。`,
    );
    const refused = { code: 'bad-address', field: 'ws-url', detail: 'scheme', at: 0 } as const;
    expect(problemText({ ...refused, address: 'ftp://x' }, commonCatalogue.in('zh'))).to.match(
      /^ws-url="ftp:\/\/x"：/,
    );
  });

  it('do not repeat a browser’s own words for a connection that cannot be made', () => {
    const detail = 'Failed to fetch';
    const problem = { code: 'unreachable', address: 'http://127.0.0.1:9', detail, at: 0 } as const;
    for (const catalogue of [commonCatalogue.in('en'), commonCatalogue.in('zh')])
      expect(problemText(problem, catalogue)).not.to.include('fetch');
  });

  it('put a service’s own words before the full stop in Chinese', () => {
    const detail = '源文件不存在';
    const problem = { code: 'http-status', address: '', status: 404, detail, at: 0 } as const;
    expect(sendingProblem(problem, transfersCatalogue.in('zh'))).to.equal(
      '服务找不到该文件或接口（404 源文件不存在）。',
    );
  });

  it('say of when old figures are, in Chinese with a space beside a number alone', () => {
    const { stale } = commonCatalogue.in('zh').notice;
    expect(stale('14 秒前')).to.equal('数据已过期，以下为 14 秒前的数据。');
    expect(stale('刚刚')).to.equal('数据已过期，以下为刚刚的数据。');
  });
});
