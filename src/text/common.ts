import type { ConnectionPhase } from '../connection/connection-state.js';
import type { ProblemCode } from '../connection/problem.js';
import type { LoadBand } from '../model/load-band.js';
import { both, Catalogue, type Sentences, type Spoken } from './catalogue.js';
import { s } from './plural.js';
import { spaced } from './spaced.js';

const wrongPlace = both(
  'Check address and port: a file server may be listening there.',
  '请检查地址和端口，那里可能是文件服务器。',
);
const busy = both('The service, or Ray behind it, may be overloaded.', '服务或 Ray 可能过载。');
const seeLog = both('See the log of the service.', '请查看服务日志。');
const retrying = both('Retrying automatically.', '系统会自动重试。');

/** What several elements say. A topic spreads it into its own sentences. */
export const commonSentences = {
  unknown: both('unknown', '未知'),
  none: both('none', '无'),
  comma: both(
    (one: string, other: string) => `${one}, ${other}`,
    (one, other) => `${one}，${other}`,
  ),
  colon: both(
    (name: string, what: string) => `${name}: ${what}`,
    (name, what) => `${name}：${what}`,
  ),
  /** What was answered, or where, with a status and the service's own words. */
  bracketed: both(
    (what: string, facts: string) => `${what} (${facts})`,
    // before the full stop of what it explains
    (what, facts) => what.replace(/。|$/, (end) => `（${facts}）${end}`),
  ),
  usedOf: both(
    (used: string, total: string) => `${used} of ${total}`,
    (used, total) => `${used} / ${total}`,
  ),
  phases: {
    unconfigured: both('Not configured', '未配置'),
    connecting: both('Connecting', '正在连接'),
    live: both('Live', '实时更新'),
    stale: both('Stale', '数据过期'),
    polling: both('Polling', '轮询中'),
    reconnecting: both('Reconnecting', '正在重连'),
    paused: both('Paused', '已暂停'),
    stopped: both('Stopped', '已停止'),
  } satisfies Sentences<ConnectionPhase>,
  problems: {
    'bad-address': both('refused. This is no address.', '不是有效地址，未采用。'),
    'bad-setting': both('refused. This is not a valid value.', '取值无效，未采用。'),
    unreachable: both(
      'no answer. Check that CastRay runs there, and the address and port.',
      '没有响应。请检查服务、地址和端口。',
    ),
    'not-readable': both(
      'something answers, but not to this page: a file server, or a proxy that drops CORS headers. Check address and port.',
      '有服务响应，但本页面不能读取：可能是文件服务器，或代理去掉了 CORS 头。请检查地址和端口。',
    ),
    timeout: both(`no answer in time. ${busy[0]}`, `响应超时。${busy[1]}`),
    'cut-short': both(`the answer broke off. ${busy[0]}`, `响应中断。${busy[1]}`),
    unauthorized: both(
      'a sign-in is needed. Sign in there, then reconnect.',
      '需要登录。登录后请重新连接。',
    ),
    'http-status': both(`an error. ${seeLog[0]}`, `返回错误。${seeLog[1]}`),
    'not-json': both(
      `what answers is not CastRay. ${wrongPlace[0]}`,
      `响应的不是 CastRay。${wrongPlace[1]}`,
    ),
    'not-castray': both(
      `what answers is not CastRay. ${wrongPlace[0]}`,
      `响应的不是 CastRay。${wrongPlace[1]}`,
    ),
    'bad-frame': both(
      `sends what cannot be read. ${wrongPlace[0]}`,
      `发来的数据无法解析。${wrongPlace[1]}`,
    ),
    'service-error': both(
      `CastRay reports a fault. ${seeLog[0]}`,
      `CastRay 报告故障。${seeLog[1]}`,
    ),
    'too-large': both(`the answer is too large. ${wrongPlace[0]}`, `响应过大。${wrongPlace[1]}`),
    'socket-refused': both(
      'cannot be opened. Nothing listens there, or a proxy passes no WebSockets.',
      '无法连接。该地址没有服务，或代理不转发 WebSocket。',
    ),
    'socket-timeout': both(
      `opens too late, or sends no figures. ${busy[0]}`,
      `连接过慢，或没有集群数据。${busy[1]}`,
    ),
    'socket-closed': both(`was closed. ${retrying[0]}`, `连接已关闭。${retrying[1]}`),
    'socket-silent': both(`went silent. ${retrying[0]}`, `长时间无响应。${retrying[1]}`),
    'socket-blocked': both(
      'the browser, or the page’s policy, does not allow this. From an https page, only wss is allowed.',
      '浏览器或页面策略不允许。https 页面只能使用 wss 地址。',
    ),
    'closed-for-good': both(
      'was closed for good. Reconnect once the cause is fixed.',
      '连接已终止。排除原因后请重新连接。',
    ),
  } satisfies Sentences<ProblemCode>,
  refused: {
    credentials: both(
      'refused. An address must not hold a user name or password.',
      '地址中不得含有用户名或密码，未采用。',
    ),
    query: both(
      'refused. An address must not have a query (?…).',
      '地址中不得含有查询参数（?…），未采用。',
    ),
    port: both('refused. Browsers forbid this port.', '浏览器禁用此端口，未采用。'),
    scheme: both(
      'refused. It must begin with http://, https://, ws:// or wss://.',
      '须以 http://、https://、ws:// 或 wss:// 开头，未采用。',
    ),
  },
  retry: both('Reconnect', '重新连接'),
  refresh: both('Refresh', '刷新'),
  pause: both('Pause', '暂停'),
  resume: both('Resume', '继续'),
  age: {
    none: both('no data yet', '尚无数据'),
    /** In place of how long ago something was. */
    unknown: both('an unknown time ago', '未知时间'),
    of: both(
      (ago: string) => `updated ${ago}`,
      (ago) => `数据时间：${ago}`,
    ),
  },
  cluster: {
    title: both('Cluster', '集群'),
    nodes: both('Nodes', '节点'),
    alive: both('alive', '存活'),
    dead: both('dead', '失效'),
    stateUnknown: both('state unknown', '状态未知'),
    headNode: both('Head node', '头节点'),
    cpu: both('CPU', 'CPU'),
    memory: both('Memory', '内存'),
    gpu: both('GPU', 'GPU'),
    objectStore: both('Object store', '对象存储'),
    /** The number, and as it is written. */
    cores: both(
      (n: number, written: string) => `${written} core${s(n)}`,
      (_n, written) => `${written} 核`,
    ),
    gpus: both(
      (n: number, written: string) => `${written} GPU${s(n)}`,
      (_n, written) => `${written} 块 GPU`,
    ),
    noGpu: both('no GPU in the cluster', '集群中没有 GPU'),
    usageUnknown: both(
      (total: string) => `${total}, use unknown`,
      (total) => `${total}，使用量未知`,
    ),
    derived: both('derived', '累加'),
    derivedHelp: both(
      'Added up from the nodes, because the service itself sends no usable totals.',
      '服务未提供可用的汇总，由各节点累加得出。',
    ),
    partly: both(
      (counted: number, alive: number) => `from ${counted} of ${alive} nodes`,
      (counted, alive) => `仅统计 ${counted} / ${alive} 个节点`,
    ),
  },
  notice: {
    stale: both(
      (ago: string) => `These figures are old: from ${ago}.`,
      (ago) => `数据已过期，以下为${spaced(ago)}的数据。`,
    ),
    paused: both(
      (ago: string) => `Paused. These figures are from ${ago}.`,
      (ago) => `已暂停，以下为${spaced(ago)}的数据。`,
    ),
    reconnecting: both(
      (ago: string) => `Not connected. These figures are from ${ago}.`,
      (ago) => `未连接，以下为${spaced(ago)}的数据。`,
    ),
    unconfirmed: both(
      'The service suddenly names no nodes. Until that is confirmed, the last ones stay.',
      '服务突然未报告任何节点；在确认之前，仍显示上次的节点。',
    ),
    perhapsCut: both(
      'The service listed exactly 100, its limit: there may be other nodes.',
      '服务恰好列出 100 项，已达上限，可能还有其他节点。',
    ),
    unread: both(
      ({ count }: { readonly count?: number }) => `${count} of the nodes listed cannot be read.`,
      ({ count }) => `${count} 个节点的数据无法解析。`,
    ),
  },
  empty: {
    noProvider: both('No provider', '没有数据源'),
    noProviderHelp: both(
      'Put this inside a <castray-provider>, or name one by its id: provider="…".',
      '请放入 <castray-provider> 之内，或按 id 指定一个：provider="…"。',
    ),
    providerNotFound: both(
      (id: string) => `No <castray-provider> with the id “${id}”`,
      (id) => `没有 id 为“${id}”的 <castray-provider>`,
    ),
    unconfigured: both('No usable address of CastRay', '没有可用的 CastRay 地址'),
    unconfiguredHelp: both(
      'Set api-base on <castray-provider>, or window.appConfig.castrayApiBase.',
      '请设置 <castray-provider> 的 api-base，或 window.appConfig.castrayApiBase。',
    ),
    connecting: both('Connecting …', '正在连接…'),
    retrying: both('Not connected yet, trying again …', '尚未连接，正在重试…'),
    connectingHelp: both(
      (address: string) => `Waiting for ${address}.`,
      (address) => `正在等待 ${address}。`,
    ),
    stopped: both('Not connected', '未连接'),
    noNodes: both('No nodes reported', '未报告任何节点'),
    noNodesHelp: both(
      'CastRay answers, but cannot reach Ray, or Ray is not running.',
      'CastRay 有响应，但 Ray 未运行或无法访问。',
    ),
    noMatch: both('No node matches', '没有匹配的节点'),
    noMatchHelp: both('Change the search or the filter.', '请更改搜索内容或筛选条件。'),
    clearFilters: both('Show all nodes', '显示全部节点'),
  },
  loadBands: {
    low: both('low', '低'),
    moderate: both('moderate', '中'),
    high: both('high', '高'),
    critical: both('critical', '极高'),
  } satisfies Sentences<LoadBand>,
};

export const commonCatalogue = new Catalogue(commonSentences);

/** The common sentences in one language. */
export type Messages = Spoken<typeof commonCatalogue>;
