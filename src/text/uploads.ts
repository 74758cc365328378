import { both, Catalogue, type Spoken } from './catalogue.js';
import { s } from './plural.js';
import { sendingSentences } from './sending.js';

/** What `<castray-upload>` says. */
export const uploadsCatalogue = new Catalogue({
  ...sendingSentences,
  uploads: {
    title: both('Upload', '上传'),
    help: both(
      'CastRay stores the file on the gateway. It does not deliver it to the node.',
      '文件存到 CastRay 所在的网关，不会送达节点。',
    ),
    drop: both('Drop files or folders here, or paste them', '将文件或文件夹拖放或粘贴到此处'),
    files: both('Choose files', '选择文件'),
    folder: both('Choose a folder', '选择文件夹'),
    node: both('For the node', '目标节点'),
    noNode: both('There is no live node to upload for.', '没有可作为目标的存活节点。'),
    states: {
      refused: both('not sent', '未发送'),
      waiting: both('waiting', '等待中'),
      checking: both('checking the name', '正在检查文件名'),
      exists: both('name taken', '文件名已存在'),
      sending: both('sending', '正在发送'),
      answering: both('sent, not confirmed yet', '已发送，待确认'),
      stalled: both('stalled', '停滞'),
      stored: both('stored on the gateway', '已存到网关'),
      failed: both('failed', '失败'),
      unknown: both('unknown', '未知'),
      cancelled: both('cancelled', '已取消'),
      skipped: both('skipped', '已跳过'),
    },
    reasons: {
      unreadable: both('The browser could not read it.', '浏览器无法读取。'),
      empty: both('The file is empty.', '文件为空。'),
      'too-large': both(
        (limit: string) => `The file is larger than ${limit}.`,
        (limit) => `文件超过 ${limit}。`,
      ),
      'no-name': both('The name has no usable characters.', '文件名无效。'),
      'size-differs': both(
        (stored: string, sent: string) => `The service stored ${stored}, but ${sent} were sent.`,
        (stored, sent) => `服务实际存储 ${stored}，而发送了 ${sent}。`,
      ),
      'no-size': both('The service does not say how much it stored.', '服务没有说明存了多少字节。'),
      open: both(
        'All was sent, but not confirmed: it may be stored.',
        '已全部发送但未确认：可能已存储。',
      ),
    },
    /** A name that is sent, where it is not the file's own. */
    sentAs: both(
      (name: string) => `sent as ${name}`,
      (name) => `以 ${name} 为名上传`,
    ),
    copyPath: both('Copy path', '复制路径'),
    copied: both('Copied', '已复制'),
    copyFailed: both(
      'Copying is not allowed here. Click the path to select it.',
      '此处不允许复制，请点击路径全选后手动复制。',
    ),
    exists: both(
      'The service has a file of this name, and would overwrite it.',
      '服务上已有同名文件，上传会覆盖它。',
    ),
    answers: {
      replace: both('Replace', '覆盖'),
      rename: both('Rename', '重命名'),
      skip: both('Skip', '跳过'),
    },
    all: both(
      (n: number) => `All ${n} names taken:`,
      (n) => `全部 ${n} 个重名文件：`,
    ),
    cancel: both('Cancel', '取消'),
    summary: both(
      (stored: number, all: number, failed: number) =>
        `${stored} of ${all} file${s(all)} stored${failed ? `, ${failed} not` : ''}`,
      (stored, all, failed) =>
        `共 ${all} 个文件，已存 ${stored} 个${failed ? `，未存 ${failed} 个` : ''}`,
    ),
  },
});

export type UploadsMessages = Spoken<typeof uploadsCatalogue>;
