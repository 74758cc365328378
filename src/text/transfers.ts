import type { TransferMode } from '../model/transfer.js';
import { both, Catalogue, type Sentences, type Spoken } from './catalogue.js';
import { sendingSentences } from './sending.js';

/** What `<castray-transfers>` says. */
export const transfersCatalogue = new Catalogue({
  ...sendingSentences,
  transfers: {
    title: both('Transfers between nodes', '节点间传输'),
    from: both('From', '源节点'),
    to: both('To', '目标节点'),
    file: both('File', '文件'),
    fileHint: both('from the list, or a path', '从列表选择或输入路径'),
    mode: both('Mode', '传输方式'),
    modes: {
      auto: both('automatic', '自动'),
      direct: both('direct', '直连'),
      relay: both('relay', '中转'),
    } satisfies Sentences<TransferMode>,
    choose: both('choose', '请选择'),
    start: both('Start', '开始传输'),
    faults: {
      incomplete: both('Choose two nodes and a file.', '请选择两个节点和一个文件。'),
      'same-node': both('Source and target are the same node.', '源节点与目标节点相同。'),
      'no-address': both('There is no address of CastRay.', '没有 CastRay 地址。'),
      repeated: both('That was started a moment ago.', '刚刚已开始同样的传输。'),
    },
    groups: {
      running: both('Running', '进行中'),
      completed: both('Completed', '已完成'),
      failed: both('Failed or unknown', '失败或未知'),
    },
    states: {
      starting: both('starting', '正在启动'),
      running: both('running', '传输中'),
      finishing: both('finishing', '即将完成'),
      stalled: both('stalled', '停滞'),
      'lost-contact': both('lost contact', '失去联系'),
      completed: both('completed', '已完成'),
      failed: both('failed', '失败'),
      unknown: both('unknown', '未知'),
    },
    reasons: {
      'no-record': both('The service has no record of it.', '服务没有这次传输的记录。'),
      'shared-id': both(
        'Another transfer got the same id, and the service forgot this one.',
        '另一次传输使用了相同编号，服务中已没有本次传输的记录。',
      ),
      'no-answer': both(
        'No answer to the start: it may run.',
        '启动请求没有响应：传输可能已开始。',
      ),
    },
    noCancel: both(
      'It may still go on: CastRay cannot cancel it.',
      '它仍可能继续：CastRay 无法取消传输。',
    ),
    sizeUnknown: both('size unknown', '大小未知'),
    /** Below the newest of a group, where there are too many to draw them all. */
    more: both(
      (n: string) => `and ${n} older`,
      (n) => `还有 ${n} 项较早的传输未显示`,
    ),
    empty: both('No transfers', '没有传输'),
    unread: both('The list of transfers is not read yet.', '尚未读取传输列表。'),
    /** Also of one that failed without a word of when. */
    started: both(
      (time: string) => `started ${time}`,
      (time) => `开始于 ${time}`,
    ),
  },
});

export type TransfersMessages = Spoken<typeof transfersCatalogue>;
