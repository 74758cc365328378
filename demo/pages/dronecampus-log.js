'use strict';

/*
 * A script of the page beside the cluster's. It used to read `clusterManager.nodes` and
 * `clusterManager.isConnected` once a second; now it is told.
 */
(() => {
  const log = document.getElementById('log');
  /** Names of the nodes last heard to be alive, by node id: a name may become known later than its node. */
  const alive = new Map();
  let isClusterKnown = true;
  const phases = {
    unconfigured: '未配置',
    connecting: '正在连接',
    live: '实时更新',
    stale: '数据过期',
    polling: '轮询中',
    reconnecting: '正在重连',
    paused: '已暂停',
    stopped: '已停止',
  };

  function say(text) {
    const line = document.createElement('li');
    line.textContent = `${new Date().toLocaleTimeString('zh-CN')} ${text}`;
    log.prepend(line);
    while (log.children.length > 20) log.lastElementChild.remove();
  }

  const provider = document.querySelector('main castray-provider');
  provider.addEventListener('castray-connection-change', ({ connection, previous }) => {
    if (connection.phase !== previous.phase) say(`集群连接：${phases[connection.phase]}`);
  });
  provider.addEventListener('castray-snapshot-change', ({ snapshot: { nodes, completeness } }) => {
    // No node at all: what they do, nobody knows, and none of them is said to be gone.
    const wasKnown = isClusterKnown;
    isClusterKnown = completeness !== 'none-reported';
    if (isClusterKnown) nodes.forEach(follow);
    else if (wasKnown) say('服务未报告任何节点，集群状态未知');
    // Only of a complete list can a node be missing.
    if (completeness === 'complete') forget(new Set(nodes.map(({ nodeId }) => nodeId)));
  });

  function follow({ nodeId, name, state }) {
    const known = alive.get(nodeId);
    if (state === 'ALIVE') {
      alive.set(nodeId, name);
      if (known === undefined) say(`${name} 已加入`);
      else if (known !== name) say(`${known} 是 ${name}`);
    } else if (state === 'DEAD' && alive.delete(nodeId)) say(`${name} 已失效`);
  }

  function forget(listed) {
    for (const [nodeId, name] of alive)
      if (!listed.has(nodeId) && alive.delete(nodeId)) say(`${name} 不再列出`);
  }

  document.addEventListener('castray-transfer-end', ({ transfer }) => {
    const { fileName, state } = transfer;
    if (state === 'completed')
      say(`${fileName} 已到达${/\.com$/.test(fileName) ? '，可以起飞' : ''}`);
    else say(`${fileName}：${state === 'failed' ? '传输失败' : '传输结果未知'}`);
  });
  document.addEventListener('castray-node-select', ({ node }) => say(`已选中 ${node.name}`));
})();
