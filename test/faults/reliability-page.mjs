// docs/reliability.md, from what the fault suite saw.

import { readFileSync } from 'node:fs';
import { RULES } from './rules.mjs';

/** The printed result of a run of `npm run soak`. */
const soak = readFileSync(new URL('../soak/latest.txt', import.meta.url), 'utf8');

/** @typedef {import('../support/fault-table.mjs').Row} Row */

/**
 * @param {typeof import('./catalogue.mjs').FAULTS} faults
 * @param {readonly { rows: readonly Row[], passed: number, failed: number, seconds: number }[]} runs
 * @param {Date} at
 */
export function reliabilityPage(faults, runs, at) {
  const rows = runs.flatMap((run) => run.rows);
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const summary = runs.map(
    ({ rows: [first], passed, failed, seconds }) =>
      `- ${first?.engine ?? 'no engine'}: ${passed} passed, ${failed} failed, in ${seconds} s`,
  );
  return `# Reliability

Twenty-five faults of networks, services, data and pages, and what a user of the widgets then sees.
Each row below is a test: a page with \`<castray-provider>\`, \`<castray-cluster-summary>\`,
\`<castray-node-list>\` and, where the fault is theirs, files, transfers or uploads, in a real browser, on a real service behind a TCP server that breaks the
connection in the way that the row says. What stands in quotation marks was read on that page.

This page is written by the suite. Do not edit it: edit \`test/faults/reliability-page.mjs\`.

## How to run it

\`\`\`sh
npm run faults                                  # all engines that are there; writes this page
npm run faults -- --browsers chromium,firefox   # some of them
npm test -- --only unit --files 'test/faults/*.test.ts'   # the same tests, without writing
\`\`\`

- \`test/faults/tcp-fault-server.mjs\` is the network: refuse, silence, half-open, reset, a cut in the
  middle of a frame, a slow link, a proxy without upgrade, a proxy that cuts idle connections.
- The demo's service (\`demo/service/control.mjs\`) plays the faults of CastRay itself: a stalled event
  loop, refused sign-ins, close codes, frames that nobody can read, figures that make no sense.
- Waits of minutes pass on a fake clock in \`test/connection\` and \`test/store\`; the waits below are real.

## The latest run

${at.toISOString().slice(0, 10)}:

${summary.join('\n')}

| # | fault | what the user saw | time to recover | result |
| --- | --- | --- | --- | --- |
${faults.flatMap((fault) => linesOf(fault, rows, engines)).join('\n')}

The time to recover is from the fault's end, or from its beginning where nobody ends it (3, 10, 13: the
widgets or the service do), until the page said that it was live again; the engines stand in the order
of the list above.

${rulesSection()}
## For hours: the soak

\`npm run soak -- --minutes N\` (5 unless given, in Chromium, from \`dist/\`) measures what stays behind:

- **Frames.** All elements on one page and at work (a node in detail, files listed, a transfer that runs, an upload
  that is stored, a check that was made, the log open), on a real service; each frame moves the page's time on by 300 ms, so that
  each is a snapshot of its own: 100,000 at least, some eight hours. Every figure changes, names flip, two nodes are
  replaced by new ones every 8 frames, and the socket is cut every 5,000. Ten times, garbage is collected and the heap,
  the listeners, the timers and the DOM nodes are counted; the last third must be within 5 % of the first.
  The minutes are the least: it goes on until there are 100,000.
- **Mounts.** Each element of the manifest is put into the page, moved and taken out 1,000 times. None may be left in
  memory (asked by \`WeakRef\`), nor any of its DOM nodes or listeners.
- **Restart.** Fifty clients, each by a port of its own, lose a service for 3 s. At most 30 % may come in one 250 ms.

A run of the whole, on 25 November 2026, on two cores with some other tests beside it:

\`\`\`text
${soak.trim()}
\`\`\`

## Shown elsewhere, or not yet

${faults
  .filter(({ also, later }) => also || later)
  .map(noteOf)
  .join('\n')}
`;
}

/** The fifteen rules, and what holds each of their clauses. */
export function rulesSection() {
  const rows = RULES.map(
    ([rule, clause, code, test, title]) =>
      `| ${rule} | ${clause} | \`src/${code}\` | \`test/${test}\`: ${title} |`,
  );
  return `## The fifteen rules of the connection

What the faults rest on, clause by clause. Each was broken once in the code that keeps it, and the test beside it failed (the
last is the browser's own doing);
\`test/connection/figures-of-the-rules.test.ts\` holds the figures themselves.

| # | rule | kept in | held by the test |
| --- | --- | --- | --- |
${rows.join('\n')}

Two figures are meant so: the 8 MiB of a frame (rule 7) are counted in UTF-16 units, as the browser hands the text over,
so that a frame of Chinese may be of up to three times as many bytes on the wire. And "one request in flight per resource"
(rule 12) holds for the cluster's own figures however many providers share an endpoint; the lists of files and of transfers
are asked for by each provider whose widgets show them.
`;
}

/** One line for each test of a fault, with all engines in it. */
function linesOf({ number, fault, later }, rows, engines) {
  const own = rows.filter((row) => row.number === number);
  const absent = later ? 'not played yet, see below' : 'FAILED: not played';
  if (own.length === 0) return [line(number, fault, '–', '–', absent)];
  return [...new Set(own.map((row) => row.fault))].map((title) => {
    const played = own.filter((row) => row.fault === title);
    const good = played.filter(({ result }) => result === 'passed');
    const times = engines.map(
      (name) => played.find(({ engine }) => engine === name)?.recovery ?? '–',
    );
    const recovery = times.every((time) => time === '–') ? '–' : times.join(' · ');
    const result = good.length === played.length ? 'passed' : 'FAILED';
    const others =
      good.length === engines.length ? '' : `: ${good.map(({ engine }) => engine).join(', ')}`;
    return line(number, title, (good[0] ?? played[0]).saw, recovery, result + others);
  });
}

function line(...cells) {
  const inert = (cell) => String(cell).replace(/[|\\`*_<>[\]]/g, '\\$&');
  return `| ${cells.map(inert).join(' | ')} |`;
}

function noteOf({ number, fault, also, later }) {
  const rest = later && `Not yet: ${later}.`;
  return `- **${number}, ${fault}.** ${[also, rest].filter(Boolean).join(' ')}`;
}
