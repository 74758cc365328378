import type {
  CheckGroup,
  CheckId,
  CheckState,
  Finding,
  FindingDetails,
  ServiceKey,
} from '../store/diagnosis/check.js';
import { both, Catalogue, type Sentence, type Sentences, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';
import { s } from './plural.js';

/** A sentence that is composed from what was found. */
type Composed = (facts: FindingDetails) => string;

const { unconfiguredHelp } = commonSentences.empty;

/** The settings that point somewhere, with the verb. */
const points = ({ setting, also }: FindingDetails): string =>
  also ? `${setting} and ${also} point` : `${setting} points`;
const settings = ({ setting, also }: FindingDetails): string =>
  also ? `${setting} 和 ${also}` : (setting ?? '');
const where = ({ rightAddress }: FindingDetails): string =>
  rightAddress ? ` CastRay answers at ${rightAddress}.` : ' Set it to the address of CastRay.';
const whereZh = ({ rightAddress }: FindingDetails): string =>
  rightAddress ? `CastRay 在 ${rightAddress} 有响应。` : '请改为 CastRay 的地址。';

/** What `<castray-diagnostics>` says. */
export const diagnosticsCatalogue = new Catalogue({
  ...commonSentences,
  diagnosis: {
    title: both('Connection check', '连接诊断'),
    idle: both(
      'Not checked yet. It starts by itself when the connection fails.',
      '尚未检查。连接失败时会自动开始。',
    ),
    checking: both('Checking …', '正在检查…'),
    well: both('Nothing is wrong.', '未发现问题。'),
    wellNow: both('Everything answers now. Reconnect.', '现在均有响应，请重新连接。'),
    certificate: both(
      ' By https, a tab shows whether its certificate is trusted.',
      '证书是否受信任，可用 https 在标签页中查看。',
    ),
    run: both('Check now', '立即检查'),
    checked: both(
      (ago: string) => `checked ${ago}`,
      (ago) => `检查时间：${ago}`,
    ),
    counts: both(
      (failed: number, warned: number) => `${failed} failed, ${warned} to look at`,
      (failed, warned) => `${failed} 项失败，${warned} 项需注意`,
    ),
    apply: both(
      (address: string) => `Use ${address} until the page is reloaded`,
      (address) => `使用 ${address}，直到重新加载页面`,
    ),
    copy: both('Copy report', '复制报告'),
    copied: both('Copied', '已复制'),
    copyFailed: both('Copy this report by hand:', '请手动复制报告：'),
    states: {
      running: both('running', '检查中'),
      passed: both('passed', '通过'),
      warned: both('to look at', '需注意'),
      failed: both('failed', '失败'),
      skipped: both('skipped', '跳过'),
    } satisfies Sentences<CheckState>,
    groups: {
      config: both('Configuration', '配置'),
      castray: both('CastRay', 'CastRay 服务'),
      socket: both('WebSocket', 'WebSocket 连接'),
      ports: both('Addresses and ports', '地址与端口'),
      files: both('File server', '文件服务器'),
      page: both('This page', '本页面'),
      data: both('Data', '数据'),
      services: both('Other services', '其他服务'),
    } satisfies Sentences<CheckGroup>,
    checks: {
      apiBase: both('CastRay address', 'CastRay 地址'),
      wsUrl: both('WebSocket address', 'WebSocket 地址'),
      fileServerUrl: both('File server address', '文件服务器地址'),
      settings: both('Setting', '设置'),
      status: both('REST', 'REST 接口'),
      dashboard: both('Figures', '集群数据'),
      handshake: both('Handshake', '握手'),
      frame: both('First data', '首批数据'),
      ports: both('Addresses', '地址'),
      files: both('Downloads', '下载'),
      secure: both('https', 'https 限制'),
      network: both('Private network', '内网访问'),
      csp: both('Content-Security-Policy', '内容安全策略'),
      online: both('Network', '网络'),
      sameNodes: both('REST and WebSocket', 'REST 与 WebSocket'),
      ray: both('Ray', 'Ray 集群'),
      names: both('Names', '名称'),
      summary: both('Totals', '汇总'),
      limit: both('Number of nodes', '节点数量'),
      memory: both('Memory', '内存'),
    } satisfies Sentences<Exclude<CheckId, `service.${string}`>>,
    services: {
      ueRemoteControlUrl: both('Unreal Remote Control', 'Unreal 远程控制'),
      rayApiBase: both('Ray API', 'Ray 接口'),
      wsUrl: both('Page’s WebSocket', '页面的 WebSocket'),
      vehicleAgentUrl: both('Vehicle agent', '车辆代理'),
      pixelStreamingUrl: both('Pixel streaming', '像素流'),
      frontendBase: both('Front end', '前端'),
    } satisfies Sentences<ServiceKey>,
    findings: {
      blocked: both(
        'The browser keeps this page from going there: see “This page”.',
        '浏览器不允许本页面访问，原因见“本页面”。',
      ),
      configured: both<Composed>(
        ({ setting }) => `Set by ${setting}.`,
        ({ setting }) => `由 ${setting} 设置。`,
      ),
      'not-set': both<Composed>(
        ({ setting }) => `Not set (${setting}).`,
        ({ setting }) => `未设置（${setting}）。`,
      ),
      derived: both('Follows from the CastRay address.', '由 CastRay 地址得出。'),
      replaced: both<Composed>(
        ({ setting, replacedAddress }) =>
          `Used in place of ${replacedAddress} until the page is reloaded. Correct ${setting} for good.`,
        ({ setting, replacedAddress }) =>
          `在重新加载页面之前，用于代替 ${replacedAddress}。请更正 ${setting}。`,
      ),
      'no-castray-address': unconfiguredHelp,
      slow: both(
        'Answers, but slowly: the service or the network is busy.',
        '有响应但较慢：服务或网络繁忙。',
      ),
      'wrong-path': both(
        'The service there does not know this path: correct the path in the address.',
        '该服务没有这个路径，请更正地址中的路径。',
      ),
      'no-status': both(
        'The figures come, /api/status does not: a proxy must pass on both.',
        '有集群数据，但没有 /api/status：代理须转发两者。',
      ),
      'no-upgrade': both(
        'Refused although REST works. A proxy must pass on Upgrade and Connection, and answer a token with castray.',
        'REST 正常而 WebSocket 被拒。代理须转发 Upgrade 和 Connection 头；带令牌的握手须以子协议 castray 响应。',
      ),
      'no-frame': both(
        'Opens, but no data arrive: CastRay is overloaded or stuck. Restart it if that stays so.',
        '已连接但没有数据：CastRay 可能过载或无响应。如持续如此，请重启 CastRay。',
      ),
      'other-frames': both(
        'Opens, and sends messages, but none with the cluster: an older CastRay to update, or another service.',
        '已连接并有消息，但不含集群数据：CastRay 版本较旧需更新，或是其他服务。',
      ),
      'file-server-there': both<Composed>(
        (f) => `${points(f)} at a file server.${where(f)}`,
        (f) => `${settings(f)} 指向了文件服务器。${whereZh(f)}`,
      ),
      'perhaps-file-server': both<Composed>(
        (f) => `${points(f)} at something else, most likely a file server.${where(f)}`,
        (f) => `${settings(f)} 指向的不是 CastRay，很可能是文件服务器。${whereZh(f)}`,
      ),
      'other-service': both<Composed>(
        (f) => `${points(f)} at another service: its JSON is not CastRay’s.${where(f)}`,
        (f) => `${settings(f)} 指向了其他服务：其 JSON 不是 CastRay 的。${whereZh(f)}`,
      ),
      swapped: both<Composed>(
        (f) => `${f.setting} and ${f.also} are swapped.${where(f)}`,
        (f) => `${settings(f)} 写反了。${whereZh(f)}`,
      ),
      'castray-elsewhere': both<Composed>(
        (f) => `${points(f)} where no CastRay answers.${where(f)}`,
        (f) => `${settings(f)} 处没有 CastRay 响应。${whereZh(f)}`,
      ),
      'socket-elsewhere': both<Composed>(
        ({ setting, rightAddress }) =>
          `${setting} is wrong. The WebSocket opens at ${rightAddress}.`,
        ({ setting, rightAddress }) => `${setting} 有误。WebSocket 在 ${rightAddress} 可以连接。`,
      ),
      'castray-as-files': both(
        'CastRay answers there. Unless a proxy serves files at the same address, correct it.',
        '响应的是 CastRay。除非代理在同一地址提供文件，否则请更正。',
      ),
      nowhere: both(
        'No other address of this page is CastRay’s either.',
        '本页面的其他地址也不是 CastRay。',
      ),
      'link-only': both(
        'Answers. This page may not read it, but link to its files.',
        '有响应。本页面不能读取，但可以链接下载。',
      ),
      mixed: both<Composed>(
        ({ origin }) =>
          `A page on https may use neither http nor ws: put ${origin} behind a proxy with https.`,
        ({ origin }) => `https 页面不能使用 http 或 ws：请把 ${origin} 放在支持 https 的代理之后。`,
      ),
      permission: both(
        'The browser may ask before a page reaches a private address: allow it, and serve the page by https.',
        '访问内网地址可能需要浏览器授权：请允许，并以 https 提供页面。',
      ),
      denied: both(
        'The browser denies this page the local network: allow it in the site’s settings.',
        '浏览器禁止本页面访问本地网络：请在网站设置中允许。',
      ),
      'csp-forbids': both<Composed>(
        ({ origin }) => `The page’s policy forbids this address: add ${origin} to connect-src.`,
        ({ origin }) => `页面策略禁止此地址：请把 ${origin} 加入 connect-src。`,
      ),
      offline: both(
        'The browser says that it is offline: this computer may have no network.',
        '浏览器报告处于离线状态：本机可能没有网络连接。',
      ),
      'other-nodes': both<Composed>(
        ({ onlyRest, onlySocket }) =>
          `${onlyRest} only by REST, ${onlySocket} only by WebSocket: a node may have come or gone. Check again.`,
        ({ onlyRest, onlySocket }) =>
          `仅 REST 有 ${onlyRest} 个，仅 WebSocket 有 ${onlySocket} 个：可能刚有变化，请再检查。`,
      ),
      'other-cluster': both(
        'The two describe different clusters: set one CastRay, and give both its sides the same address of Ray.',
        '两者报告的是不同的集群：请使用同一个 CastRay，并在其两处配置中使用同一 Ray 地址。',
      ),
      'ray-unreachable': both(
        'CastRay answers, Ray does not: start Ray, or correct its address in CastRay’s settings.',
        'CastRay 有响应而 Ray 没有：请启动 Ray，或更正 CastRay 设置中的 Ray 地址。',
      ),
      'mended-names': both<Composed>(
        ({ count = 0 }) =>
          `${count} placeholder${s(count)}, replaced by the name in Ray’s records.`,
        ({ count }) => `${count} 个占位名，已用 Ray 记录中的名称代替。`,
      ),
      unnamed: both<Composed>(
        ({ count = 0 }) =>
          `${count} node${s(count)} known by address only: start Ray there with a custom resource as its name.`,
        ({ count }) => `${count} 个节点只有地址：请在启动 Ray 时用自定义资源给出名称。`,
      ),
      'zero-totals': commonSentences.cluster.derivedHelp,
      'perhaps-cut': commonSentences.notice.perhapsCut,
      unread: commonSentences.notice.unread,
      inverted: both<Composed>(
        ({ setting }) =>
          `Over 85 % on every node while the CPUs idle: perhaps the other share is meant. Try ${setting} on the provider.`,
        ({ setting }) =>
          `所有节点均超过 85%，而 CPU 空闲：memory 的含义可能相反（可用与已用颠倒）。可在 <castray-provider> 上试设 ${setting}。`,
      ),
      'not-reachable': both(
        'No answer: check that it runs, and its address.',
        '没有响应：请检查服务是否运行，以及地址。',
      ),
    } satisfies Record<Exclude<Finding, 'fine' | 'problem'>, Sentence<string> | Sentence<Composed>>,
  },
});

export type DiagnosticsMessages = Spoken<typeof diagnosticsCatalogue>;
