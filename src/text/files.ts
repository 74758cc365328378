import type { Problem } from '../connection/problem.js';
import type { FileKind, FileSortKey } from '../model/files.js';
import { both, Catalogue, type Sentences, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';
import { s } from './plural.js';
import { problemText, statusWords } from './problem-text.js';
import { spaced } from './spaced.js';

/** What `<castray-files>` says. */
export const filesCatalogue = new Catalogue({
  ...commonSentences,
  files: {
    title: both('Files', '文件'),
    columns: {
      name: both('Name', '名称'),
      type: both('Type', '类型'),
      size: both('Size', '大小'),
      modified: both('Modified', '修改时间'),
    } satisfies Sentences<FileSortKey>,
    kinds: {
      folder: both('folder', '文件夹'),
      flight: both('flight order', '飞行指令'),
      text: both('text', '文本'),
      json: both('JSON data', 'JSON 数据'),
      image: both('picture', '图片'),
      video: both('video', '视频'),
      archive: both('archive', '压缩包'),
      other: both('other', '其他'),
    } satisfies Sentences<FileKind>,
    search: both('Search by name', '按名称搜索'),
    /** Numbers as they are written, then how many there are in all, then their size, if known. */
    shown: both(
      (shown: string, all: string, n: number, size: string) =>
        `${shown === all ? '' : `${shown} of `}${all} file${s(n)}${size && `, ${size}`}`,
      (shown, all, _n, size) =>
        `${shown === all ? '' : `显示 ${shown} 个，`}共 ${all} 个文件${size && `，${size}`}`,
    ),
    /** Below the rows, where there are too many to draw them all. */
    more: both(
      (n: string) => `and ${n} more: search to narrow`,
      (n) => `还有 ${n} 个未显示，请搜索以缩小范围`,
    ),
    selectAll: both('Select all that are shown', '全选当前显示的文件'),
    select: both(
      (name: string) => `Select ${name}`,
      (name) => `选择 ${name}`,
    ),
    selected: both(
      (n: string) => `${n} selected`,
      (n) => `已选 ${n} 个`,
    ),
    download: both(
      (name: string) => `Download ${name}`,
      (name) => `下载 ${name}`,
    ),
    downloadSelected: both('Download selected', '下载所选'),
    addresses: both('Addresses', '地址'),
    saved: both(
      (done: string, all: string) => `${done} of ${all} saved`,
      (done, all) => `已保存 ${done} / ${all}`,
    ),
    notSaved: both(
      (name: string) => `${name} could not be downloaded.`,
      (name) => `下载失败：${name}。`,
    ),
    cannotSave: both(
      'The file server lets pages read nothing, and a browser then saves one file at a time. Use the links, or give the addresses to a download manager.',
      '文件服务器不允许页面读取，浏览器只能逐个保存。请使用链接，或将地址交给下载工具。',
    ),
    reach: {
      none: both(
        'Nothing can be downloaded: set file-server-url on <castray-provider>.',
        '无法下载：请设置 <castray-provider> 的 file-server-url。',
      ),
      unknown: both(
        (address: string) => `Asking whether the file server ${address} answers …`,
        (address) => `正在检查文件服务器 ${address} …`,
      ),
      silent: both(
        (address: string, status?: number | false) =>
          `This page gets ${status ? `an error (${status})` : 'no answer'} from the file server ${address}: downloads may fail.`,
        (address, status) =>
          `文件服务器 ${address} ${status ? `返回错误（${status}）` : '未响应'}，下载可能失败。`,
      ),
      /** Of another origin, a browser does not follow the wish to save. */
      answers: both(
        (address: string, isForeign: boolean) =>
          `Downloads come from ${address}, which answers.${isForeign ? ' The browser opens what it can show, and saves the rest.' : ''}`,
        (address, isForeign) =>
          `从 ${address} 下载，文件服务器可用。${isForeign ? '浏览器能显示的文件会直接打开，其他文件才会下载。' : ''}`,
      ),
    },
    preview: {
      reading: both('Reading the file …', '正在读取文件…'),
      from: both('From', '起点'),
      to: both('To', '终点'),
      empty: both('The file is empty.', '文件为空。'),
      binary: both('Neither text nor a picture: download it.', '不是文本或图片，请下载。'),
      tooLarge: both(
        (limit: string) => `Over ${limit}, too large to be shown here: download it.`,
        (limit) => `超过 ${limit}，无法在此显示，请下载。`,
      ),
      blocked: both(
        'The picture cannot be shown: it is damaged, or the page’s policy does not allow img-src data:.',
        '图片无法显示：文件已损坏，或页面策略不允许 img-src data:。',
      ),
    },
    views: {
      title: both('Show', '显示'),
      list: both('CastRay’s list', 'CastRay 的列表'),
      folders: both('Folders of the file server', '文件服务器的文件夹'),
    } satisfies Sentences<'title' | 'list' | 'folders'>,
    folder: both('Folder', '文件夹'),
    /** Stands before {@link shown}. */
    foldersShown: both(
      (n: string, count: number) => `${n} folder${s(count)}, `,
      (n) => `${n} 个文件夹，`,
    ),
    folders: {
      failed: both('The folder cannot be shown', '无法显示文件夹'),
      noListing: both(
        (address: string) =>
          `${address} answers, but with no listing. Python’s http.server, nginx’s autoindex and Caddy’s file_server browse can be read, in a folder without an index page.`,
        (address) =>
          `${address} 有响应，但没有目录列表。可读取 Python http.server、nginx autoindex 和 Caddy file_server browse 的列表，且文件夹中不能有首页文件。`,
      ),
      notReadable: both(
        (address: string) =>
          `${address} answers, but does not allow this page to read it. It has to add this header to every answer:`,
        (address) => `${address} 有响应，但不允许本页面读取。服务器须在每个响应中加上此响应头：`,
      ),
    },
    noFiles: both('No files', '没有文件'),
    noFilesHelp: both('The folder is empty.', '文件夹为空。'),
    noMatch: both('No file matches', '没有匹配的文件'),
    noMatchHelp: both('Change the search.', '请更改搜索内容。'),
    clearSearch: both('Show all files', '显示全部文件'),
    loading: both('Loading the files …', '正在加载文件…'),
    failed: both('The files cannot be shown', '无法显示文件'),
    old: both(
      (ago: string) => `The list could not be renewed; this one is from ${ago}.`,
      (ago) => `列表未能刷新，以下为${spaced(ago)}的列表。`,
    ),
    /** What a status means for a file, by either server. */
    byStatus: {
      403: both('reading is not allowed there.', '不允许读取。'),
      404: both('nothing is there, or no longer.', '不存在或已被移除。'),
      413: both('it is too large for the server.', '超过服务器的大小限制。'),
      422: both(
        'the request was not understood. Another version of CastRay may run there.',
        '请求未被接受，CastRay 的版本可能不同。',
      ),
    },
  },
});

export type FilesMessages = Spoken<typeof filesCatalogue>;

/** As {@link problemText}; where the status says what is wrong with a file, in those words. */
export function fileProblemText(problem: Problem, text: FilesMessages): string {
  const words = statusWords(problem, text.files.byStatus);
  if (words === undefined) return problemText(problem, text);
  return problemText(problem, { ...text, problems: { ...text.problems, [problem.code]: words } });
}
