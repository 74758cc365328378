// Every element in every state that a reader may find it in. One provider a state.
import { WORKING } from './working.mjs';

const hasFigures = (provider) => provider.snapshot?.source === 'websocket';
// the doctor would come by itself after 10 s, so only on a slow machine
const runDoctor = (provider) => provider.querySelector('castray-diagnostics').run();
const isDiagnosed = (provider) =>
  provider.querySelector('castray-diagnostics').diagnosis?.isComplete === true;

/**
 * State → what its provider is given; what is done when it `isReady`, in the page (`prepare`) or at the
 * service (`provoke`); and how the state is known to be there. These functions go to the page one by one.
 */
export const STATES = {
  data: {
    title: 'With data',
    provider: ({ live }) => ({ 'api-base': live.apiBase, 'file-server-url': live.filesUrl }),
    // the two ways to the service know not quite the same of a node
    isThere: hasFigures,
  },
  unconfigured: {
    title: 'Without an address',
    provider: () => ({}),
    prepare: runDoctor,
    isThere: isDiagnosed,
  },
  unreachable: {
    title: 'Nothing answers',
    // browsers themselves refuse port 9, so that nothing is tried, and the words never change
    provider: () => ({ 'api-base': 'http://127.0.0.1:9' }),
    isReady: (provider) => provider.connection.lastError !== undefined,
    prepare: runDoctor,
    isThere: isDiagnosed,
  },
  none: {
    title: 'Ray is not there',
    provider: ({ empty }) => ({ 'api-base': empty.apiBase }),
    isThere: (provider) => provider.snapshot?.completeness === 'none-reported',
  },
  paused: {
    title: 'Paused',
    provider: ({ live }) => ({ 'api-base': live.apiBase }),
    isReady: hasFigures,
    prepare: (provider) => provider.pause(),
    isThere: (provider) => provider.connection.phase === 'paused',
  },
  stopped: {
    title: 'Turned away, with the last figures',
    provider: ({ strict }) => ({ 'api-base': strict.apiBase, 'file-server-url': strict.filesUrl }),
    isReady: hasFigures,
    provoke: ({ strict }) =>
      strict.control('closeSockets', { code: 4401, reason: 'token has expired' }),
    isThere: isDiagnosed, // the doctor comes by itself
  },
};

const live = (more) => ({
  provider: ({ live: { apiBase, filesUrl } }) => ({
    'api-base': apiBase,
    'file-server-url': filesUrl,
    ...more,
  }),
  isThere: hasFigures,
});

/** With data, in other places than a window of usual size; `frame` is what stands around it. */
const PLACES = {
  wall: { title: 'On a wall', ...live({ size: 'wall' }) },
  compact: { title: 'Compact', ...live({ density: 'compact' }) },
  narrow: { title: '320 px', frame: 'style="inline-size: 320px"', ...live() },
  small: {
    title: '320 px, compact',
    frame: 'style="inline-size: 320px"',
    ...live({ density: 'compact' }),
  },
  large: { title: '200 %', frame: 'style="zoom: 2; inline-size: 584px"', ...live() },
  rtl: { title: 'From right to left', frame: 'dir="rtl"', ...live() },
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

/**
 * Preset and page: the looks that are kept, of all states unless they say which. All of them without motion.
 * `tree`: what assistive technology is told of it is kept in the file of that name, too.
 */
export const LOOKS = [
  { name: 'light', theme: 'auto', scheme: 'light', tree: 'tree' },
  { name: 'dark', theme: 'auto', scheme: 'dark' },
  { name: 'aerial', theme: 'aerial', scheme: 'dark' },
  { name: 'high-contrast-light', theme: 'high-contrast', scheme: 'light' },
  { name: 'high-contrast-dark', theme: 'high-contrast', scheme: 'dark' },
  { name: 'forced-colors', theme: 'auto', scheme: 'light', forcedColors: 'active' },
  { name: 'work', theme: 'auto', scheme: 'light', tree: 'tree-work', states: WORKING },
  { name: 'places', theme: 'auto', scheme: 'light', states: PLACES },
  {
    ...{ name: 'print', theme: 'aerial', scheme: 'dark', media: 'print' },
    states: { paper: { title: 'On paper', ...live() } },
  },
];

export const LANGUAGES = ['en', 'zh-CN'];
