// Every element in every state that a reader may find it in. One provider a state.

/** State → what its provider is given, and the markup of the elements that are worth seeing in it. */
export const STATES = {
  data: {
    title: 'With data',
    provider: ({ live }) => ({ 'api-base': live.apiBase, 'file-server-url': live.filesUrl }),
    // the two ways to the service know not quite the same of a node
    isThere: (provider) => provider.snapshot?.source === 'websocket',
  },
  unconfigured: {
    title: 'Without an address',
    provider: () => ({}),
    isThere: () => true,
  },
  unreachable: {
    title: 'Nothing answers',
    // browsers themselves refuse port 9, so that nothing is tried, and the words never change
    provider: () => ({ 'api-base': 'http://127.0.0.1:9' }),
    isThere: (provider) => provider.connection.lastError !== undefined,
  },
  none: {
    title: 'Ray is not there',
    provider: ({ empty }) => ({ 'api-base': empty.apiBase }),
    isThere: (provider) => provider.snapshot?.completeness === 'none-reported',
  },
  paused: {
    title: 'Paused',
    provider: ({ live }) => ({ 'api-base': `${live.apiBase}/`, 'ws-url': `${live.wsUrl}?second` }),
    isThere: (provider) => provider.connection.phase === 'paused',
    prepare: (provider) => provider.pause(),
  },
};

/** Tag → its variants as attributes. What has no entry is shown once, as it is. */
export const VARIANTS = {
  'castray-cluster-summary': ['', 'compact'],
  'castray-connection': ['', 'open'],
  'castray-node-detail': [
    'node-id="99dc63f4017655d59054de891be7f4b8717b358d89d686774b8eb6b0"',
    'node-id="gone"',
  ],
  'castray-node-list': ['view="table"', 'view="cards"', 'view="map"'],
  'castray-transfers': ['actions="start"'],
};

/** Elements that are no picture of their own. */
export const UNSEEN = ['castray-provider'];

/** Preset and page: the looks that are kept. */
export const LOOKS = [
  { name: 'light', theme: 'auto', scheme: 'light' },
  { name: 'dark', theme: 'auto', scheme: 'dark' },
  { name: 'aerial', theme: 'aerial', scheme: 'dark' },
  { name: 'high-contrast-light', theme: 'high-contrast', scheme: 'light' },
  { name: 'high-contrast-dark', theme: 'high-contrast', scheme: 'dark' },
];

export const LANGUAGES = ['en', 'zh-CN'];
