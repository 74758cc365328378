/** What `npm start` prints once everything runs. */

const MODES = {
  live: () => 'a living demo cluster; no real one is behind it',
  replay: ({ file }) => `a replay of ${file}, captured at a real service`,
  real: ({ apiBase }) => `the real service at ${apiBase}; only the pages ask it`,
};

/**
 * @param {object} run
 * @param {string} run.origin of the pages
 * @param {import('./pages-site.mjs').DemoConfig} run.config
 * @param {boolean} run.built whether dist/ is there
 */
export function tellWhatRuns({ origin, config, built }) {
  const rows = (entries) => entries.map(([name, address]) => `  ${name.padEnd(20)} ${address}`);
  const services = config.clusters.flatMap(({ name, apiBase, wsUrl }) => [
    [`CastRay, ${name}`, `${apiBase}  ${wsUrl}`],
  ]);
  const { fileServerUrl } = config;
  const readable = config.clusters[0].readableFilesUrl;
  const files = [
    ...(fileServerUrl ? [['File server', fileServerUrl]] : []),
    ...(readable ? [['… with CORS', readable]] : []),
  ];
  const lines = [
    `castray-widgets demo: ${MODES[config.mode](config)}`,
    '',
    ...rows([
      ['Overview', `${origin}/`],
      ['As in droneOnCampus', `${origin}/dronecampus.html`],
      ['A third-party page', `${origin}/third-party.html`],
      ['Two clusters', `${origin}/two-clusters.html`],
      ['Misconfigured', `${origin}/misconfigured.html`],
    ]),
    '',
    ...rows([...services, ...files, ['The bundle alone', config.bundleOrigin]]),
    '',
    ...(built
      ? []
      : ['dist/ is not there: the pages stay empty until "npm run build" has run.', '']),
    ...(config.mode === 'live' ? [WHAT_TO_WATCH] : []),
    ...(config.mode === 'real' ? [] : [...WHAT_TO_TRY, '']),
    'Ctrl-C ends everything.',
  ];
  console.log(lines.join('\n'));
}

const WHAT_TO_WATCH =
  'Watch for two minutes: a UAV joins, another one dies and comes back as a new node.';
const WHAT_TO_TRY = [
  'Type a word and Enter here, and see what the pages make of it:',
  '  down     the service is gone         up       it is back on the same port',
  '  stall    it stands still for 14 s    silent   sockets stay open, nothing comes',
  '  drop     sockets are cut             reset    all is well again',
];
