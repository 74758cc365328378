'use strict';

/*
 * What the widgets replace, in the manner of the page's old scripts and much shorter: a global manager
 * with a socket of its own, pictures made by hand, and other scripts that read its fields. It shows
 * what such scripts get wrong: no age, no cause, names that flip, and usage of dead nodes.
 */
class ClusterManager {
  constructor() {
    this.nodes = [];
    this.isConnected = false;
  }

  start({ castrayWsUrl }) {
    const socket = new WebSocket(castrayWsUrl);
    socket.addEventListener('open', () => this.connected(true));
    socket.addEventListener('close', () => {
      this.connected(false);
      setTimeout(() => this.start({ castrayWsUrl }), 5000);
    });
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'cluster_status') this.update(message.data.nodes);
    });
  }

  connected(isConnected) {
    this.isConnected = isConnected;
    document.getElementById('connection-status').textContent = isConnected ? '已连接' : '未连接';
  }

  update(nodes) {
    this.nodes = nodes;
    const alive = nodes.filter(({ state }) => state === 'ALIVE').length;
    document
      .getElementById('cluster-status')
      .replaceChildren(
        ...[`节点 ${nodes.length}`, `存活 ${alive}`].map((text) => element('dd', text)),
      );
    document.getElementById('node-cards').replaceChildren(...nodes.map(card));
  }
}

function card({ name, state, cpu, memory }) {
  const box = element('div', '');
  box.className = 'old-card';
  box.append(element('strong', name), element('p', state));
  box.append(element('p', `CPU ${cpu}% · 内存 ${memory}%`));
  return box;
}

function element(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

const clusterManager = new ClusterManager();

/** The flight log of before: it asks once a second. */
function followNodes() {
  const log = document.getElementById('log');
  let known = '';
  setInterval(() => {
    const names = clusterManager.nodes.map(({ name }) => name).join('、');
    if (names === known) return;
    known = names;
    log.prepend(element('li', `${new Date().toLocaleTimeString('zh-CN')} 节点：${names}`));
    while (log.children.length > 8) log.lastElementChild.remove();
  }, 1000);
}

document.addEventListener('DOMContentLoaded', () => {
  if (window.appConfig.castrayWsUrl) clusterManager.start(window.appConfig);
  followNodes();
});
