import { both, Catalogue, type Spoken } from './catalogue.js';
import { nodesSentences } from './nodes.js';

/** What `<castray-node-detail>` says besides what is said of nodes anyway. */
export const nodeDetailCatalogue = new Catalogue({
  ...nodesSentences,
  detail: {
    title: both('Node', '节点'),
    /** The state, the time of day, and how long ago that was. */
    since: both(
      (time: string, ago: string) => `since ${time} (${ago})`,
      (time, ago) => `自 ${time} 起（${ago}）`,
    ),
    atLeastSince: both(
      (time: string, ago: string) => `at least since ${time} (${ago})`,
      (time, ago) => `至少自 ${time} 起（${ago}）`,
    ),
    history: both('History since the page opened', '打开页面以来的变化'),
    noHistory: both('no figures yet', '尚无数据'),
    range: both(
      (low: string, high: string, since: string) => `${low} to ${high} since ${since}`,
      (low, high, since) => `自 ${since} 起：${low}–${high}`,
    ),
    none: both('No node chosen', '未选择节点'),
    noneHelp: both('Choose a node, or set node-id.', '请选择一个节点，或设置 node-id。'),
    missing: both('No such node', '没有此节点'),
    missingHelp: both(
      (id: string) => `The service reports no node with the ID ${id}.`,
      (id) => `服务未报告 ID 为 ${id} 的节点。`,
    ),
    gone: both(
      'The service no longer reports this node. This is what was last known.',
      '服务不再报告此节点，以下为最后已知的信息。',
    ),
  },
});

export type NodeDetailMessages = Spoken<typeof nodeDetailCatalogue>;
