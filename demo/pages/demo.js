'use strict';

/*
 * What the demo's pages share: they say whose figures they show, give the providers their addresses,
 * and follow the two switches. Words of a page stand in its HTML, in both languages; CSS shows one.
 */
(() => {
  const config = window.castrayDemo;

  /** The mode in words; the name of a file or an address is put in as text. */
  const MODES = {
    live: [
      '现场演示：数字来自本机的演示服务，背后没有真实集群。',
      'Live demo: the figures come from a demo service on this computer; there is no real cluster.',
    ],
    replay: [
      `回放 ${config?.file}：取自真实服务的记录，循环播放，不是现在的状态。`,
      `Replay of ${config?.file}: captured at a real service and played in a loop; not its state now.`,
    ],
    real: [`真实服务：${config?.apiBase}`, `Real service at ${config?.apiBase}`],
    none: [
      '没有演示服务：请用 npm start 打开本页。',
      'No demo service: open this page by npm start.',
    ],
  };

  function sayMode() {
    for (const place of document.querySelectorAll('[data-mode]')) {
      const [zh, en] = MODES[config?.mode ?? 'none'];
      place.dataset.mode = config?.mode ?? 'none';
      place.replaceChildren(inLanguage('zh-CN', 'zh', zh), inLanguage('en', 'en', en));
    }
  }

  function inLanguage(lang, className, text) {
    const span = document.createElement('span');
    Object.assign(span, { lang, className, textContent: text });
    return span;
  }

  /**
   * `data-cluster="0"` on a provider: the first cluster, and so on; without one it is not shown.
   * `data-named`: the cluster's name is its label. `data-readable-files`: with the file server whose
   * folders pages may read, where there is one.
   */
  function configureProviders() {
    for (const provider of document.querySelectorAll('[data-cluster]')) {
      const cluster = config?.clusters[Number(provider.dataset.cluster)];
      const readable = 'readableFiles' in provider.dataset && cluster?.readableFilesUrl;
      const attributes = {
        'api-base': cluster?.apiBase,
        'ws-url': cluster?.wsUrl,
        'file-server-url': readable || cluster?.fileServerUrl,
        'memory-figure': cluster?.memoryFigure,
        label: 'named' in provider.dataset && cluster?.name,
      };
      for (const [name, value] of Object.entries(attributes))
        if (value) provider.setAttribute(name, value);
    }
    for (const part of document.querySelectorAll('[data-needs-cluster]'))
      part.hidden = config?.clusters[Number(part.dataset.needsCluster)] === undefined;
    for (const part of document.querySelectorAll('[data-lacks-cluster]'))
      part.hidden = config?.clusters[Number(part.dataset.lacksCluster)] !== undefined;
    // what is so of some clusters only: data-needs="memoryFigure"
    for (const part of document.querySelectorAll('[data-needs]'))
      part.hidden = !config?.clusters.some((cluster) => cluster[part.dataset.needs]);
    for (const place of document.querySelectorAll('[data-address]'))
      place.textContent = config?.clusters[Number(place.dataset.address)]?.apiBase ?? '—';
  }

  const SWITCHES = {
    lang: {
      initial: () => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en'),
      values: ['zh-CN', 'en'],
      apply(lang) {
        document.documentElement.lang = lang;
        const { titleZh, titleEn } = document.documentElement.dataset;
        document.title = lang === 'en' ? titleEn : titleZh;
      },
    },
    theme: {
      initial: () => 'auto',
      values: ['auto', 'light', 'dark', 'aerial', 'high-contrast'],
      apply(theme) {
        document.documentElement.dataset.theme = theme;
        for (const provider of document.querySelectorAll('castray-provider'))
          provider.setAttribute('theme', theme);
      },
    },
    density: {
      initial: () => 'comfortable',
      values: ['comfortable', 'compact'],
      apply(density) {
        for (const provider of document.querySelectorAll('castray-provider'))
          provider.setAttribute('density', density);
      },
    },
  };

  /** The switches are radio buttons of a page; a page without them keeps what its HTML says. */
  function followSwitches() {
    const asked = new URLSearchParams(location.search);
    for (const [name, { initial, values, apply }] of Object.entries(SWITCHES)) {
      const buttons = [...document.querySelectorAll(`input[name="${name}"]`)];
      if (buttons.length === 0) continue;
      const chosen = values.includes(asked.get(name)) ? asked.get(name) : initial();
      for (const button of buttons) {
        button.checked = button.value === chosen;
        button.addEventListener('change', () => {
          apply(button.value);
          keepInAddress(name, button.value);
        });
      }
      apply(chosen);
    }
  }

  /** So that a reload, and a link to the next page, keep what was chosen. */
  function keepInAddress(name, value) {
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    history.replaceState(null, '', address);
    handOnChoice();
  }

  /** The node that is chosen in a list is the one that is shown in detail. */
  function followChosenNode() {
    document.addEventListener('castray-node-select', ({ node }) => {
      for (const detail of document.querySelectorAll('[data-follows-choice]'))
        detail.nodeId = node.nodeId;
    });
  }

  function handOnChoice() {
    for (const link of document.querySelectorAll('a[data-keeps-choice]'))
      link.search = location.search;
  }

  sayMode();
  configureProviders();
  followSwitches();
  followChosenNode();
  handOnChoice();
})();
