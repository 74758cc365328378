import type { NodeFilter } from '../model/node-query.js';
import type { KnownTaskLabel } from '../model/task-label.js';
import { both, Catalogue, type Sentences, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';
import { helpSentences } from './help.js';
import { s } from './plural.js';

/** What is said of nodes and their list. */
export const nodesSentences = {
  ...commonSentences,
  ...helpSentences,
  node: {
    states: {
      ALIVE: both('alive', '存活'),
      DEAD: both('dead', '失效'),
      unknown: commonSentences.cluster.stateUnknown,
    },
    work: {
      idle: both('idle', '空闲'),
      detecting: both('detecting', '检测中'),
      sending: both('sending', '发送中'),
      unknown: both('unknown', '未知'),
    },
    connection: {
      wired: both('wired', '有线'),
      wireless: both('wireless', '无线'),
      unknown: both('unknown', '未知'),
    },
    head: both('head', '头节点'),
    worker: both('worker', '工作节点'),
    roleUnknown: both('role unknown', '角色未知'),
    noGpu: both('no GPU', '无 GPU'),
    name: both('Name', '名称'),
    state: both('State', '状态'),
    workStatus: both('Work status', '工作状态'),
    role: both('Role', '角色'),
    network: both('Network', '网络'),
    labels: both('Load', '负载标签'),
    ip: both('IP', 'IP'),
    id: both('Node ID', '节点 ID'),
    address: both('IP and ID', 'IP 与 ID'),
    reason: both('Reason', '原因'),
    /** Since when it has been in its state. */
    since: both('Since', '状态始于'),
    orEarlier: both(
      (time: string) => `${time} or earlier`,
      (time) => `${time} 或更早`,
    ),
    copyId: both(
      (name: string) => `Copy the node ID of ${name}`,
      (name) => `复制 ${name} 的节点 ID`,
    ),
    copied: both('Copied', '已复制'),
    copyFailed: both(
      'Copying is not allowed here. Click the ID to select it.',
      '此处不允许复制，请点击 ID 全选后手动复制。',
    ),
    details: both(
      (name: string) => `Details of ${name}`,
      (name) => `${name} 的详情`,
    ),
    gone: both('No longer reported', '服务不再报告此节点'),
  },
  news: {
    joined: both('new', '新加入'),
    died: both('just died', '刚失效'),
    haveJoined: both(
      (n: number, name: string) => (n === 1 ? `${name} joined.` : `${n} nodes joined.`),
      (n, name) => (n === 1 ? `${name} 已加入。` : `${n} 个节点已加入。`),
    ),
    haveDied: both(
      (n: number, name: string) => (n === 1 ? `${name} died.` : `${n} nodes died.`),
      (n, name) => (n === 1 ? `${name} 已失效。` : `${n} 个节点已失效。`),
    ),
  },
  columns: {
    title: both('Columns', '列与说明'),
    hint: both(
      'Shown in this order, as many as have room. A node’s details have all.',
      '按此顺序显示，宽度不足时省略后面的列；节点详情中列出全部。',
    ),
    usual: both('Default columns', '恢复默认'),
    compact: both('Compact rows', '紧凑行距'),
    up: both(
      (column: string) => `Move ${column} up`,
      (column) => `上移“${column}”`,
    ),
    down: both(
      (column: string) => `Move ${column} down`,
      (column) => `下移“${column}”`,
    ),
    place: both(
      (column: string, place: number, count: number) => `${column}: ${place} of ${count}`,
      (column, place, count) => `${column}：第 ${place} 列，共 ${count} 列`,
    ),
    nobody: both('No node has one.', '没有节点配备 GPU。'),
  },
  list: {
    filters: {
      all: both('All', '全部'),
      active: both('Active', '存活'),
      inactive: both('Inactive', '失效'),
      gpu: both('GPU', 'GPU'),
      wired: both('Wired', '有线'),
      wireless: both('Wireless', '无线'),
    } satisfies Sentences<NodeFilter>,
    filterLabel: both('Filter nodes', '筛选节点'),
    search: both('Search by name, IP or ID', '按名称、IP 或 ID 搜索'),
    viewLabel: both('View', '视图'),
    views: {
      table: both('Table', '表格'),
      cards: both('Cards', '卡片'),
      map: both('Map', '热力图'),
    },
    export: {
      title: both('Export', '导出'),
      csv: both('CSV file', 'CSV 文件'),
      json: both('JSON file', 'JSON 文件'),
      text: both('Copy as text', '复制为文本'),
      refused: both('Copying is not allowed here', '此处不允许复制'),
    },
    sortBy: both('Sort by', '排序'),
    ascending: both('ascending', '升序'),
    descending: both('descending', '降序'),
    naturalOrder: both('default order', '默认顺序'),
    /** Numbers as they are written, then how many there are in all. */
    shown: both(
      (shown: string, all: string, n: number) =>
        shown === all ? `${all} node${s(n)}` : `${shown} of ${all} node${s(n)}`,
      (shown, all) => (shown === all ? `共 ${all} 个节点` : `显示 ${shown} 个，共 ${all} 个节点`),
    ),
    held: both('The order is held while you are in the list.', '浏览期间顺序保持不变。'),
  },
  map: {
    title: both(
      (nodes: string, figure: string) => `${nodes}, map of ${figure}`,
      (nodes, figure) => `${nodes}，${figure}热力图`,
    ),
    mapFigure: both('Show', '显示'),
    mapGroup: both('Group by', '分组'),
    hint: both(
      'Point at a cell, or move with the arrow keys. Enter selects the node.',
      '指向单元格或用方向键移动，按 Enter 选择节点。',
    ),
  },
  taskLabels: {
    'cpu-intensive': both('CPU-intensive', 'CPU 密集'),
    'memory-intensive': both('memory-intensive', '内存密集'),
    'gpu-computing': both('GPU computing', 'GPU 计算'),
    'cluster-management': both('cluster management', '集群管理'),
    idle: both('idle', '空闲'),
  } satisfies Sentences<KnownTaskLabel>,
};

export const nodesCatalogue = new Catalogue(nodesSentences);

export type NodesMessages = Spoken<typeof nodesCatalogue>;
