'use strict';

/*
 * A script of the page beside the cluster's. It used to read `clusterManager.nodes` and
 * `clusterManager.isConnected` once a second; now it is told.
 */
(() => {
  const log = document.getElementById('log');
  let names = new Set();
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
    while (log.children.length > 8) log.lastElementChild.remove();
  }

  const provider = document.querySelector('main castray-provider');
  provider.addEventListener('castray-connection-change', ({ connection, previous }) => {
    if (connection.phase !== previous.phase) say(`集群连接：${phases[connection.phase]}`);
  });
  provider.addEventListener('castray-snapshot-change', ({ snapshot }) => {
    const alive = snapshot.nodes.filter((node) => node.state === 'ALIVE').map(({ name }) => name);
    for (const name of alive) if (!names.has(name)) say(`${name} 已加入`);
    for (const name of names) if (!alive.includes(name)) say(`${name} 已离线`);
    names = new Set(alive);
  });
  document.addEventListener('castray-transfer-end', ({ transfer }) => {
    const { fileName, state } = transfer;
    if (state === 'completed')
      say(`${fileName} 已到达${/\.com$/.test(fileName) ? '，可以起飞' : ''}`);
    else say(`${fileName}：${state === 'failed' ? '传输失败' : '传输结果未知'}`);
  });
  document.addEventListener('castray-node-select', ({ node }) => say(`已选中 ${node.name}`));
})();
