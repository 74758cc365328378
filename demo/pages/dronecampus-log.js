'use strict';

/*
 * A script of the page beside the cluster's. It used to read `clusterManager.nodes` and
 * `clusterManager.isConnected` once a second; now it is told.
 */
(() => {
  const log = document.getElementById('log');
  /** Names of the nodes that are alive, by node id: a name may become known later than its node. */
  let alive = new Map();
  const phases = {
    unconfigured: '未配置',
    connecting: '正在连接',
    live: '实时',
    stale: '数据过期',
    polling: '轮询',
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
  provider.addEventListener('castray-snapshot-change', ({ snapshot }) => {
    const before = alive;
    const nodes = snapshot.nodes.filter(({ state }) => state === 'ALIVE');
    alive = new Map(nodes.map(({ nodeId, name }) => [nodeId, name]));
    for (const [nodeId, name] of alive) {
      const known = before.get(nodeId);
      if (known === undefined) say(`${name} 已加入`);
      else if (known !== name) say(`${known} 是 ${name}`);
    }
    for (const [nodeId, name] of before) if (!alive.has(nodeId)) say(`${name} 已离线`);
  });
  document.addEventListener('castray-transfer-end', ({ transfer }) => {
    const { fileName, state } = transfer;
    if (state === 'completed')
      say(`${fileName} 已到达${/\.com$/.test(fileName) ? '，可以起飞' : ''}`);
    else say(`${fileName}：${state === 'failed' ? '传输失败' : '传输结果未知'}`);
  });
  document.addEventListener('castray-node-select', ({ node }) => say(`已选中 ${node.name}`));
})();
