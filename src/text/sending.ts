import type { Problem } from '../connection/problem.js';
import { both, type Catalogue, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';
import { factsOf, statusWords } from './problem-text.js';

const other = both('What answers is not CastRay.', '响应的不是 CastRay。');

/** What uploads and transfers both say. */
export const sendingSentences = {
  ...commonSentences,
  sending: {
    byStatus: {
      401: both('A sign-in is needed.', '需要登录。'),
      403: both('The service does not allow it.', '服务不允许此操作。'),
      404: both('The service does not find it.', '服务找不到该文件或接口。'),
      413: both('The file is too large for the service.', '文件超过服务的大小限制。'),
      422: both('The service does not accept the form.', '服务不接受提交的表单。'),
      500: both('The service failed.', '服务内部出错。'),
    },
    /** Where the status says nothing: by the code of the problem. */
    byCode: {
      'http-status': both('The service refused it.', '服务拒绝了请求。'),
      unreachable: both('The connection broke.', '连接中断。'),
      'cut-short': both('The answer broke off.', '响应中断。'),
      timeout: both('No answer in time.', '响应超时。'),
      'not-json': other,
      'not-castray': other,
      'too-large': other,
    },
    stalled: both('Nothing has moved for 30 s.', '已 30 秒没有进展。'),
    mean: both(
      (amount: string) => `mean ${amount}`,
      (amount) => `平均 ${amount}`,
    ),
    /** Whole seconds. */
    left: both(
      (s: number) => (s < 90 ? `${s} s left` : `${Math.round(s / 60)} min left`),
      (s) => (s < 90 ? `剩余 ${s} 秒` : `剩余 ${Math.round(s / 60)} 分钟`),
    ),
    /** Over three at once. */
    files: both(
      (n: number) => `${n} files`,
      (n) => `${n} 个文件`,
    ),
    again: both('Again', '重试'),
    clear: both('Clear', '清除记录'),
  },
};

export type SendingMessages = Spoken<Catalogue<typeof sendingSentences>>;

/** What was answered instead of a yes, with the service's own words in brackets. */
export function sendingProblem(
  problem: Problem,
  { sending, problems, bracketed }: SendingMessages,
): string {
  const { code } = problem;
  const words = statusWords(problem, sending.byStatus) ?? { ...problems, ...sending.byCode }[code];
  const facts = factsOf(problem);
  return facts ? bracketed(words, facts) : words;
}

/** What has become of several files at once, for a live region: it holds one text. */
export function newsText(
  news: readonly (readonly [name: string, state: string])[],
  { sending, colon }: SendingMessages,
): string {
  const states = [...new Set(news.map(([, state]) => state))];
  return states
    .map((state) => {
      const names = news.flatMap(([name, its]) => (its === state ? [name] : []));
      return colon(names.length > 3 ? sending.files(names.length) : names.join(', '), state);
    })
    .join('; ');
}
