// The 25 faults that the widgets survive, each with where the rest of it is shown: what the suite of
// this folder does not repeat, and what today's elements cannot show yet.

/** @type {readonly { number: number, fault: string, also?: string, later?: string }[]} */
export const FAULTS = [
  { number: 1, fault: 'service down when the page loads' },
  {
    number: 2,
    fault: 'TCP accepted, handshake never done',
    also: 'Its 15 s by a fake clock: `test/connection/live-socket.test.ts`.',
  },
  {
    number: 3,
    fault: 'half-open: no frames, no close',
    also: 'By a fake clock: `test/connection/live-connection-socket.test.ts`.',
  },
  {
    number: 4,
    fault: 'restart with 50 pages connected',
    also: 'The spread of their reconnects: below, by the soak.',
  },
  {
    number: 5,
    fault: 'flapping: opens, dies within 5 s',
    also: 'Waits by a fake clock: `test/connection/live-connection-waits.test.ts`; announcements: `test/elements/castray-connection`.',
  },
  {
    number: 6,
    fault: 'sleep of 8 h, clock jump',
    also: 'Timers that fall due late, by a fake clock: `test/connection/heartbeat.test.ts`.',
  },
  {
    number: 7,
    fault: 'hidden for 10 min with throttled timers',
    also: 'By a fake clock: `test/store/cluster-store.test.ts`.',
  },
  {
    number: 8,
    fault: 'back/forward cache',
    also: 'By the events that the browser sends then; the test page itself cannot leave.',
  },
  { number: 9, fault: '`navigator.onLine` false, endpoint on the LAN' },
  { number: 10, fault: 'a proxy that cuts idle sockets, or passes no upgrade' },
  {
    number: 11,
    fault: 'https page and http endpoint; private address refused by the browser',
    also: 'The refusals are played: browsers exempt loopback from them. The private address is judged as of a page elsewhere, by what `<castray-diagnostics>` says of it: `test/store/diagnosis/page-and-data.test.ts`.',
  },
  { number: 12, fault: 'a slow link: a frame takes 5 s' },
  { number: 13, fault: 'the service’s event loop stands for 14 s' },
  { number: 14, fault: '`pong`, other message types, the older CastRay’s `status_update`' },
  { number: 15, fault: 'cut JSON, `NaN`, an HTML page, binary, 20 MiB' },
  {
    number: 16,
    fault: '401, 403, close 1008 or 44xx',
    also: '1008, 4401 and 4403 ask for a sign-in; the other final codes show the service’s own reason. Where REST alone is refused: `test/store/cluster-client-sign-in.test.ts`.',
  },
  {
    number: 17,
    fault: 'the port of the file server, a wrong path',
    also: 'Where the right service answers, and a button for it: `test/elements/castray-diagnostics/misconfigured.test.ts`.',
  },
  { number: 18, fault: '`nodes: []` after 12 nodes' },
  { number: 19, fault: 'zeros, missing keys, text for numbers, `null`' },
  {
    number: 20,
    fault: 'double ids, one IP for all, dead twins, 5,000 nodes, exactly 100',
    also: '10,000 nodes, scrolled: `test/elements/castray-node-list/ten-thousand.test.ts`.',
  },
  {
    number: 21,
    fault: 'markup, 10 KiB, bidi controls, `javascript:`, `../../x` as names',
    also: '200 awkward names of files, downloaded: `test/elements/castray-files`.',
  },
  {
    number: 22,
    fault: 'restart during a transfer, progress that lies, a stall at 99 %',
    also: 'CastRay cannot end a transfer, so that none can be cancelled, which a stalled one says; one that stalls, fails or is unknown can be started again: `test/elements/castray-transfers/losses.test.ts`. The 30 s by a fake clock: `test/store/transfers/standstill.test.ts`.',
  },
  {
    number: 23,
    fault:
      'the bundle twice, two versions, late, moved, nested or removed providers, quick changes',
    also: 'Two bundles: `test/e2e/bundles.e2e.mjs`; nested and removed: `test/elements/castray-provider/sharing.test.ts`.',
  },
  {
    number: 24,
    fault: 'a hostile page',
    also: '`* { all: unset }` and patched prototypes, in the built bundles: `test/e2e/hostile.e2e.mjs`.',
  },
  {
    number: 25,
    fault: 'strict CSP and Trusted Types; a page listener that throws',
    also: 'Policies, and a Lit of the page’s own, in the built bundles: `test/e2e/bundles.e2e.mjs`, `test/e2e/third-party.e2e.mjs`.',
  },
];
