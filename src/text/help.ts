import { both } from './catalogue.js';

export const helpSentences = {
  /** What the figures mean, and where they come from. */
  help: {
    title: both('What the figures mean', '指标说明'),
    /** Lines about figures that are not as they should be. */
    notices: both('Notices', '提示'),
    nodes: both('Alive or dead, as Ray sees them.', '以 Ray 的判定为准。'),
    name: both(
      'From Ray’s custom resources, else as reported. The head node runs Ray’s control processes.',
      '取自 Ray 自定义资源，否则为服务报告的名称。头节点运行 Ray 的控制进程。',
    ),
    state: both('As Ray sees the node, and why it died.', 'Ray 判定的状态，以及失效原因。'),
    cpu: both(
      'Share of the processor in use, as Ray measures it; below it the cores that Ray counts.',
      'Ray 测得的处理器使用率，下方为 Ray 计入的核数。',
    ),
    memory: both(
      'Share of the main memory in use, worked out from what CastRay sends; below it all there is.',
      '由 CastRay 的数据换算的内存使用率，下方为总量。',
    ),
    gpu: both(
      'Share of the GPUs in use, as Ray measures it; below it how many there are.',
      'Ray 测得的 GPU 使用率，下方为 GPU 数量。',
    ),
    address: both(
      'IP address, and the ID that Ray gave the node.',
      'IP 地址和 Ray 分配的节点 ID。',
    ),
    work: both('What the node is doing, as CastRay reports it.', 'CastRay 报告的节点当前工作。'),
    network: both(
      'Wired or wireless, from Ray’s custom resources.',
      '有线或无线，取自 Ray 自定义资源。',
    ),
    labels: both(
      'Words that CastRay makes from the figures. They are not Ray tasks.',
      'CastRay 根据指标生成的标签，不是 Ray 任务。',
    ),
    'object-store': both(
      'Memory that Ray keeps for objects that tasks share: its size, from Ray’s resources.',
      'Ray 为任务共享对象预留的内存大小，取自 Ray 资源。',
    ),
  },
};
