// The states in which somebody works with the widgets, or the connection is on its way: a sheet of their own.

const hasFigures = (provider) => provider.snapshot?.source === 'websocket';
const NODE = '99dc63f4017655d59054de891be7f4b8717b358d89d686774b8eb6b0';

/** As CastRay tells them. Real ones would have other times and speeds in each run. */
const TRANSFERS = [
  {
    id: 't1',
    status: 'completed',
    progress: 100,
    speed: 0,
    start_time: 1780300000,
    end_time: 1780300012,
  },
  { id: 't2', status: 'failed', progress: 30, error: '目标节点不可达', start_time: 1780300100 },
  { id: 't3', status: 'in-progress', progress: 40, start_time: 1780300200 },
].map((transfer) => ({
  source_node: 'head',
  target_node: 'UAV-1',
  file_path: `demo_files/${transfer.id}.bin`,
  file_name: `${transfer.id}.bin`,
  file_size: 3_000_000,
  ...transfer,
}));

/** The services of these states; they say the same every time. */
export async function startWorkingServices(start) {
  const busy = await start({ fileServer: 'cors' });
  const transfers = { success: true, transfers: TRANSFERS, total: TRANSFERS.length };
  await busy.control('status', { path: '/api/file-transfer/list', body: transfers });
  for (const body of TRANSFERS)
    await busy.control('status', { path: `/api/file-transfer/status/${body.id}`, body });
  const refusal = { status: 400, body: { detail: '磁盘空间不足' }, times: 1 };
  await busy.control('status', { path: '/api/file-transfer/upload', ...refusal });
  const [cut, polled] = [await start(), await start()];
  await polled.control('refuseUpgrade', { status: 503 });
  return { busy, cut, polled };
}

const busy = ({ busy: { apiBase, filesUrl } }) => ({
  'api-base': apiBase,
  'file-server-url': filesUrl,
});

const CONNECTION = [
  ['castray-cluster-summary', ''],
  ['castray-cluster-summary', 'compact'],
  ['castray-connection', ''],
  ['castray-transfers', 'actions="start"'],
];

export const WORKING = {
  work: {
    title: 'At work',
    provider: busy,
    specimens: [
      ['castray-cluster-summary', ''],
      ['castray-node-list', 'view="table"'],
      ['castray-node-list', 'view="cards"'],
      ['castray-node-detail', `node-id="${NODE}"`],
      ['castray-files', ''],
      ['castray-files', 'view="folders" actions="upload"'],
      ['castray-transfers', 'actions="start"'],
      ['castray-upload', ''],
    ],
    isReady: (provider) => {
      const has = (tag, part) =>
        provider.querySelector(tag).shadowRoot.querySelector(`[part~="${part}"]`);
      return (
        provider.snapshot?.source === 'websocket' &&
        has('castray-files', 'name-button') &&
        has('castray-files[view=folders]', 'row') &&
        has('castray-node-list', 'details-button') &&
        has('castray-upload', 'target')
      );
    },
    prepare: async (provider) => {
      const all = (tag, what) => [...provider.querySelector(tag).shadowRoot.querySelectorAll(what)];
      const click = (tag, part) => all(tag, `[part~="${part}"]`)[0].click();
      for (const tag of ['castray-cluster-summary', 'castray-node-detail'])
        click(tag, 'help-button');
      click('castray-node-list', 'details-button');
      click('castray-node-list', 'columns-button');
      all('castray-files', '[part~=name-button]')
        .find(({ textContent }) => textContent.includes('flight.com'))
        .click();
      all('castray-files', 'tbody [type=checkbox]')[0].click();
      const upload = provider.querySelector('castray-upload');
      const file = (name, ...parts) => new File(parts, name);
      const until = async (state) => {
        while (!all('castray-upload', `[data-state=${state}]`)[0])
          await new Promise(requestAnimationFrame);
      };
      upload.add([file('refused.txt', 'a')]);
      await until('failed');
      upload.add([file('mission.txt', 'a')]);
      await until('stored');
      upload.add([file('mission.txt', 'ab'), file('empty.txt')]);
    },
    isThere: (provider) => {
      const has = (tag, what) => provider.querySelector(tag).shadowRoot.querySelector(what);
      return (
        ['failed', 'stored', 'exists', 'refused'].every((state) =>
          has('castray-upload', `[data-state=${state}]`),
        ) &&
        has('castray-transfers', '[data-state=running]') &&
        has('castray-files', '[part~=flight]')
      );
    },
  },
  nothing: {
    title: 'Nothing matches',
    provider: busy,
    specimens: [
      ['castray-node-list', 'search="zzz"'],
      ['castray-files', 'search="zzz"'],
    ],
    isThere: (provider) =>
      [...provider.children]
        .filter(({ shadowRoot }) => shadowRoot)
        .every(({ shadowRoot }) => shadowRoot.querySelector('[part~=clear-button]')),
  },
  alone: {
    title: 'Without a provider',
    isAlone: true,
    provider: () => ({}),
    isThere: (place) =>
      [...place.children]
        .filter(({ shadowRoot }) => shadowRoot)
        .every(({ shadowRoot }) => shadowRoot.querySelector('[part~=empty], [part~=line]')),
  },
  polling: {
    title: 'Polling',
    specimens: CONNECTION,
    provider: ({ polled }) => ({ 'api-base': polled.apiBase }),
    isThere: ({ connection }) => connection.phase === 'polling',
  },
  reconnecting: {
    title: 'Reconnecting',
    specimens: CONNECTION,
    provider: ({ cut }) => ({ 'api-base': cut.apiBase }),
    isReady: hasFigures,
    provoke: async ({ cut }) => {
      // an attempt that nobody answers does not end before its 15 s have passed
      await cut.control('refuseUpgrade', { status: 'never' });
      await cut.control('drop');
    },
    isThere: ({ connection }) =>
      connection.phase === 'reconnecting' && connection.nextAttemptAt === undefined,
  },
};
